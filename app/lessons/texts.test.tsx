import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressKind, isMediaPath } from '#app/lessons/address.ts'
import { decode } from '#app/lessons/decode.server.ts'
import { findHidden, hasHidden } from '#app/lessons/hidden-characters.ts'
import { LessonBody } from '#app/lessons/lesson-body.tsx'
import type { LessonDocument } from '#app/lessons/lesson-document.ts'
import { slugger } from '#app/lessons/slug.ts'
import { drawn } from '#tests/drawn.tsx'
import { emptyDocument } from '#tests/factories.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('the id of a heading is plain letters, and the same heading twice gets two ids', () => {
  const slug = slugger()
  expect(slug('Đừng đọc mã OTP cho ai!')).toBe('dung-doc-ma-otp-cho-ai')
  expect(slug('Đừng đọc mã OTP cho ai?')).toBe('dung-doc-ma-otp-cho-ai-2')
  expect(slug('—')).toBe('the')
  expect(slugger('tu-')('Mã OTP')).toBe('tu-ma-otp')
})

test('whatever the headings, ids are each once, short, plain, and never one of the page’s own', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('main', 'Glossary', 'a', 'a 2', 'A'))), (titles) => {
      const ids = titles.map(slugger())
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids) {
        expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(id.length).toBeLessThanOrEqual(66)
        expect(['main', 'glossary']).not.toContain(id)
      }
    }),
  )
})

test.each([
  ['https://dichvucong.gov.vn/p/home?a=1#x', 'https'],
  ['HTTPS://A.VN', 'https'],
  ['https://a.vn:8443/', 'https'],
  ['mailto:giup@benso.example', 'mailto'],
  ['tel:156', 'tel'],
  ['tel:+842730001022', 'tel'],
  ['#cuoc-goi-gia', 'fragment'],
  ['media/co.svg', 'media'],
  ['http://a.vn', null],
  ['https://a', null],
  ['https://a.vn/"onclick=', null],
  ['https://a.vn\\@evil.example', null],
  ['https://user:pass@a.vn', null],
  ['https://a.vn/\u200b', null],
  ['javascript:alert(1)', null],
  ['JAVASCRIPT:alert(1)', null],
  ['java\tscript:alert(1)', null],
  ['data:text/html,x', null],
  ['//a.vn', null],
  ['mailto:a@b.vn?cc=c@d.vn', null],
  ['tel:1', null],
  ['#', null],
  ['media/../x.svg', null],
  ['media/a/b.svg', null],
  [`https://a.vn/${'x'.repeat(2_000)}`, null],
])('%s is %s', (url, kind) => {
  expect(addressKind(url)).toBe(kind)
})

