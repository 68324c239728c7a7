/** 32 characters that eye and voice keep apart: no I, L, O, U. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** BS-XXXX-XXXX from what somebody typed or scanned: any case, spaces and dashes anywhere, O for 0, I and L for 1. Null: no code. */
export function codeFrom(typed: string): string | null {
  if (typed.length > 40) return null
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  const body = letters.length === 10 && letters.startsWith('BS') ? letters.slice(2) : letters
  const clear = body.replace(/O/g, '0').replace(/[IL]/g, '1')
  if (clear.length !== 8 || [...clear].some((letter) => !codeAlphabet.includes(letter))) return null
  return `BS-${clear.slice(0, 4)}-${clear.slice(4)}`
}
