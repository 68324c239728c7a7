import { and, asc, eq, isNull } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import { intakeRows } from '#app/intake/schema.ts'
import { issueCodesInTx } from '#app/people/issue-codes-in-tx.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines } from '#app/units/schema.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'

export const codesValidDays = 14
const dayMs = 24 * 60 * 60_000
/** Nobody prints and hands out more at once; each is a line on paper. */
const mostAtOnce = 2_000
const aWrite = 500

export type For = { batchId: string } | { unitId: string }
export type CodeLine = { personId: string; fullName: string; birthYear: number | null; username: string; code: string }
/** One unit's sheet: its people in the order of Vietnamese names. */
export type CodeSheet = { unitId: string; name: string; people: CodeLine[] }
export type CodeSheets = { sheets: CodeSheet[]; until: Date } | { problem: 'too-many' | 'not-committed' | 'nobody' }

/**
 * One-time codes to hand out, each told this once, for people of a batch or of a unit and all below it who have no
 * password yet. Codes they were given before open nothing any more. Null: not there, or not this actor's to act for.
 */
export async function issueCodes(who: Authority, target: For, now = new Date()): Promise<CodeSheets | null> {
  const wanted = await newcomers(who, target, now)
  if (wanted === null || 'problem' in wanted) return wanted
  if (wanted.length === 0) return { problem: 'nobody' }
  if (wanted.length > mostAtOnce) return { problem: 'too-many' }
  const until = new Date(now.getTime() + codesValidDays * dayMs)
  const lines: Array<CodeLine & { unitId: string }> = []
  for (let at = 0; at < wanted.length; at += aWrite) {
    const some = wanted.slice(at, at + aWrite)
    const ids = some.map(({ personId }) => personId)
    const subject =
      'batchId' in target
        ? { subjectKind: 'batch', subjectId: target.batchId }
        : { subjectKind: 'unit', subjectId: target.unitId }
    const codes = await write(async (tx) => {
      await auditInTx(tx, auditIdOf(who), { verb: 'intake.issue-codes', ...subject, after: { people: ids } })
      return issueCodesInTx(tx, ids, until, now)
    })
    lines.push(...some.map((one, place) => ({ ...one, code: codes[place] ?? '' })))
  }
  return { sheets: await sheetsOf(lines, dayOf(now)), until }
}

type Newcomer = Omit<CodeLine, 'code'> & { unitId: string }

async function newcomers(who: Authority, target: For, now: Date) {
  if ('unitId' in target)
    return (await mayActFor(db, who, [target.unitId], now)) ? ofUnit(target.unitId, dayOf(now)) : null
  const batch = await ownBatch(who, target.batchId, now)
  if (!batch) return null
  return batch.state === 'committed' ? ofBatch(batch.id) : { problem: 'not-committed' as const }
}

/** Learners alone: who holds an office gets a code from an administrator who knows them. */
const neverIn = and(isNull(people.passwordHash), isNull(people.closedAt), eq(people.role, 'learner'))

const told = { personId: people.id, fullName: people.fullName, birthYear: people.birthYear, username: people.username }

async function ofBatch(batchId: string): Promise<Newcomer[]> {
  const made = and(eq(intakeRows.batchId, batchId), eq(intakeRows.isMade, true), eq(intakeRows.outcome, 'joined'))
  const rows = await db
    .select({ ...told, unitId: intakeRows.unitId })
    .from(intakeRows)
    .innerJoin(people, eq(people.id, intakeRows.personId))
    .where(and(made, neverIn))
    .orderBy(asc(people.sortKey), asc(people.id))
    .limit(mostAtOnce + 1)
  return rows.map((row) => ({ ...row, unitId: row.unitId ?? '' }))
}

async function ofUnit(unitId: string, day: string): Promise<Newcomer[]> {
  const rows = await db
    .select({ ...told, unitId: memberships.unitId })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(unitLines, eq(unitLines.unitId, memberships.unitId))
    .where(and(eq(unitLines.ancestorId, unitId), onDay(unitLines, day), onDay(memberships, day), neverIn))
    .orderBy(asc(people.sortKey), asc(people.id))
    .limit(mostAtOnce + 1)
  return [...new Map(rows.map((row) => [row.personId, row])).values()]
}

async function sheetsOf(lines: Array<CodeLine & { unitId: string }>, day: string): Promise<CodeSheet[]> {
  const sheets = new Map<string, CodeLine[]>()
  for (const { unitId, ...line } of lines) sheets.set(unitId, [...(sheets.get(unitId) ?? []), line])
  const timelines = await timelinesOf(db, [...sheets.keys()])
  return [...sheets]
    .map(([unitId, people]) => {
      const states = timelines.get(unitId) ?? []
      const facts = factsOn(states, day) ?? states.at(-1)
      return { unitId, people, name: facts?.name ?? '', type: facts?.type ?? ('tinh' as const) }
    })
    .sort(byTypeAndName)
    .map(({ unitId, name, people }) => ({ unitId, name, people }))
}
