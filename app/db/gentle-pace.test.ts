import { beforeAll, expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { gentlePace } from '#app/db/gentle-pace.server.ts'

// The first write of a process opens the database, which is work too.
beforeAll(() => write(() => Promise.resolve()))

test('steps that are little work grow to the most, in whole groups and no more than doubled', async () => {
  const pace = gentlePace({ fewest: 32, most: 500 })
  const sizes: number[] = []
  for (let step = 0; step < 6; step++) {
    sizes.push(pace.size())
    await pace.write(() => Promise.resolve())
  }
  expect(sizes).toEqual([32, 64, 128, 256, 500, 500])
})

test('a step that is too much work makes the next smaller, never smaller than the fewest', async () => {
  const pace = gentlePace({ fewest: 32, most: 512 })
  for (let step = 0; step < 3; step++) await pace.write(() => Promise.resolve())
  expect(pace.size()).toBe(256)
  await pace.write(() => Promise.resolve(workFor(40)))
  expect(pace.size()).toBeLessThan(256)
  expect(pace.size() % 32).toBe(0)
  await pace.write(() => Promise.resolve(workFor(400)))
  await pace.write(() => Promise.resolve(workFor(400)))
  expect(pace.size()).toBe(32)
})

test('what the work tells is handed on, and what it throws', async () => {
  const pace = gentlePace({ fewest: 1, most: 8 })
  expect(await pace.write(() => Promise.resolve('told'))).toBe('told')
  await expect(pace.write(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  expect(pace.size()).toBe(2)
})

function workFor(cpuMs: number): void {
  const from = process.cpuUsage()
  for (;;) {
    const { user, system } = process.cpuUsage(from)
    if ((user + system) / 1000 >= cpuMs) return
  }
}
