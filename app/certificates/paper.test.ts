import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measure } from '#app/certificates/fonts.server.ts'
import { shapesOf } from '#app/certificates/paper.ts'
import type { Shape, TextShape } from '#app/certificates/shape.ts'
import { wrap } from '#app/certificates/wrap.ts'
import { aPaper } from '#tests/paper.ts'

const hundredLetters =
  'Công Tằng Tôn Nữ Nguyễn Phước Thị Bạch Tuyết Hoàng Phương Nghiêm Trường Nghĩa Khương Quỳnh Uyển Ngỡi'

test('a name of 32 letters stands at size 46, a longer one at 38', () => {
  const name = 'Tôn Nữ Thị Bạch Tuyết Hoàng Nghi'

  expect(name.length).toBe(32)
  expect(namesOf(shapesOf(aPaper({ fullName: name }), measure))).toMatchObject([{ words: name, size: 46 }])
  expect(namesOf(shapesOf(aPaper({ fullName: `${name}m`, courseTitle: 'Một' }), measure))).toMatchObject([{ size: 38 }])
})

test('a name of 100 letters is wrapped whole inside the frame, above the QR', () => {
  expect(hundredLetters.length).toBe(100)

  const shapes = shapesOf(aPaper({ fullName: hundredLetters, approval: 'Quyết định số 1/QĐ ngày 01/09/2026' }), measure)

  const lines = texts(shapes).filter(({ words }) => hundredLetters.includes(words) && words.length > 8)
  expect(lines.map(({ words }) => words).join(' ')).toBe(hundredLetters)
  expectInside(shapes)
})

test.each([
  ['no spaces', 'W'.repeat(120)],
  ['an unknown script', 'ឈ្មោះ 😀 名前'],
  ['one letter', 'Á'],
])('a name of %s stays inside the frame', (_, fullName) => {
  expectInside(shapesOf(aPaper({ fullName }), measure))
})

test('whatever the name and the title, nothing leaves the frame and nothing of the body touches the QR', () => {
  const phrase = fc
    .array(fc.constantFrom('Nguyễn', 'Thị', 'Bé', 'Ba', 'nghiêng', 'và', 'cho', 'ỦYỄN', 'a'), {
      minLength: 1,
      maxLength: 30,
    })
    .map((words) => words.join(' ').slice(0, 120).trim())
  fc.assert(
    fc.property(phrase, phrase, (fullName, courseTitle) =>
      expectInside(
        shapesOf(aPaper({ fullName, courseTitle, approval: 'Quyết định số 1/QĐ ngày 01/09/2026' }), measure),
      ),
    ),
    { numRuns: 60 },
  )
})

test('lines break before a word that opens a phrase, and no word is left alone', () => {
  const width = (words: string) => words.length

  expect(wrap('dữ liệu cá nhân cho cán bộ công chức', 24, width)).toEqual(['dữ liệu cá nhân', 'cho cán bộ công chức'])
  expect(wrap('một hai ba bốn năm', 15, width)).toEqual(['một hai ba', 'bốn năm'])
  expect(wrap('abcdefghij', 4, width)).toEqual(['abcd', 'efgh', 'ij'])
  expect(wrap('', 4, width)).toEqual([''])
})

function expectInside(shapes: Shape[]) {
  for (const { words, size, isBold, align, x, y } of texts(shapes)) {
    const width = size * measure(words, isBold)
    const left = align === 'middle' ? x - width / 2 : align === 'end' ? x - width : x
    expect(left, words).toBeGreaterThan(40)
    expect(left + width, words).toBeLessThan(1148)
    if (align === 'middle' && x === 594) expect(y, words).toBeLessThan(582)
  }
}

function texts(shapes: Shape[]): TextShape[] {
  return shapes.filter((shape) => shape.kind === 'text')
}

function namesOf(shapes: Shape[]) {
  return texts(shapes).filter(({ words }) => words.startsWith('Tôn Nữ'))
}
