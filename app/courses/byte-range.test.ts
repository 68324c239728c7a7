import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteRange } from '#app/courses/byte-range.ts'

test('a first part, a last part and the rest from a place', () => {
  expect(byteRange('bytes=0-99', 1000)).toEqual({ start: 0, end: 99 })
  expect(byteRange('bytes=-100', 1000)).toEqual({ start: 900, end: 999 })
  expect(byteRange('bytes=900-', 1000)).toEqual({ start: 900, end: 999 })
  expect(byteRange('bytes=0-5000', 1000)).toEqual({ start: 0, end: 999 })
})

test('the whole file when nothing is asked, or what is asked is not understood', () => {
  for (const header of [null, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=a-b'])
    expect(byteRange(header, 1000)).toBeNull()
})

test('a part beyond the end cannot be given', () => {
  expect(byteRange('bytes=1000-', 1000)).toBe('unsatisfiable')
  expect(byteRange('bytes=-0', 1000)).toBe('unsatisfiable')
  expect(byteRange('bytes=0-', 0)).toBe('unsatisfiable')
})

test('a range never leaves the file', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1e9 }), (from, to, bytes) => {
      for (const header of [`bytes=${from}-${to}`, `bytes=${from}-`, `bytes=-${to}`]) {
        const range = byteRange(header, bytes)
        if (range && range !== 'unsatisfiable')
          expect(0 <= range.start && range.start <= range.end && range.end < bytes).toBe(true)
      }
    }),
  )
})
