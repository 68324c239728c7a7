import type { Locale } from '#app/i18n/messages.ts'

/** The ways a message takes; a notice on the site itself is none of them. */
export const channels = ['email', 'gateway'] as const
export type Channel = (typeof channels)[number]

/** `account`: codes and the like, asked for by the person. `reminder`: of what must be learnt. `report`: lists for heads. */
export const messageKinds = ['account', 'reminder', 'report', 'decision'] as const
export type MessageKind = (typeof messageKinds)[number]

const promise = {
  vi: 'Bến Số không yêu cầu chuyển tiền hay mã OTP. Ai hỏi những thứ đó không phải là chúng tôi.',
  en: 'Bến Số never asks for money or an OTP code. Whoever asks for them is not us.',
}

const refusing = {
  vi: {
    by: (address: string) => `Không muốn nhận thư loại này nữa: ${address}`,
    self: 'Không muốn nhận thư loại này nữa: mở Bến Số, vào Của tôi, mục Tin báo.',
  },
  en: {
    by: (address: string) => `To stop letters of this kind: ${address}`,
    self: 'To stop letters of this kind: open Bến Số, My page, Messages.',
  },
}

/** Only letters about an account that somebody asked for themselves may hold a link to a page with a password. */
const withoutLink = {
  vi: 'Thư này không có đường dẫn nào hỏi mật khẩu. Muốn xem, hãy tự mở Bến Số như bạn vẫn mở.',
  en: 'No link in this letter asks for a password. To see more, open Bến Số yourself, as you always do.',
}

/** Plain text as it is sent: our own mail must not look like a scam, so each ends with the same promise (domain.md 5.7). */
export function bodyWithPromise(
  body: string,
  language: Locale,
  { kind = 'account', refusalAddress = null }: { kind?: MessageKind; refusalAddress?: string | null } = {},
): string {
  const { by, self } = refusing[language]
  const more = kind === 'account' ? '' : `\n${withoutLink[language]}\n\n${refusalAddress ? by(refusalAddress) : self}`
  return `${body.trim()}\n\n--\nBến Số\n${promise[language]}${more}\n`
}

const maxTries = 8

const firstWaitMs = 60_000

/** How long to wait after this many failed tries: 1, 2, 4 … minutes; null: no more tries. */
export function waitAfterMs(tries: number): number | null {
  return tries >= maxTries ? null : firstWaitMs * 2 ** (tries - 1)
}
