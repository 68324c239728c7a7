import { shapesOf } from '#app/certificates/paper.ts'
import { paperOf } from '#app/certificates/paper-of.server.ts'
import type { Shape } from '#app/certificates/shape.ts'
import type { Verdict } from '#app/certificates/verify.server.ts'

/** The paper to draw on its page; null for one that counts no more, so that no picture of it goes round. */
export async function pictureOf(verdict: Verdict, site: string): Promise<Shape[] | null> {
  if (verdict.state !== 'valid') return null
  // Fonts and what reads them are 15 MB and a fifth of a second: only processes that draw load them.
  const { measure } = await import('#app/certificates/fonts.server.ts')
  return shapesOf(paperOf(verdict, site), measure)
}
