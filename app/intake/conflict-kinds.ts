import type { Decision, VerdictReason } from '#app/intake/batch.ts'

/** Why a row is in conflict; each row for one reason alone (judge.ts). */
export const conflictKinds = [
  'maybe-same',
  'several-fit',
  'other-birth',
  'other-name',
  'elsewhere',
] as const satisfies readonly VerdictReason[]
export type ConflictKind = (typeof conflictKinds)[number]

/**
 * What may be said of many rows at once. That all are who they resemble: only of rows that fit one person whom no other
 * row of the list may be. Never that all are new: each of them would get a second account.
 */
export const manyDecisions = ['same', 'leave'] as const satisfies readonly Decision[]
export type ManyDecision = (typeof manyDecisions)[number]

export type ConflictRow = {
  row: number
  reasons: VerdictReason[] | null
  candidates: string[] | null
  decision: Decision | null
}

/** Rows of one kind: how many wait, how many of these fit one person alone, and how many were decided how. */
export type KindTold = Record<Decision | 'undecided' | 'fitOne', number> & { kind: ConflictKind }

export function kindOf({ reasons }: ConflictRow): ConflictKind | undefined {
  return conflictKinds.find((kind) => reasons?.includes(kind))
}

/** Undecided rows that fit one person alone, with whom. `others`: whom rows outside of these became already. */
export function fittingOne(rows: readonly ConflictRow[], others: ReadonlySet<string>): Map<number, string> {
  const met = new Map<string, number>()
  for (const { candidates } of rows) for (const id of candidates ?? []) met.set(id, (met.get(id) ?? 0) + 1)
  return new Map(
    rows.flatMap((row) => {
      const [personId, another] = row.candidates ?? []
      const isOpen = row.decision === null && kindOf(row) === 'maybe-same'
      if (!isOpen || !personId || another || met.get(personId) !== 1 || others.has(personId)) return []
      return [[row.row, personId] as const]
    }),
  )
}
