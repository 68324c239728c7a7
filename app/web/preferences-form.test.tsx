import { expect, test } from 'vitest'
import {
  type Preferences,
  preferencesOf,
  textSizes,
  themes,
  usualPreferences,
  variantOf,
} from '#app/web/preferences.ts'
import { PreferencesForm } from '#app/web/preferences-form.tsx'
import { drawn } from '#tests/drawn.tsx'

const all: Preferences[] = textSizes.flatMap((text) =>
  themes.flatMap((theme) => [true, false].map((scripts) => ({ text, theme, scripts }))),
)

test.each(['vi', 'en'] as const)('each choice stands ticked as it is, under a named group: %s', (locale) => {
  for (const preferences of all) {
    const page = drawn(<PreferencesForm preferences={preferences} />, locale)
    const chosen = page.named('input').flatMap(({ attributes }) => ('checked' in attributes ? [attributes.value] : []))
    expect(chosen).toEqual([preferences.text, preferences.theme, ...(preferences.scripts ? [] : ['yes'])])
    expect(page.named('legend')).toHaveLength(2)
    expect(page.troubles).toEqual([])
  }
})

test('no two ways that a page can look share their place in the cache', () => {
  expect(new Set(all.map(variantOf)).size).toBe(all.length)
})

test('what the form chose is what the cookies say afterwards', () => {
  for (const { text, theme, scripts } of all) {
    const cookies = `text=${text}; theme=${theme}; scripts=${scripts ? 'on' : 'off'}`
    expect(preferencesOf(cookies, false)).toEqual({ text, theme, scripts })
    expect(preferencesOf(cookies, true)).toEqual({ text, theme, scripts })
  }
  expect(preferencesOf('session=x', false)).toEqual(usualPreferences)
})
