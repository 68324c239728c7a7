import { auditInTx } from '#app/audit/audit.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { type For, mostAtOnce, type Newcomer, newcomers, type Part } from '#app/intake/newcomers.server.ts'
import { issueCodesInTx } from '#app/people/issue-codes-in-tx.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { withLiveCodesInTx } from '#app/people/with-live-codes-in-tx.server.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'

export const codesValidDays = 14
const dayMs = 24 * 60 * 60_000
const aWrite = 500

export type CodeLine = Omit<Newcomer, 'unitId'> & { code: string }
/** One unit's sheet: its people in the order of Vietnamese names. */
export type CodeSheet = { unitId: string; name: string; people: CodeLine[] }
export type CodeSheets =
  | { sheets: CodeSheet[]; until: Date }
  | { problem: 'too-many' | 'not-committed' | 'nobody' | 'all-have-codes' }

/**
 * One-time codes to hand out, each told this once, for people of a batch or of a unit, or a part of them, who have no
 * password yet. Codes they were given before open nothing any more; `isWithoutCode` leaves out who has one that works.
 * Null: not there, or not this actor's to act for.
 */
export async function issueCodes(
  who: Authority,
  target: For,
  part: Part = {},
  now = new Date(),
): Promise<CodeSheets | null> {
  const wanted = await newcomers(who, target, part, now)
  if (wanted === null || 'problem' in wanted) return wanted
  if (wanted.length === 0) return { problem: part.isWithoutCode ? 'all-have-codes' : 'nobody' }
  if (wanted.length > mostAtOnce) return { problem: 'too-many' }
  const until = new Date(now.getTime() + codesValidDays * dayMs)
  const lines: Array<CodeLine & { unitId: string }> = []
  for (let at = 0; at < wanted.length; at += aWrite) {
    const some = wanted.slice(at, at + aWrite)
    const subject =
      'batchId' in target
        ? { subjectKind: 'batch', subjectId: target.batchId }
        : { subjectKind: 'unit', subjectId: target.unitId }
    const given = await write(async (tx) => {
      const has = part.isWithoutCode ? await withLiveCodesInTx(tx, some.map(idOf), now) : new Set()
      const people = some.filter(({ personId }) => !has.has(personId))
      const ids = people.map(idOf)
      await auditInTx(tx, auditIdOf(who), { verb: 'intake.issue-codes', ...subject, after: { people: ids } })
      const codes = await issueCodesInTx(tx, ids, until, now)
      return people.map(({ sortKey: _, hasCode: __, ...one }, place) => ({ ...one, code: codes[place] ?? '' }))
    })
    lines.push(...given)
  }
  if (lines.length === 0) return { problem: 'all-have-codes' }
  return { sheets: await sheetsOf(lines, dayOf(now)), until }
}

function idOf({ personId }: Newcomer): string {
  return personId
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
