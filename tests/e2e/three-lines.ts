import { expect } from 'vitest'
import type { Answered } from '#tests/e2e/asking.ts'

/** What happened, what to do now, whom to ask; in the page's language, and nothing of the machine. */
export function expectThreeLines({ text, headers }: Answered, language: 'vi' | 'en' = 'vi') {
  const heads =
    language === 'vi'
      ? ['Chuyện gì', 'Làm gì bây giờ', 'Không được thì gọi ai']
      : ['What happened', 'What to do now', 'Whom to ask']
  if (headers['content-type']?.startsWith('text/html')) {
    for (const head of heads) expect(text).toContain(head)
    expect(text).toContain(`<html lang="${language}"`)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  } else {
    expect(text).toMatch(language === 'vi' ? /gọi 0273 000 1022/ : /0273 000 1022/)
  }
  expect(headers['cache-control'] ?? 'no-store').toBe('no-store')
  expectNothingOfTheMachine(text)
}

export function expectNothingOfTheMachine(text: string) {
  expect(text).not.toMatch(/\bat [\w.]+ \(|node_modules|\/build\/server|SQLITE|Unexpected Server Error|<pre>/)
}
