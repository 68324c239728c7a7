import { z } from 'zod'
import type { Locale } from '#app/i18n/messages.ts'

/** PostgreSQL holds no NUL in a text, and nobody types one: what was written beside it is kept. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((said) => said.replaceAll('\0', ''))

const key = text(120).pipe(z.string().min(1))
const fields = z.array(z.tuple([text(200), text(5_000)])).max(60)

const common = { id: z.uuid(), at: z.iso.datetime({ offset: true }), edition: key }

/** What a learner does, as it is sent by a form, a live page or a phone that was offline for a week. */
export const learningEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('lesson.opened'), lesson: key }),
  z.strictObject({
    ...common,
    kind: z.literal('lesson.studied'),
    lesson: key,
    seconds: z.number().int().min(1).max(600),
  }),
  z.strictObject({ ...common, kind: z.literal('lesson.read'), lesson: key }),
  z.strictObject({ ...common, kind: z.literal('practice.answered'), lesson: key, question: key, fields }),
  z.strictObject({
    ...common,
    kind: z.literal('attempt.answered'),
    attempt: key,
    question: key,
    sequence: z.number().int().min(1).max(1_000_000),
    fields,
  }),
  z.strictObject({ ...common, kind: z.literal('attempt.submitted'), attempt: key }),
])
export type SentEvent = z.infer<typeof learningEventSchema>

/** Which questions were drawn, in order: never their keys, for events are handed out with a person's own data. */
export type DrawnPaper = { seed: string; questions: string[]; language?: Locale }

/** Only the server makes these: the opening of an attempt with its paper, and its closing. `answer` is the id of the late answer's event. */
export type ServerEvent =
  | {
      id: string
      at: string
      edition: string
      kind: 'attempt.opened'
      attempt: string
      exam: string
      number: number
      paper: DrawnPaper
      deadline: string | null
    }
  | { id: string; at: string; edition: string; kind: 'attempt.closed'; attempt: string; by: 'learner' | 'deadline' }
  | {
      id: string
      at: string
      edition: string
      kind: 'late.accepted'
      attempt: string
      question: string
      answer: string
      by: string
      reason: string
    }
  | {
      id: string
      at: string
      edition: string
      kind: 'deadline.moved'
      attempt: string
      /** Where it stood before; the oldest of these events, which only ever moved it on, do not say. */
      from?: string
      deadline: string
      reason: string
    }

export type LearningEvent = SentEvent | ServerEvent

/** What became of a sent event. `received`: it is on disk (now or before); `late`: kept, not marked; `refused`: never will be. */
export type Receipt = {
  id: string
  outcome: 'received' | 'late' | 'refused'
  problem?: string
  /** Of an answer in a timed attempt: when that attempt closes, as it stands now. */
  deadline?: string
}
