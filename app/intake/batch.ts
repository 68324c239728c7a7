import type { Refusal } from '#app/intake/reading/refusal.ts'

/**
 * uploaded → understood → checking → checked → committing → committed → undoing → undone. A worker takes what is
 * uploaded, checking, committing or undoing one step on. `failed`: the file cannot be read; `cancelled`: called off.
 */
export const batchStates = [
  'uploaded',
  'understood',
  'checking',
  'checked',
  'committing',
  'committed',
  'undoing',
  'undone',
  'failed',
  'cancelled',
] as const
export type BatchState = (typeof batchStates)[number]

/** What a worker does next. */
export const dueStates = ['uploaded', 'checking', 'committing', 'undoing'] as const satisfies readonly BatchState[]

export const verdicts = ['new', 'matched', 'conflict', 'refused'] as const
export type Verdict = (typeof verdicts)[number]

/** Why a row got its verdict. Each has its words in `i18n`. */
const verdictReasons = [
  /** Refused. */
  'name-missing',
  'birth-impossible',
  'duplicate-row',
  'unit-unknown',
  'unit-unclear',
  'unit-not-yours',
  'unit-not-alive',
  'day-wrong',
  'overlap',
  /** Matched: nothing is left to do. */
  'already-there',
  /** In conflict: somebody decides. */
  'several-fit',
  'maybe-same',
  'other-birth',
  'other-name',
  'elsewhere',
  /** New, and worth a look. */
  'namesake',
] as const
export type VerdictReason = (typeof verdictReasons)[number]

/** What somebody says of a row in conflict. */
export const decisions = ['same', 'new', 'leave'] as const
export type Decision = (typeof decisions)[number]

export type Counts = {
  people: number
  /** Rows that are no person: titles, totals, signatures. */
  passed: number
  verdicts: Record<Verdict, number>
  /** After the commit: accounts made, places given; after the undo: accounts taken away and kept. */
  made: number
  joined: number
  removed: number
  kept: number
}

export const noCounts: Counts = {
  people: 0,
  passed: 0,
  verdicts: { new: 0, matched: 0, conflict: 0, refused: 0 },
  made: 0,
  joined: 0,
  removed: 0,
  kept: 0,
}

/** Why a batch goes no further, or had to be looked at again. */
export type BatchProblem = { refusal: Refusal } | { problem: 'changed-since' | 'unit-not-yours' }
