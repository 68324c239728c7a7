import { randomBytes } from 'node:crypto'
import { codeAlphabet } from '#app/certificates/code.ts'

/** BS-XXXX-XXXX: 40 random bits, so that codes can neither be counted nor guessed. */
export function newCode(): string {
  const letters = [...randomBytes(8)].map((byte) => codeAlphabet[byte % codeAlphabet.length]) // 256 is a multiple of 32: no bias
  return `BS-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
