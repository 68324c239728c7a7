import type { Question, QuestionKindName } from '#app/questions/question.ts'
import { questionKinds } from '#app/questions/question.ts'
import { readQuestion } from '#app/questions/read-question.ts'
import { questionNodes, Refused } from '#tests/question-nodes.ts'

/** A question with everything but its kind and spec made up. */
export function aQuestion(kind: QuestionKindName, spec: unknown, values: Partial<Question> = {}): Question {
  return {
    id: 'q1',
    kind,
    promptHtml: '<p>Ai được phép hỏi mã OTP của bạn?</p>',
    whyHtml: '<p>Mã OTP như chìa khóa nhà.</p>',
    outcome: 1,
    difficulty: 1,
    skill: '4.2',
    isScenario: false,
    mustBeRight: false,
    points: 1,
    title: '',
    spec: JSON.parse(JSON.stringify(spec)),
    ...values,
  }
}

/** The questions of an MDX source, read as the compiler reads them and stored as JSON. */
export async function questionsFrom(source: string): Promise<Question[]> {
  const nodes = await questionNodes(source)
  return nodes.map(({ kind, node }) => {
    const { promptHtml, spec } = readQuestion(kindName(kind), node)
    return aQuestion(kindName(kind), spec, { id: node.id, promptHtml })
  })
}

/** Why each body was refused as a question of this kind: its code, or null if it was not. */
export async function refusals(
  kind: QuestionKindName,
  bodies: string[],
  prompt = 'Hỏi gì?',
): Promise<Array<string | null>> {
  const sources = bodies.map((body, i) => {
    const [, attributes = '', rest = ''] = /^(?:\{(.*?)\}\n)?([\s\S]*)$/.exec(body) ?? []
    return `<Question id="q${i}" kind="${kind}" ${attributes}>\n\n${prompt}\n\n${rest}\n\n<Why>Vì.</Why>\n\n</Question>`
  })
  const nodes = await questionNodes(sources.join('\n\n'))
  return nodes.map(({ node }) => {
    try {
      readQuestion(kind, node)
      return null
    } catch (refused) {
      if (refused instanceof Refused) return refused.code
      throw refused
    }
  })
}

function kindName(kind: string): QuestionKindName {
  const known = questionKinds.find((name) => name === kind)
  if (!known) throw new Error(`no kind ${kind}`)
  return known
}
