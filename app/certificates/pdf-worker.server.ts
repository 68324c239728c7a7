import { parentPort } from 'node:worker_threads'
import { drawPdf } from '#app/certificates/draw-pdf.server.ts'
import type { Paper } from '#app/certificates/paper.ts'

export type Drawn = { bytes: Uint8Array } | { problem: string }

// The thread that draws papers: an entry of its own, beside the server. One paper in, one answer out.
parentPort?.on('message', async (paper: Paper) => {
  try {
    answer({ bytes: await drawPdf(paper) })
  } catch (problem) {
    answer({ problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) })
  }
})

function answer(drawn: Drawn) {
  parentPort?.postMessage(drawn)
}
