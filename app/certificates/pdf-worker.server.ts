import { parentPort } from 'node:worker_threads'
import { drawPdf } from '#app/certificates/draw-pdf.server.ts'
import { drawTablePdf } from '#app/certificates/draw-table-pdf.server.ts'
import type { Paper } from '#app/certificates/paper.ts'
import type { TablePaper } from '#app/certificates/table-paper.ts'

/** A certificate, or a table. */
export type ToDraw = Paper | TablePaper
export type Drawn = { bytes: Uint8Array } | { problem: string }

// The thread that draws papers: an entry of its own, beside the server. One paper in, one answer out.
parentPort?.on('message', async (paper: ToDraw) => {
  try {
    answer({ bytes: await ('columns' in paper ? drawTablePdf(paper) : drawPdf(paper)) })
  } catch (problem) {
    answer({ problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) })
  }
})

function answer(drawn: Drawn) {
  parentPort?.postMessage(drawn)
}
