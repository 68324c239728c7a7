import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSyllable } from '#app/i18n/syllable.ts'
import { decodeLatin1, detectEncoding } from '#app/intake/text/detect.ts'
import { undoDoubleEncoding } from '#app/intake/text/double-encoded.ts'
import { isFontOfCapitals, letteringOfFont } from '#app/intake/text/lettering-of-font.ts'
import { repair } from '#app/intake/text/repair.ts'
import { decodeTcvn3 } from '#app/intake/text/tcvn3.ts'
import { decodeVni } from '#app/intake/text/vni.ts'
import { aVietnameseText, toDoubleEncoded, toTcvn3, toUtf16, toVni, toWindows1258 } from '#tests/vietnamese.ts'

test('words are Vietnamese when beginning, rhyme and tone fit', () => {
  for (const word of [
    'Nguyễn',
    'Thị',
    'Đẹp',
    'Quỳnh',
    'giếng',
    'gì',
    'Quốc',
    'khuya',
    'Y',
    'Ỷ',
    'nghĩa',
    'Thuỷ',
    'Hoà',
  ])
    expect(isSyllable(word), word).toBe(true)
  for (const word of ['Mờng', 'HĐND', 'càt', 'bẻp', 'ngưễn', 'ww']) expect(isSyllable(word), word).toBe(false)
})

test('a text written in TCVN3 is read back, but for the case of letters with tone marks', () => {
  fc.assert(
    fc.property(aVietnameseText, (text) => {
      expect(decodeTcvn3(toTcvn3(text)).toLowerCase()).toBe(text.toLowerCase())
    }),
  )
})

test('a text written in VNI is read back', () => {
  fc.assert(
    fc.property(aVietnameseText, (text) => {
      expect(decodeVni(toVni(text))).toBe(text)
    }),
  )
})

test('UTF-8 read as Windows-1252 is undone, and Vietnamese as it should be is left alone', () => {
  fc.assert(
    fc.property(aVietnameseText, (text) => {
      expect(undoDoubleEncoding(text)).toBeNull()
      if (/[^\0-\x7f]/.test(text)) expect(undoDoubleEncoding(toDoubleEncoded(text))).toBe(text)
    }),
  )
})

test('bytes of each encoding are told apart, and decoded give the text', () => {
  const lines = fc.array(aVietnameseText, { minLength: 25, maxLength: 40 }).map((texts) => texts.join('\n'))
  fc.assert(
    fc.property(lines, (text) => {
      const utf8 = new TextEncoder().encode(text)
      expect(detectEncoding(utf8)).toBe('utf-8')
      for (const order of ['utf-16le', 'utf-16be'] as const) {
        expect(detectEncoding(toUtf16(text, order, { mark: true }))).toBe(order)
        expect(detectEncoding(toUtf16(text, order, { mark: false }))).toBe(order)
      }
      const bytes = toWindows1258(text)
      expect(detectEncoding(bytes)).toBe('windows-1258')
      expect(new TextDecoder('windows-1258').decode(bytes).normalize('NFC')).toBe(text)
      for (const legacy of [toTcvn3(text), toVni(text)])
        expect(detectEncoding(Uint8Array.from(legacy, (letter) => letter.charCodeAt(0)))).toBe('latin1')
    }),
    { numRuns: 50 },
  )
})

test('each cell is read as it was meant when its font or its neighbours tell', () => {
  fc.assert(
    fc.property(aVietnameseText, (text) => {
      expect(repair(toVni(text), ['vni']).text).toBe(text)
      expect(repair(toTcvn3(text), ['tcvn3']).text.toLowerCase()).toBe(text.toLowerCase())
      expect(repair(text, ['unicode']).text).toBe(text)
      expect(repair(toDoubleEncoded(text), ['double']).text).toBe(text)
    }),
  )
})

test('a font left over from older days does not spoil what was typed anew', () => {
  expect(repair('Nguyễn Thị Đẹp', ['tcvn3'])).toMatchObject({ text: 'Nguyễn Thị Đẹp', lettering: 'unicode' })
  expect(repair('Trần Văn Hòa', ['vni']).text).toBe('Trần Văn Hòa')
})

test('a short cell that reads in two ways is marked as unsure', () => {
  expect(repair('Hé lý', ['unicode'])).toEqual({ text: 'Hé lý', lettering: 'unicode', isSure: false })
  expect(repair('Hé lý', ['tcvn3'])).toEqual({ text: 'Hộ lý', lettering: 'tcvn3', isSure: false })
  expect(repair('M\u00adêng Kh\u00ad¬ng', ['tcvn3'])).toMatchObject({ text: 'Mường Khương', isSure: true })
  // The invisible ư was cleaned away by another program: nothing can bring it back.
  expect(repair('Mêng Kh¬ng', ['tcvn3']).isSure).toBe(false)
})

test('the font tells which legacy letters a cell has', () => {
  expect(['.VnTime', '.VnArialH', 'VNI-Times', 'VNI Times', 'Times New Roman', undefined].map(letteringOfFont)).toEqual(
    ['tcvn3', 'tcvn3', 'vni', 'vni', null, null],
  )
  expect(['.VnTimeH', '.VnTime', 'VNI-Times'].map(isFontOfCapitals)).toEqual([true, false, false])
})

test('no bytes and no text whatever make the reading throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      detectEncoding(bytes)
      for (const first of ['unicode', 'tcvn3', 'vni', 'double'] as const) repair(decodeLatin1(bytes), [first])
    }),
    { numRuns: 500 },
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void repair(text, [])))
})
