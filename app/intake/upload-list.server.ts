import { stat } from 'node:fs/promises'
import { and, desc, eq, notInArray } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { auditInTx } from '#app/audit/audit.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { noCounts } from '#app/intake/batch.ts'
import { hashOfFile, keepFile, removeFile } from '#app/intake/batch-file.server.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { limits } from '#app/intake/reading/limits.ts'
import { intakeBatches } from '#app/intake/schema.ts'
import { usualCategory } from '#app/intake/usual-category.ts'
import { tidyName } from '#app/people/name.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { periodProblem } from '#app/units/memberships/check-membership.server.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'
import { factsOn } from '#app/units/timeline.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'
import { never, type StaffCategory } from '#app/units/unit.ts'

export type ListForm = {
  /** Whose people they are: this unit and all below it. */
  unitId: string
  /** As it was called where it came from. */
  fileName: string
  /** Where it stands now; a copy is kept. */
  path: string
  sheet?: string
  /** Without one: today. */
  fromDay?: Day
  /** Of whoever the list does not tell; without one what the unit's kind speaks for. */
  category?: StaffCategory
}

export type Uploaded =
  /**
   * `again`: a batch of the same file for the same unit; the same as `id` where it is one's own and waits, since to send
   * a list twice is to send it once.
   */
  { id: string; again: string | null } | { problem: 'missing' | 'too-large' | 'day-wrong' | 'unit-not-alive' }

/** Takes a list in to be looked at; nothing of it counts yet. Null: the unit is not there, or not this actor's to act for. */
export async function uploadList(who: Authority, form: ListForm, now = new Date()): Promise<Uploaded | null> {
  const { unitId, path, fromDay = dayOf(now) } = form
  if (!(await mayActFor(db, who, [unitId], now))) return null
  const states = (await timelinesOf(db, [unitId])).get(unitId)
  if (!states) return null
  const problem = periodProblem({ fromDay, toDay: never }, states)
  if (problem) return { problem: problem === 'unit-not-alive' ? problem : 'day-wrong' }
  const file = await stat(path).catch(() => null)
  if (!file?.isFile()) return { problem: 'missing' }
  if (file.size > limits.fileBytes) return { problem: 'too-large' }

  const id = uuid()
  const fileHash = await hashOfFile(path)
  const category = form.category ?? usualCategory(factsOn(states, fromDay)?.type)
  const fileName = tidyName(form.fileName.slice(0, 1_000)).slice(-200)
  await keepFile(id, path)
  try {
    const again = await write(async (tx) => {
      const before = await sameBefore(tx, unitId, fileHash)
      const isWaiting = waiting.some((state) => state === before?.state) && before?.madeBy === auditIdOf(who)
      if (before && isWaiting && before.fromDay === fromDay && before.category === category) return before.id
      const row = { id, unitId, fileName, fileHash, fromDay, category, sheet: form.sheet ?? null }
      const started = { state: 'uploaded' as const, counts: noCounts, cursor: 0, createdAt: now, changedAt: now }
      await tx.insert(intakeBatches).values({ ...row, ...started, madeBy: auditIdOf(who) })
      const after = { unitId, fileHash }
      await auditInTx(tx, auditIdOf(who), { verb: 'intake.upload', subjectKind: 'batch', subjectId: id, after })
      return before ? { other: before.id } : null
    })
    if (typeof again !== 'string') return { id, again: again?.other ?? null }
    await removeFile(id)
    return { id: again, again }
  } catch (failure) {
    await removeFile(id)
    throw failure
  }
}

const waiting = ['uploaded', 'understood', 'checking', 'checked'] as const

async function sameBefore(reads: Reads, unitId: string, fileHash: string): Promise<Batch | null> {
  const { unitId: unit, fileHash: hash, state } = intakeBatches
  const gone = notInArray(state, ['undone', 'cancelled', 'failed'])
  const [before] = await reads
    .select()
    .from(intakeBatches)
    .where(and(eq(unit, unitId), eq(hash, fileHash), gone))
    .orderBy(desc(intakeBatches.createdAt))
    .limit(1)
  return before ?? null
}
