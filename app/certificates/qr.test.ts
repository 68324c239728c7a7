import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measure } from '#app/certificates/fonts.server.ts'
import { shapesOf } from '#app/certificates/paper.ts'
import { qrPath } from '#app/certificates/qr.ts'
import { aPaper } from '#tests/paper.ts'
import { decodeQr, modulesIn } from '#tests/qr-reader.ts'

test('the squares drawn on the paper read back as the address of its page', () => {
  const path = shapesOf(aPaper(), measure).find((shape) => shape.kind === 'path' && shape.d.length > 2000)

  expect(path && 'd' in path ? decodeQr(modulesIn(path.d)) : '').toBe('https://benso.example/certificates/BS-7K4M-Q9TX')
})

test('the code fills its 37 mm square but for a quiet zone of four modules on every side', () => {
  const path = qrPath('https://benso.example/certificates/BS-7K4M-Q9TX', 0, 0, 148)
  const numbers = path.match(/[\d.]+/g)?.map(Number) ?? []
  const module = 148 / (modulesIn(path).length + 8)

  expect(Math.min(...numbers)).toBeCloseTo(4 * module, 2)
  expect(Math.max(...numbers)).toBeCloseTo(148 - 4 * module, 2)
  expect(module / 4).toBeGreaterThan(0.8) // mm: what a cheap phone reads from a hand's distance
})

test('every address up to 78 bytes reads back', () => {
  const address = fc
    .array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-.'), { minLength: 1, maxLength: 34 })
    .map((letters) => `https://${letters.join('')}.vn/certificates/BS-7K4M-Q9TX`)
  fc.assert(
    fc.property(address, (words) => {
      expect(decodeQr(modulesIn(qrPath(words, 10, 20, 148)))).toBe(words)
    }),
    { numRuns: 40 },
  )
})
