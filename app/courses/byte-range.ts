export type ByteRange = { start: number; end: number }

/**
 * The one range of a Range header (RFC 9110, 14.1), both ends included; null when the whole file is to be sent:
 * no header, one that is not understood, or several ranges at once.
 */
export function byteRange(header: string | null, bytes: number): ByteRange | null | 'unsatisfiable' {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  const [from, to] = [asked?.[1] ?? '', asked?.[2] ?? '']
  if (from === '' && to === '') return null
  if (from === '')
    return Number(to) === 0 || bytes === 0
      ? 'unsatisfiable'
      : { start: Math.max(0, bytes - Number(to)), end: bytes - 1 }
  if (to !== '' && Number(to) < Number(from)) return null
  if (Number(from) >= bytes) return 'unsatisfiable'
  return { start: Number(from), end: to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1) }
}
