import type { Paragraph, RootContent } from 'mdast'
import { readGap } from '#app/questions/gap/read-gap.ts'
import type { Gap, GapSpec, Prose } from '#app/questions/gap/spec.ts'
import { splitGaps } from '#app/questions/gap/split-gaps.ts'
import { placeOf } from '#app/questions/place-of.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'
import { ignoresTones } from '#app/questions/typed/ignores-tones.ts'

export function readGaps(node: QuestionNode): GapSpec {
  const ignoreTones = ignoresTones(node)
  for (const child of besideGaps(node)) {
    if (/\[\[/.test(node.text([child]))) node.refuse(placeOf(node, child), 'gap-inside')
  }
  let count = 0
  const paragraphs = node.children
    .filter((child) => hasGap(node, child))
    .map((paragraph) =>
      splitGaps(node, paragraph.children).map((cut): Prose | Gap => {
        if ('prose' in cut) return { by: 'prose', html: htmlWithSpaces(node, cut.prose) }
        count++
        if (count > 6) node.refuse(cut.at, 'gap-many')
        return readGap(node, cut.gap, cut.at, count)
      }),
    )
  if (count === 0) node.refuse(node, 'gap-missing')
  if (count === 1) node.refuse(node, 'gap-few')
  return { paragraphs, ignoreTones }
}

/** Paragraphs without a gap, and all that is no paragraph. */
export function besideGaps(node: QuestionNode): RootContent[] {
  return node.children.filter((child) => !hasGap(node, child))
}

function hasGap(node: QuestionNode, child: RootContent): child is Paragraph {
  return child.type === 'paragraph' && /\[\[/.test(node.text([child]))
}

/** A space beside a gap must outlive whatever turns Markdown into HTML. */
function htmlWithSpaces(node: QuestionNode, prose: Paragraph['children']): string {
  const [first, last] = [prose[0], prose.at(-1)]
  const before = first?.type === 'text' && /^\s/.test(first.value) ? ' ' : ''
  const after = last?.type === 'text' && /\s$/.test(last.value) ? ' ' : ''
  return before + node.html(prose).trim() + after
}
