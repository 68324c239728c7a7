import { z } from 'zod'
import type { Messages } from '#app/i18n/messages.ts'
import type { SignedIn } from '#app/people/person.ts'
import { type Decided, decideException } from '#app/requirements/exceptions/decide.server.ts'
import { typed } from '#app/routes/people/form.server.ts'
import { formDataOf } from '#app/web/form-data.server.ts'

/** As the words say; a page shows half of it. */
export const mostAnswered = 100

const schema = z.object({
  /** The one whose button was pressed; '' when several were chosen. */
  one: typed,
  request: z.array(z.string()).catch([]),
  decision: z.enum(['given', 'refused']).catch('refused'),
  reason: typed,
})

type Answers = { ids: string[]; decision: 'given' | 'refused'; reason: string }

/** Which requests a form answers, and how. */
export async function answersIn(request: Request): Promise<Answers> {
  const form = await formDataOf(request)
  const {
    one,
    request: chosen,
    ...rest
  } = schema.parse({ ...Object.fromEntries(form), request: form.getAll('request') })
  return one === '' ? { ...rest, ids: chosen } : { ...rest, decision: 'given', ids: [one] }
}

/** Answers each for itself: how many were, and of the others a sentence each. */
export async function answerAll(
  who: SignedIn,
  { ids, decision, reason }: Answers,
  names: ReadonlyMap<string, string>,
  t: Messages['exceptions'],
) {
  const problems: Record<string, string> = {}
  const left: string[] = []
  for (const id of ids) {
    const outcome = await decideException(who, id, { decision, reason })
    if (outcome && 'decided' in outcome) continue
    const name = names.get(id)
    const sentence = sentenceOf(outcome, t)
    problems[`form-${id}`] = name ? t.desk.of(name, sentence) : sentence
    left.push(id)
  }
  return { done: ids.length - left.length, problems, left }
}

/** Why a request was not answered. */
export function sentenceOf(outcome: Extract<Decided, { problem: unknown }> | null, t: Messages['exceptions']): string {
  if (outcome === null) return t.desk.gone
  return 'state' in outcome ? t.desk.decidedAlready[outcome.state] : t.problems[outcome.problem]
}
