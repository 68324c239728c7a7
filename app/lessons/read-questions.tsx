import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '#app/i18n/messages.ts'
import { WordsProvider } from '#app/i18n/words.tsx'
import type { Finding } from '#app/lessons/finding.ts'
import { Pieces } from '#app/lessons/pieces.tsx'
import { plainText } from '#app/lessons/plain-text.ts'
import { shapeNodes } from '#app/lessons/shape-tree.ts'
import { attributesOf, isComponent, isRootContent, type Node, type Place, placeOf } from '#app/lessons/tree.ts'
import { type Question, questionKinds } from '#app/questions/question.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'
import { readQuestion } from '#app/questions/read-question.ts'

type Context = { language: Locale; tableLabel: () => string; report: (finding: Finding) => void }

/** Reads a <Question> or <Scenario> that passed the allow-list, key and all; null when its kind refuses it. */
export function readQuestionOf(node: Node, context: Context): Question | null {
  const attributes = attributesOf(node)
  const kind = questionKinds.find((name) => name === attributes.kind)
  if (!kind) return null
  const children = node.children ?? []
  const why = children.filter((child) => isComponent(child, 'Why'))
  const id = String(attributes.id)
  const html = renderer(context)
  const questionNode: QuestionNode = {
    id,
    attributes,
    children: children.filter((child) => !isComponent(child, 'Why')).filter(isRootContent),
    ...placeOf(node),
    html,
    text: (pieces) => plainText(pieces),
    refuse(at, code, values) {
      throw new Refusal(at, code, values)
    },
  }
  try {
    return {
      id,
      kind,
      ...readQuestion(kind, questionNode),
      whyHtml: html(why.filter(isRootContent)),
      outcome: Number(attributes.outcome ?? 1),
      difficulty: Number(attributes.difficulty ?? 1),
      skill: String(attributes.skill ?? ''),
      isScenario: node.name === 'Scenario' || attributes.scenario === true,
      mustBeRight: attributes.must === true,
      points: Number(attributes.points ?? 1),
      title: node.name === 'Scenario' ? String(attributes.title) : '',
    }
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    context.report({ ...refusal.at, code: refusal.code, values: refusal.values })
    return null
  }
}

class Refusal extends Error {
  constructor(
    readonly at: Place,
    readonly code: string,
    readonly values: Record<string, string> | undefined,
  ) {
    super(code)
  }
}

function renderer({ language, tableLabel }: Context) {
  return (pieces: Node[]) =>
    renderToStaticMarkup(
      <WordsProvider locale={language}>
        <Pieces nodes={shapeNodes(pieces.flatMap(openWhy), tableLabel)} />
      </WordsProvider>,
    )
}

/** A <Why> stands for what it holds; bare words in it make a paragraph. */
function openWhy(node: Node): Node[] {
  if (!isComponent(node, 'Why')) return [node]
  const [shaped] = shapeNodes([node], () => '')
  return shaped?.children ?? []
}
