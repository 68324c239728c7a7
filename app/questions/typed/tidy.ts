/** Typed text as it is kept and shown again: NFC, single spaces, nothing invisible. Doing it twice changes nothing. */
export function tidy(typed: string): string {
  return typed
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .normalize('NFC')
    .trim()
}
