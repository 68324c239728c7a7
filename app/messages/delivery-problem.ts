/**
 * Why a message was not taken. `refused`: by the other side, for good. `busy`: it said later. `unreachable`: nobody
 * answered. `answer`: an answer that makes no sense. `late`: it waited for days, and would surprise now.
 * `unwanted`: the person refused this way while it waited.
 */
const problemKinds = ['refused', 'busy', 'unreachable', 'answer', 'late', 'unwanted'] as const
export type ProblemKind = (typeof problemKinds)[number]

export type ProblemFacts = {
  kind: ProblemKind
  detail: string
  /** It may have arrived nevertheless: the line broke before the answer. */
  isUncertain?: boolean
  /** The other messages would fare alike: they wait for the next run. */
  isOfServer?: boolean
  /** When the other side wants to be asked again. */
  retryAfterMs?: number | null
}

/** Thrown by whoever sends. */
export class DeliveryProblem extends Error {
  readonly facts: ProblemFacts
  constructor(facts: ProblemFacts) {
    super(facts.detail)
    this.facts = facts
  }
}

/** As the outbox keeps it. Once a message may have arrived, that stays said. */
export function problemText({ kind, detail, isUncertain = false }: ProblemFacts, before: string | null): string {
  const mark = isUncertain || mayHaveArrived(before) ? uncertain : ''
  return `${mark}${kind}: ${detail}`.slice(0, 500)
}

/** Whether an earlier try may have arrived: sent again, a message may be there twice. */
export function mayHaveArrived(text: string | null): boolean {
  return text?.startsWith(uncertain) === true
}

export function problemKindOf(text: string | null): ProblemKind | null {
  const [word = ''] = (text ?? '').replace(uncertain, '').split(':')
  return problemKinds.find((kind) => kind === word) ?? null
}

const uncertain = 'uncertain '
