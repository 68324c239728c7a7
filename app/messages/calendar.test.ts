import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '#app/messages/calendar.ts'

const madeAt = new Date('2026-11-24T05:06:07.890Z')
const facts = { name: 'Bến Số', language: 'vi' as const, madeAt }
const item = { uid: 'r1-2026-03-31@ben-so', day: '2026-03-31', title: 'Hạn học CB2', note: 'QĐ 12/QĐ-SNV' }

/** The lines of a calendar as RFC 5545 has them read: unfolded, then name and value. */
function read(text: string): Array<[string, string]> {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)])
}
const unescaped = (value: string) => value.replace(/\\(.)/gu, (_, mark: string) => (mark === 'n' ? '\n' : mark))
const told = (text: string, name: string) => read(text).find(([key]) => key === name)?.[1] ?? ''

test('a due day is a whole day with a uid that stays, and takes nobody’s time', () => {
  expect(read(calendarOf([item], facts))).toEqual([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Ben So//Ben So//VI'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', 'Bến Số'],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'PT12H'],
    ['BEGIN', 'VEVENT'],
    ['UID', 'r1-2026-03-31@ben-so'],
    ['DTSTAMP', '20261124T050607Z'],
    ['DTSTART;VALUE=DATE', '20260331'],
    ['DTEND;VALUE=DATE', '20260401'],
    ['SUMMARY', 'Hạn học CB2'],
    ['DESCRIPTION', 'QĐ 12/QĐ-SNV'],
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
    ['END', 'VCALENDAR'],
  ])
})

test('a line that pretends to be another property stays text', () => {
  const title = 'Hạn\r\nEND:VEVENT\nATTACH:https://x.example'
  expect(read(calendarOf([{ ...item, title }], facts)).map(([name]) => name)).not.toContain('ATTACH')
})

const letter = fc.constantFrom(
  'ệ',
  'Ữ',
  'e\u0323\u0302',
  'o\u031b\u0301',
  'a',
  ' ',
  '\\',
  ';',
  ',',
  '\n',
  ':',
  '👩‍🌾',
  '🇻🇳',
)
const anyText = fc.oneof(fc.string({ unit: letter, maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 200 }))
const clean = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')

test('any text comes back as it was, but for control characters', () => {
  fc.assert(
    fc.property(anyText, anyText, (title, note) => {
      const text = calendarOf([{ ...item, title, note: `-${note}` }], facts)
      expect(unescaped(told(text, 'SUMMARY'))).toBe(clean(title))
      expect(unescaped(told(text, 'DESCRIPTION'))).toBe(clean(`-${note}`))
    }),
  )
})

test('no line is longer than 75 octets, each ends with CR LF, and no letter is cut from its marks', () => {
  const marked = new Intl.Segmenter('vi', { granularity: 'grapheme' })
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 300 }), (title) => {
      const text = calendarOf([{ ...item, title }], facts)
      expect(text.endsWith('\r\n')).toBe(true)
      const lines = text.split('\r\n')
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n]/)
        const [first = ''] = [...marked.segment(line.replace(/^ /, ''))].map(({ segment }) => segment)
        expect(first).not.toMatch(/^\p{M}/u)
      }
    }),
  )
})
