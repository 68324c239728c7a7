import type { RootContent } from 'mdast'
import type { ReactElement } from 'react'
import type { ZodType } from 'zod'
import type { QuestionNode } from '#app/questions/question-node.ts'

export const questionKinds = [
  'single',
  'multiple',
  'truefalse',
  'ordering',
  'matching',
  'text',
  'number',
  'gap',
] as const
export type QuestionKindName = (typeof questionKinds)[number]

/** A question whole, key and all: as it stands in the answer key of a lesson or in an exam pool. Server only. */
export type Question = {
  /** Stable for ever, unique in its course. */
  id: string
  kind: QuestionKindName
  /** The text above the options: safe HTML from the lesson compiler. */
  promptHtml: string
  /** The general explanation: safe HTML. */
  whyHtml: string
  /** Which of the lesson's outcomes it asks, from 1. */
  outcome: number
  /** 1 easy – 3 hard. */
  difficulty: number
  skill: string
  isScenario: boolean
  mustBeRight: boolean
  points: number
  /** A scenario's title; empty otherwise. */
  title: string
  /** What only its kind understands; parsed by the kind's own schema. */
  spec: unknown
}

/** What a learner may see of a question before it is answered: nothing of the key. */
export type AskedQuestion = Pick<Question, 'id' | 'kind' | 'promptHtml' | 'points' | 'isScenario' | 'title'> & {
  ask: unknown
}

/** Thousandths of full credit, so that sums stay whole numbers. */
export type Mark = { credit: number; isRight: boolean }

/** What a learner sees after a question is closed: the answer given, what was right, and why. */
export type Reviewed = AskedQuestion & { answer: unknown; mark: Mark | null; review: unknown; whyHtml: string }

/** Name and value pairs of a form: how a browser sends an answer, with or without script. */
export type FormFields = ReadonlyArray<readonly [name: string, value: string]>

/**
 * One kind of question, without its views (`views.ts` has those: a browser may load them, never this).
 * `ask` strips the key; `mark` is pure and only ever runs on the server.
 *
 * These are methods on purpose: TypeScript compares their parameters both ways, so that the list of kinds
 * can hold them as `AnyKind`. Only `ask.ts`, `mark.ts`, `answer-from.ts` and `review.ts` call them so, and
 * hand over nothing that the kind's own schemas have not read.
 */
export type QuestionKind<Spec, Ask, Answer, Review> = {
  kind: QuestionKindName
  specSchema: ZodType<Spec>
  answerSchema: ZodType<Answer>
  /** The attributes of a <Question> that only some kinds know, of those that this one does. */
  attributes: readonly KindAttribute[]
  /** Which of the children stand above (or below) what is answered: the prompt. */
  prompt(node: QuestionNode): RootContent[]
  /** Reads the children of a <Question> into a spec, or says what is wrong and where. */
  read(node: QuestionNode): Spec
  /** What may leave the server. The seed orders the options: same seed, same order. */
  ask(spec: Spec, seed: string): Ask
  mark(spec: Spec, answer: Answer): Mark
  /** The form's fields as an answer; null when nothing was answered. Names are what follows `answer.<question>`. */
  answerFrom(fields: FormFields): unknown
  /** Whether the answer speaks only of what this question asked. */
  fits(spec: Spec, answer: Answer): boolean
  /** What is shown once the question is closed: per option, right or wrong and why. */
  review(spec: Spec, seed: string, answer: Answer | null): Review
}
export type AnyKind = QuestionKind<unknown, unknown, unknown, unknown>

export const kindAttributes = ['part', 'tolerance', 'unit', 'tones'] as const
export type KindAttribute = (typeof kindAttributes)[number]

/** How a kind looks: what is answered, and what came of it. */
export type KindViews<Ask, Answer, Review> = {
  /** Field names begin with `answer.` plus the question's id, so that several questions fit in one form. */
  AskView(props: { id: string; ask: Ask; answer: Answer | null }): ReactElement
  ReviewView(props: { review: Review }): ReactElement
}
export type AnyViews = KindViews<unknown, unknown, unknown>
