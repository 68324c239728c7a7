import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactOf, normaliseEmail } from '#app/people/contact.ts'
import { formatPhone, normalisePhone } from '#app/people/phone.ts'

test('every form of a mobile number in lists and on paper is one number', () => {
  for (const typed of [
    '0912345678',
    '0912 345 678',
    '0912.345.678',
    '0912-345-678',
    '+84 912 345 678',
    '+84 (0)912 345 678',
    '84912345678',
    '(84)912345678',
    '０９１２３４５６７８',
    '912345678',
    '\u00a00912\u00a0345\u00a0678\u200b',
  ])
    expect(normalisePhone(typed), typed).toBe('+84912345678')
  expect(formatPhone('+84912345678')).toBe('0912 345 678')
})

test('what is not a Vietnamese mobile number is refused', () => {
  for (const typed of [
    '',
    '0112345678',
    '091234567',
    '09123456789',
    '0273 3 870 870',
    '01201234567',
    '+1 912 345 678',
    'beba27',
    '8.2190E+10',
    '0'.repeat(100_000),
  ])
    expect(normalisePhone(typed), typed.slice(0, 20)).toBeNull()
})

const subscriber = fc
  .tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{8}$/))
  .map((parts) => parts.join(''))
const prefix = fc.constantFrom('0', '', '84', '+84', '(84)', '+84 ', '0 ')
const gap = fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u2009')

test('a number is the same number however it is written, and its shown form is read back', () => {
  fc.assert(
    fc.property(
      subscriber,
      prefix,
      fc.array(gap, { minLength: 9, maxLength: 9 }),
      fc.boolean(),
      (digits, before, gaps, isWide) => {
        const spaced = before + [...digits].map((digit, place) => digit + gaps[place]).join('')
        const typed = isWide
          ? spaced.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
          : spaced
        const phone = normalisePhone(typed)
        return phone === `+84${digits}` && normalisePhone(formatPhone(phone)) === phone
      },
    ),
  )
})

test('no text whatever makes the reading of a contact throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void contactOf(typed)))
})

test('an e-mail address is kept in small letters and NFC', () => {
  expect(normaliseEmail('  Be.Ba@Example.VN ')).toBe('be.ba@example.vn')
  expect(normaliseEmail('hoà@example.vn'.normalize('NFD'))).toBe('hoà@example.vn')
  for (const typed of [
    'beba',
    'be ba@example.vn',
    'a@b',
    'a@b..vn',
    'a@b.vn, c@d.vn',
    '<a@b.vn>',
    'a@b.vn\r\nBcc: c@d.vn',
    `${'a'.repeat(100_000)}@b.vn`,
  ])
    expect(normaliseEmail(typed), typed.slice(0, 20)).toBeNull()
})

test('one box takes either', () => {
  expect(contactOf('0912 345 678')).toEqual({ phone: '+84912345678', email: null })
  expect(contactOf('A@b.vn')).toEqual({ phone: null, email: 'a@b.vn' })
  expect(contactOf('beba27')).toBeNull()
})
