import type { PhrasingContent, Text } from 'mdast'
import { placeOf } from '#app/questions/place-of.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'

/** A paragraph cut at its gaps: runs of Markdown, and what stood between [[ and ]]. */
export type Cut = { prose: PhrasingContent[] } | { gap: string; at: { line: number; column: number } }

export function splitGaps(node: QuestionNode, content: PhrasingContent[]): Cut[] {
  const cuts: Cut[] = []
  let run: PhrasingContent[] = []
  const endRun = () => {
    if (run.length > 0) cuts.push({ prose: run })
    run = []
  }
  for (const piece of content) {
    if (piece.type !== 'text') {
      if (/\[\[|\]\]/.test(node.text([piece]))) node.refuse(placeOf(node, piece), 'gap-inside')
      run.push(piece)
      continue
    }
    for (const part of piece.value.split(/(\[\[.*?\]\])/su)) {
      const inside = /^\[\[(.*)\]\]$/su.exec(part)?.[1]
      if (inside === undefined) {
        if (/\[\[|\]\]/.test(part)) node.refuse(placeOf(node, piece), 'gap-open')
        if (part !== '') run.push({ type: 'text', value: part } satisfies Text)
        continue
      }
      endRun()
      cuts.push({ gap: inside, at: placeOf(node, piece) })
    }
  }
  endRun()
  return cuts
}
