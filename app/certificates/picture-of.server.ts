import { measure } from '#app/certificates/fonts.server.ts'
import { shapesOf } from '#app/certificates/paper.ts'
import { paperOf } from '#app/certificates/paper-of.server.ts'
import type { Shape } from '#app/certificates/shape.ts'
import type { Verdict } from '#app/certificates/verify.server.ts'

/** The paper to draw on its page; null for one that counts no more, so that no picture of it goes round. */
export function pictureOf(verdict: Verdict, site: string): Shape[] | null {
  return verdict.state === 'valid' ? shapesOf(paperOf(verdict, site), measure) : null
}
