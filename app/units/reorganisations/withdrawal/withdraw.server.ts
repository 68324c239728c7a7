import { eq, inArray, or } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { insertMembershipsInTx } from '#app/units/memberships/insert-memberships-in-tx.server.ts'
import { settleMainsInTx } from '#app/units/memberships/settle-mains-in-tx.server.ts'
import { mayReorganise } from '#app/units/reorganisations/may-reorganise.server.ts'
import { redrawLinesInTx } from '#app/units/reorganisations/redraw-lines-in-tx.server.ts'
import type { Problem } from '#app/units/reorganisations/reorganisation.ts'
import { replaceStatesInTx } from '#app/units/reorganisations/replace-states-in-tx.server.ts'
import { keptTrace } from '#app/units/reorganisations/withdrawal/kept-trace.server.ts'
import { madeIn, standingInTheWay } from '#app/units/reorganisations/withdrawal/standing-in-the-way.server.ts'
import type { Trace } from '#app/units/reorganisations/withdrawal/trace.ts'
import {
  memberships,
  reorganisationLinks,
  reorganisations,
  roleHoldings,
  unitAliases,
  unitSites,
} from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type WithdrawalProblem = Problem | { problem: 'reason-needed' }
/** `unitId`: where to look at what came back; null when nothing stood before. */
export type Withdrawn = { unitId: string | null } | { problems: WithdrawalProblem[] }

/**
 * Takes back a decision that was entered wrongly, as if it had never been: units, people, roles and sites are what it
 * found. Only while nothing was built upon it; the audit keeps what was withdrawn, by whom and why. Null: not there, or
 * not this actor's to do.
 */
export function withdraw(who: Authority, id: string, reason: string, now = new Date()): Promise<Withdrawn | null> {
  return write(async (tx) => {
    const found = await withdrawable(tx, who, id, now)
    if (!found) return null
    if (reasonOf(reason) === '') return { problems: [{ problem: 'reason-needed' }] }
    const { event, trace } = found
    if (!trace) return { problems: [{ problem: 'no-trace' }] }
    const problems = await standingInTheWay(tx, trace)
    if (problems.length > 0) return { problems }
    await putBackInTx(tx, id, trace)
    const { kind, decisionNumber, decisionDay, effectiveDay } = event
    await auditInTx(tx, auditIdOf(who), {
      verb: 'units.withdraw',
      subjectKind: 'reorganisation',
      subjectId: id,
      before: { kind, decisionNumber, decisionDay, effectiveDay, states: trace.after.states },
      after: { states: trace.before.states },
      reason: reasonOf(reason),
    })
    return { unitId: trace.before.states[0]?.unitId ?? trace.after.states[0]?.parentId ?? null }
  })
}

/** A decision with its trace, for who may take it back. Null: not there, or not this actor's. */
export async function withdrawable(reads: Reads, who: Authority, id: string, now: Date) {
  const [event] = await reads.select().from(reorganisations).where(eq(reorganisations.id, id))
  if (!event) return null
  const trace = keptTrace(event.details)
  const touched = { unitIds: trace?.unitIds ?? [], parentIds: trace ? [] : [null], types: [] }
  return (await mayReorganise(reads, who, touched, dayOf(now))) ? { event, trace } : null
}

async function putBackInTx(tx: Transaction, id: string, trace: Trace): Promise<void> {
  const { unitIds, before, after, places } = trace
  await tx.delete(reorganisationLinks).where(eq(reorganisationLinks.reorganisationId, id))
  for (const rows of inChunks([...places.after, ...places.before]))
    await tx.delete(memberships).where(
      inArray(
        memberships.id,
        rows.map((row) => row.id),
      ),
    )
  await tx.delete(reorganisations).where(eq(reorganisations.id, id))
  await insertMembershipsInTx(tx, places.before)
  for (const unitId of unitIds)
    await replaceStatesInTx(
      tx,
      unitId,
      before.states.filter((state) => state.unitId === unitId),
    )
  for (const [table, kind] of [
    [roleHoldings, 'roles'],
    [unitSites, 'sites'],
  ] as const) {
    const ids = [...before[kind], ...after[kind]].map((row) => row.id)
    await tx.delete(table).where(inArray(table.id, ['', ...ids]))
  }
  for (const rows of inChunks(before.roles)) await tx.insert(roleHoldings).values(rows)
  for (const rows of inChunks(before.sites)) await tx.insert(unitSites).values(rows)
  await forgetAliasesInTx(tx, trace)
  await redrawLinesInTx(tx, unitIds)
  await settleMainsInTx(
    tx,
    [...places.before, ...places.after].map(({ personId }) => personId),
  )
}

/** Other names that the decision gave, and all of units that it made; what was named by hand since stays. */
async function forgetAliasesInTx(tx: Transaction, trace: Trace): Promise<void> {
  const { before, after } = trace
  const stood = new Set(before.aliases.map((alias) => alias.id))
  const given = after.aliases.flatMap((alias) => (stood.has(alias.id) ? [] : alias.id))
  await tx
    .delete(unitAliases)
    .where(or(inArray(unitAliases.id, ['', ...given]), inArray(unitAliases.unitId, ['', ...madeIn(trace)])))
}
