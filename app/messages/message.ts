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

/** Plain text as it is sent: our own mail must not look like a scam, so each ends with the same promise (domain.md 5.7). */
export function bodyWithPromise(body: string, language: Locale): string {
  return `${body.trim()}\n\n--\nBến Số\n${promise[language]}\n`
}

const maxTries = 8

const firstWaitMs = 60_000

/** How long to wait after this many failed tries: 1, 2, 4 … minutes; null: no more tries. */
export function waitAfterMs(tries: number): number | null {
  return tries >= maxTries ? null : firstWaitMs * 2 ** (tries - 1)
}
