import { expect, test } from 'vitest'
import { isOwnOrigin } from '#app/web/origin.server.ts'

const host = 'benso.example'

test.each([
  [
    'the browser says same-origin',
    { host, 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    undefined,
    true,
  ],
  [
    'the browser says cross-site',
    { host, 'sec-fetch-site': 'cross-site', origin: `https://${host}` },
    undefined,
    false,
  ],
  [
    'the browser says same-site: another subdomain is not us',
    { host, 'sec-fetch-site': 'same-site' },
    undefined,
    false,
  ],
  ['an older browser sends our own origin', { host, origin: `https://${host}` }, undefined, true],
  ['an older browser sends another origin', { host, origin: 'https://evil.example' }, undefined, false],
  ['an opaque origin', { host, origin: 'null' }, undefined, false],
  [
    'behind a proxy the public address counts, not Host',
    { host: '127.0.0.1:3000', origin: `https://${host}` },
    `https://${host}`,
    true,
  ],
  [
    'behind a proxy our Host is not enough',
    { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' },
    `https://${host}`,
    false,
  ],
  ['a program without any of these', { host }, undefined, true],
] as const)('%s', (_, headers, publicUrl, isOwn) => {
  expect(isOwnOrigin(headers, publicUrl)).toBe(isOwn)
})
