import { expect, test } from 'vitest'
import { rememberedWhile } from '#app/units/remembered-while.ts'

test('what was worked out is worked out anew when the version has changed, and at once for two who ask together', async () => {
  let [version, worked] = [1, 0]
  const remember = rememberedWhile<number>(async () => version)
  const ask = (key = 'a') => remember(key, async () => ++worked)
  expect(await Promise.all([ask(), ask(), ask('b')])).toEqual([1, 1, 2])
  expect(await ask()).toBe(1)
  version = 2
  expect([await ask(), await ask('b'), await ask()]).toEqual([3, 4, 3])
})

test('what failed is asked again, and of very many the oldest are forgotten', async () => {
  const remember = rememberedWhile<string>(async () => 1)
  await expect(remember('a', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy')
  expect(await remember('a', async () => 'there')).toBe('there')
  for (let many = 0; many < 200; many++) await remember(`${many}`, async () => '')
  expect(await remember('a', async () => 'anew')).toBe('anew')
})
