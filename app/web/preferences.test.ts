import fc from 'fast-check'
import { expect, test } from 'vitest'
import { preferencesOf, usualPreferences, variantOf } from '#app/web/preferences.ts'

test('what the reader chose holds', () => {
  expect(preferencesOf('text=28; theme=dark; scripts=off', false)).toEqual({
    text: '28',
    theme: 'dark',
    scripts: false,
  })
})

test('a browser that saves data gets light pages, unless the reader wants scripts', () => {
  expect(preferencesOf(undefined, true).scripts).toBe(false)
  expect(preferencesOf('scripts=on', true).scripts).toBe(true)
})

test('whatever stands in the cookies, a page looks like one of ours', () => {
  const variants = new Set<string>()
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (cookies, saveData) => {
      variants.add(variantOf(preferencesOf(cookies, saveData)))
    }),
  )
  expect(variants.size).toBeLessThanOrEqual(24)
  expect(preferencesOf('text=99; theme=<script>', false)).toEqual(usualPreferences)
})
