import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, unifyTone } from '#app/i18n/fold.ts'

test('the tone stands on the same letter, however it was typed', () => {
  for (const [typed, unified] of [
    ['Hoà', 'Hòa'],
    ['Thanh Hoà', 'Thanh Hòa'],
    ['An Thạnh Thuỷ', 'An Thạnh Thủy'],
    ['Lương Hoà Lạc', 'Lương Hòa Lạc'],
    ['khoẻ khoắn', 'khỏe khoắn'],
    ['HOÀ BÌNH', 'HÒA BÌNH'],
    ['tuỳ ý, uỷ ban', 'tùy ý, ủy ban'],
    ['hoá-đơn', 'hóa-đơn'],
    ['oà', 'òa'],
    ['toạ đoạ', 'tọa đọa'],
  ] as const)
    expect(unifyTone(typed)).toBe(unified)
})

test('words where the tone has one place stay as they are', () => {
  for (const word of ['Nhị Quý', 'Hoàng', 'hoàn', 'quỳ', 'Quỳnh', 'thuyền', 'Huỳnh', 'xoáy', 'QUÝ'])
    expect(unifyTone(word)).toBe(word)
})

test('unifying twice changes nothing, and NFD input gives what NFC gives', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'hoàáảãạèéẻẽẹuỳýỷỹỵqtnQOÀ ') }), (text) => {
      const unified = unifyTone(text)
      return unifyTone(unified) === unified && unifyTone(text.normalize('NFD')) === unified
    }),
  )
})

test('a search finds a word whatever tones, tone places, i or y it was typed with', () => {
  for (const [one, other] of [
    ['Hòa', 'Hoà'],
    ['Thuỷ', 'Thủy'],
    ['Quí', 'Quý'],
    ['Mỹ', 'Mĩ'],
    ['Lý', 'Lí'],
    ['kỹ năng', 'kĩ năng'],
    ['chuyển đổi số', 'chuyen doi so'],
    ['lừa đảo', 'LUA DAO'],
    ['Đồng Tháp', 'dong thap'],
  ] as const)
    expect(fold(one)).toBe(fold(other))
})

test('y stays where it is a letter of its own sound', () => {
  expect(fold('Thúy')).toBe('thuy')
  expect(fold('tay')).toBe('tay')
  expect(fold('Quỳnh')).toBe('quynh')
  expect(fold('Huyền')).toBe('huyen')
})

test('folding twice changes nothing, and nothing of it is a mark or a capital', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = fold(text)
      return fold(folded) === folded && folded === folded.toLowerCase() && !/\p{M}|đ/u.test(folded.normalize('NFD'))
    }),
  )
})
