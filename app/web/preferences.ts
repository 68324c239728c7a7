import { cookieIn } from '#app/web/cookie.ts'

export const textSizes = ['18', '22', '28'] as const
export const themes = ['auto', 'light', 'dark', 'contrast'] as const

/** How a reader wants pages to look; kept in cookies, so that it holds before anybody signs in. */
export type Preferences = {
  text: (typeof textSizes)[number]
  theme: (typeof themes)[number]
  /** False: no scripts, by choice or because the browser asks to save data. */
  scripts: boolean
}

export const usualPreferences: Preferences = { text: '18', theme: 'auto', scripts: true }

const chosenSome = /(?:^|[; ])(?:text|theme|scripts)=/

/** Reads the cookies `text`, `theme` and `scripts`; anything unknown counts as not chosen. */
export function preferencesOf(cookies: string | undefined, saveData: boolean): Preferences {
  // Most have chosen nothing, and every cached page asks: one look instead of three.
  if (!cookies || !chosenSome.test(cookies))
    return saveData ? { ...usualPreferences, scripts: false } : usualPreferences
  const chosen = cookieIn(cookies, 'scripts')
  return {
    text: textSizes.find((size) => size === cookieIn(cookies, 'text')) ?? '18',
    theme: themes.find((theme) => theme === cookieIn(cookies, 'theme')) ?? 'auto',
    scripts: chosen === 'off' ? false : chosen === 'on' ? true : !saveData,
  }
}

/** One short word for each way a page can look: part of a cached page's key. */
export function variantOf({ text, theme, scripts }: Preferences): string {
  return `${text}${theme[0]}${scripts ? 's' : '-'}`
}
