import type { Locale } from '#app/i18n/messages.ts'
import { withoutLinks } from '#app/messages/without-links.ts'

const promise = {
  vi: 'Bến Số không hỏi tiền, mật khẩu hay OTP; tin này không có đường dẫn.',
  en: 'Bến Số asks for no money, password or OTP; this has no link.',
}

/** Letters of Vietnamese go as UCS-2: 67 units in each part of a long SMS, and a province pays for each part. */
const unitsAPart = 67
const partsAtMost = 3

/**
 * What goes through the gateway: one line without any link, however it came in, that ends with our promise; at most three
 * parts of an SMS, cut between letters and never within one.
 */
export function gatewayText(words: string, language: Locale): string {
  const said = withoutLinks(words).replace(/\s+/gu, ' ').trim()
  const room = unitsAPart * partsAtMost - promise[language].length - ' … '.length
  return `${cut(said, room)} ${promise[language]}`
}

function cut(text: string, units: number): string {
  if (text.length <= units) return text
  let kept = ''
  for (const { segment } of letters.segment(text)) {
    if (kept.length + segment.length > units) break
    kept += segment
  }
  return `${kept.trimEnd()} …`
}

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' })
