import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cookieIn } from '#app/web/cookie.ts'

test('a cookie is found by its whole name, wherever it stands, with an = in its value too', () => {
  const header = 'text=22; session=ab=c==;theme=dark'
  expect(cookieIn(header, 'text')).toBe('22')
  expect(cookieIn(header, 'session')).toBe('ab=c==')
  expect(cookieIn(header, 'theme')).toBe('dark')
  for (const name of ['ext', 'tex', 'texts', 'sessio', '', 'Text']) expect(cookieIn(header, name)).toBeUndefined()
})

test('of two cookies with one name the first counts, as browsers send the nearer path first', () => {
  expect(cookieIn('session=mine; session=other', 'session')).toBe('mine')
})

test('a cookie without a value is none, and hides no other', () => {
  expect(cookieIn('textX; text=22', 'text')).toBe('22')
  expect(cookieIn('text', 'text')).toBeUndefined()
  expect(cookieIn('=22; text=28', 'text')).toBe('28')
  expect(cookieIn('text=; theme=dark', 'text')).toBe('')
})

test('whatever the header, a name that does not stand before an = is not found', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('sessionX', 'session', 'x=session', 'a session=b', '='))),
      (parts) => {
        const header = parts.join('; ')
        if (!/(^|;)\s*session\s*=/.test(header)) expect(cookieIn(header, 'session')).toBeUndefined()
      },
    ),
  )
})