test('whatever is written, an address that passes begins with what it was taken for and breaks out of no attribute', () => {
  const begin = { https: /^https:\/\//i, mailto: /^mailto:/i, tel: /^tel:/, fragment: /^#/, media: /^media\// }
  const scheme = fc.constantFrom('https://a.vn/', 'mailto:', 'tel:', '#', 'media/', 'javascript:', '')
  fc.assert(
    fc.property(scheme, fc.string({ unit: 'binary' }), (before, rest) => {
      const kind = addressKind(before + rest)
      if (!kind) return
      expect(before + rest).toMatch(begin[kind])
      expect(before + rest).not.toMatch(/[\s"'<>`]/)
    }),
  )
})

test('media are plain names in one folder', () => {
  for (const path of ['media/a.svg', 'media/b-1.2.opus']) expect(isMediaPath(path)).toBe(true)
  for (const path of ['media/', 'media/.a', 'media/a..b', 'media/A.svg', 'media/a.svg/', 'Media/a', 'media/%2e'])
    expect(isMediaPath(path)).toBe(false)
})

test('what nobody sees is found at its line and column, and named', () => {
  expect(findHidden('một\nngân\u200bhàng\n\nx\u202ey')).toEqual([
    { line: 2, column: 5, code: 'hidden-character', values: { code: 'U+200B' } },
    { line: 4, column: 2, code: 'hidden-character', values: { code: 'U+202E' } },
  ])
  expect(findHidden('\u200b'.repeat(100))).toHaveLength(20)
})

test('Vietnamese text, tabs and line ends hold nothing hidden, before and after composing', () => {
  for (const text of ['Tiền Giang,\tĐồng Tháp\r\n“ngoặc” – 50 %', 'Nguyễn'.normalize('NFD'), '😀 ✓ …'])
    expect(hasHidden(text)).toBe(false)
  expect(hasHidden('a\u0000')).toBe(true)
})

test('what was found in one text hides nothing in the next', () => {
  for (const text of ['x'.repeat(50), '']) {
    expect(hasHidden(`${text}\u200b`)).toBe(true)
    expect(hasHidden('a\u0000')).toBe(true)
    expect(findHidden('a\u0000')).toHaveLength(1)
  }
})

test('a lesson’s bytes are read as strict UTF-8 in NFC with line feeds alone', () => {
  expect(decode(bytes('a\r\nb\rc'))).toEqual({ text: 'a\nb\nc', findings: [] })
  expect(decode(bytes('Tiền'.normalize('NFD'))).text).toBe('Tiền')
  expect(decode(bytes('\ufeffa')).text).toBe('a')
  expect(decode(new Uint8Array([0x61, 0x0a, 0x62, 0xff]))).toEqual({
    text: null,
    findings: [{ line: 2, column: 2, code: 'not-utf8' }],
  })
})

test('a lesson of 200 KB is read, one byte more is not', () => {
  expect(decode(bytes('a'.repeat(200 * 1024))).findings).toEqual([])
  expect(decode(bytes('a'.repeat(200 * 1024 + 1)))).toMatchObject({
    text: null,
    findings: [{ code: 'too-large', values: { most: '200' } }],
  })
})

const lesson: LessonDocument = {
  ...emptyDocument,
  title: 'Cuộc gọi giả',
  cards: [
    {
      id: 'goi-gia',
      title: 'Cuộc gọi giả',
      isSummary: false,
      blocks: [
        { kind: 'html', html: '<p><img src="/courses/@course/media/co.svg" alt="Chuông"></p>' },
        { kind: 'question', question: 'q1' },
      ],
    },
    { id: 'nho', title: 'Nhớ', isSummary: true, blocks: [{ kind: 'html', html: '<p>Cúp máy.</p>' }] },
  ],
  glossary: [{ id: 'tu-otp', term: 'OTP', meaning: 'Mã dùng một lần' }],
  questions: ['q1'],
}

test('the cards of a lesson are named, numbered sections, questions at their places, media under the course’s address', () => {
  const page = drawn(<LessonBody document={lesson} course="cd3" question={(id) => <p>Câu hỏi {id}</p>} />)
  expect(page.headings.slice(0, 2)).toEqual(['h2 1. Cuộc gọi giả', 'h2 2. Nhớ'])
  const cards = page.named('section').filter(({ attributes }) => 'data-card' in attributes)
  expect(
    cards.map(({ attributes }) => [attributes.id, attributes['data-card'], attributes['aria-labelledby']]),
  ).toEqual([
    ['goi-gia', '1', 'goi-gia-h'],
    ['nho', '2', 'nho-h'],
  ])
  expect(page.named('img').map(({ attributes }) => attributes.src)).toEqual(['/courses/cd3/media/co.svg'])
  expect(page.text).toMatch(/Chuông.*Câu hỏi q1.*Cúp máy.*OTP Mã dùng một lần/)
  expect(page.html).not.toContain('@course')
  expect(page.troubles).toEqual([])
})

test('a lesson without terms has no empty glossary', () => {
  const page = drawn(<LessonBody document={{ ...lesson, glossary: [] }} course="cd3" question={() => null} />)
  expect(page.headings).toHaveLength(2)
})
