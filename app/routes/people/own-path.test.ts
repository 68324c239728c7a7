import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPath } from '#app/routes/people/own-path.ts'

test('after signing in one goes on within this site, wherever the link says', () => {
  for (const own of ['/me', '/courses/cd3?x=1#y', '/en/courses/cd3']) expect(ownPath(own, '/me')).toBe(own)
  for (const foreign of [
    '//evil.vn',
    '/\\evil.vn',
    'https://evil.vn',
    '/\t/evil.vn',
    '\n//evil.vn',
    'javascript:alert(1)',
    '',
    null,
    `/${'x'.repeat(501)}`,
  ])
    expect(ownPath(foreign, '/me')).toBe('/me')
})

test('whatever is asked for, a browser stays here', () => {
  const typed = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('/', '\\', '\t', '\n', ':', '@', '.', 'a', 'h', '%2f') }),
  )
  fc.assert(
    fc.property(typed, (next) => new URL(ownPath(next, '/me'), 'https://benso.example').host === 'benso.example'),
  )
})

test('a path with Vietnamese in it fits a header', () => {
  expect(ownPath('/courses?q=lừa đảo&page=%C3%A9', '/me')).toBe('/courses?q=l%E1%BB%ABa%20%C4%91%E1%BA%A3o&page=%C3%A9')
})
