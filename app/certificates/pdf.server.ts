import { paperOf } from '#app/certificates/paper-of.server.ts'
import { pdfThread } from '#app/certificates/pdf-thread.server.ts'
import type { TablePaper } from '#app/certificates/table-paper.ts'
import type { Verdict } from '#app/certificates/verify.server.ts'

const { draw } = pdfThread({ limitMs: 10_000, startMs: 20_000, longest: 200 })

/**
 * The PDF of a paper that is valid; null for one that counts no more. 'busy': too many wait already, ask again later.
 * @param site where the QR leads: https://benso.example
 */
export async function certificatePdf(verdict: Verdict, site: string): Promise<Uint8Array | 'busy' | null> {
  return verdict.state === 'valid' ? draw(paperOf(verdict, site)) : null
}

/** A table as a PDF, drawn by the same thread. 'busy': too many wait already, ask again later. */
export function tablePdf(table: TablePaper): Promise<Uint8Array | 'busy'> {
  return draw(table)
}
