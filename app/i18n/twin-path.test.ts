import fc from 'fast-check'
import { expect, test } from 'vitest'
import { twinPath } from '#app/i18n/twin-path.ts'

test.each([
  ['/', '/en'],
  ['/courses/cd3', '/en/courses/cd3'],
  ['/english', '/en/english'],
  ['/en', '/'],
  ['/en/', '/'],
  ['/en/courses/cd3', '/courses/cd3'],
])('%s is %s in the other language', (here, there) => {
  expect(twinPath(here)).toBe(there)
})

test('whatever is asked, the other language is on this site', () => {
  const parts = fc.array(fc.constantFrom('/', '\\', 'en', 'evil.vn', ':', 'https:', '%2f', '@'), { maxLength: 8 })
  fc.assert(
    fc.property(parts, (pieces) => {
      expect(new URL(twinPath(`/${pieces.join('')}`), 'https://benso.example').host).toBe('benso.example')
    }),
  )
})
