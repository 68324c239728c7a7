import { type Locale, messages } from '#app/i18n/messages.ts'
import { isCardHead } from '#app/lessons/check-shape.ts'
import { everyNode, glossaryOf, mediaOf } from '#app/lessons/collect.ts'
import type { Finding } from '#app/lessons/finding.ts'
import type { Card, GlossaryTerm } from '#app/lessons/lesson-document.ts'
import { plainText } from '#app/lessons/plain-text.ts'
import { readQuestionOf } from '#app/lessons/read-questions.tsx'
import { isQuestion } from '#app/lessons/rules.ts'
import { part, shapeNodes } from '#app/lessons/shape-tree.ts'
import { slugger } from '#app/lessons/slug.ts'
import { attributesOf, isComponent, type Node, placeOf } from '#app/lessons/tree.ts'
import type { Question } from '#app/questions/question.ts'

/** What a checked tree says, and the body that is left to compile: the key is taken out before anything is compiled. */
export type Plan = {
  cards: Array<Omit<Card, 'blocks'>>
  key: Question[]
  body: Node[]
  glossary: GlossaryTerm[]
  text: string
  media: string[]
  hasAudio: boolean
}

type Context = { language: Locale; report: (finding: Finding) => void }

export function planBank(tree: Node, context: Context): Plan {
  const key = (tree.children ?? []).flatMap(
    (node) => readQuestionOf(node, { ...context, tableLabel: tableLabels(context) }) ?? [],
  )
  checkFragments(tree, [], context)
  return { cards: [], key, body: [], glossary: [], text: '', media: mediaOf(tree.children ?? []), hasAudio: false }
}

export function planLesson(tree: Node, context: Context): Plan {
  const idOf = slugger()
  const cards: Plan['cards'] = []
  const key: Question[] = []
  const body: Node[] = []
  const text: string[] = []
  const tableLabel = tableLabels(context, () => cards.at(-1)?.title)
  for (const node of tree.children ?? []) {
    if (isCardHead(node)) {
      const title = plainText([node])
      cards.push({ id: idOf(title), title, isSummary: false })
      body.push(part('CardHead', []))
      text.push(title)
    } else if (isComponent(node) && isQuestion(node.name)) {
      key.push(...[readQuestionOf(node, { ...context, tableLabel }) ?? []].flat())
      body.push(part('QuestionPlace', [], { id: String(attributesOf(node).id) }))
    } else {
      const card = cards.at(-1)
      if (card && isComponent(node, 'Summary')) card.isSummary = true
      body.push(...shapeNodes([node], tableLabel))
      text.push(plainText([node]))
    }
  }
  checkFragments(
    tree,
    cards.map(({ id }) => id),
    context,
  )
  const learned = (tree.children ?? []).filter((node) => !isQuestion(node.name))
  return {
    cards,
    key,
    body,
    glossary: glossaryOf(learned, slugger('tu-')),
    text: text.filter((words) => words !== '').join('\n'),
    media: mediaOf(tree.children ?? []),
    hasAudio: [...everyNode(learned)].some((node) => isComponent(node, 'Audio')),
  }
}

/** Regions need different names, so tables are counted. */
function tableLabels({ language }: Context, title?: () => string | undefined): () => string {
  let count = 0
  return () => messages(language).lessons.table(++count, title?.() ?? '')
}

function checkFragments(tree: Node, ids: string[], { report }: Context) {
  for (const node of everyNode(tree.children ?? [])) {
    const url = node.type === 'link' ? (node.url ?? '') : ''
    if (url.startsWith('#') && !ids.includes(url.slice(1))) {
      report({
        ...placeOf(node),
        code: 'fragment-missing',
        values: { url, known: ids.map((id) => `#${id}`).join(', ') || '–' },
      })
    }
  }
}
