import { and, eq, gt, inArray } from 'drizzle-orm'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import type { Category } from '#app/intake/cells/category.ts'
import { courtOf } from '#app/intake/court-of.server.ts'
import { inSteps, type Row, rowsAStep, type Step, type Steps } from '#app/intake/in-steps.server.ts'
import { isSameVerdict, sendBack } from '#app/intake/judge-batch.server.ts'
import { type Court, judgeRows } from '#app/intake/judge-rows.server.ts'
import { noteRowsInTx } from '#app/intake/note-rows-in-tx.server.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { intakeBatches, intakeRows } from '#app/intake/schema.ts'
import { addPeopleInTx } from '#app/people/add-people-in-tx.server.ts'
import { keepSealedNumbersInTx } from '#app/people/keep-sealed-numbers-in-tx.server.ts'
import { tidyName } from '#app/people/name.ts'
import { holdPeopleInTx, openPeopleInTx } from '#app/people/open-people-in-tx.server.ts'
import { removePeopleInTx } from '#app/people/remove-people-in-tx.server.ts'
import { addMembershipsInTx } from '#app/units/memberships/add-memberships-in-tx.server.ts'
import { countHeldInTx } from '#app/units/memberships/count-in-tx.server.ts'
import type { StaffCategory } from '#app/units/unit.ts'

type Alive = () => Promise<boolean>

/**
 * A worker's third part: committing → committed. Looks once more, since somebody may have come meanwhile; then makes the
 * accounts, which wait; then gives all their places. With the last of these the accounts open, all in one write: until
 * then nobody of the list can sign in, be found or be counted.
 */
export async function takeInBatch(batch: Batch, alive: Alive, now: Date): Promise<void> {
  if (batch.phase === null) {
    const court = await courtOf(db, batch, now)
    if (!court) return sendBack(batch, 'unit-not-yours', now)
    if (!(await isAsChecked(batch, court))) return sendBack(batch, 'changed-since', now)
    await write((tx) =>
      tx
        .update(intakeBatches)
        .set({ phase: 'make', cursor: 0 })
        .where(and(eq(intakeBatches.id, batch.id), eq(intakeBatches.state, 'committing'))),
    )
  }
  const make = stepsOf((tx, one, rows, { isLast }) => makeStep(tx, one, rows, isLast, now))
  const join = stepsOf((tx, one, rows, { isLast }) => joinStep(tx, one, rows, isLast, now))
  const state = 'committing'
  if (batch.phase !== 'join' && !(await inSteps(batch.id, { state, phase: 'make' }, make, alive))) return
  await inSteps(batch.id, { state, phase: 'join' }, join, alive)
}

function stepsOf(step: Step<null>): Steps<null> {
  return { find: () => Promise.resolve(null), step }
}

/** Nothing is written before all of the list was found as it was when somebody agreed to it. */
async function isAsChecked(batch: Batch, court: Court): Promise<boolean> {
  for (let cursor = 0; ; ) {
    const rows = await db
      .select()
      .from(intakeRows)
      .where(and(eq(intakeRows.batchId, batch.id), gt(intakeRows.row, cursor)))
      .orderBy(intakeRows.row)
      .limit(rowsAStep)
    const verdicts = await judgeRows(db, rows, court)
    if (!rows.every((row, at) => isSameVerdict(row, verdicts[at] ?? { ...nothing, row: row.row }))) return false
    const last = rows.at(-1)
    if (!last || rows.length < rowsAStep) return true
    cursor = last.row
    await new Promise((wake) => setImmediate(wake))
  }
}

const nothing = { verdict: 'refused' as const, reasons: [], candidates: [], unitId: null }

/** Who is new gets an account that waits. */
async function makeStep(tx: Transaction, { counts }: Batch, rows: Row[], isLast: boolean, now: Date) {
  const fresh = rows.filter(
    ({ verdict, decision }) => verdict === 'new' || (verdict === 'conflict' && decision === 'new'),
  )
  const accounts = fresh.map(({ understood: { person, besides } }) => ({
    fullName: tidyName(person.fullName),
    phone: person.phone,
    email: besides.email,
    birthYear: person.birth?.year ?? null,
  }))
  const ids = await addPeopleInTx(tx, accounts, now)
  const numbers = fresh.flatMap(({ identity }, at) => (identity ? [{ personId: ids[at] ?? '', sealed: identity }] : []))
  await keepSealedNumbersInTx(tx, numbers, now)
  await noteRowsInTx(
    tx,
    'outcomes',
    fresh.map((row, at) => ({ ...row, personId: ids[at] ?? null, isMade: true, outcome: 'made' as const })),
  )
  const next = { counts: { ...counts, made: counts.made + ids.length } }
  return isLast ? { ...next, phase: 'join' as const, cursor: 0 } : next
}

/** Everybody gets their place; with the last of them the accounts open, and all are counted. */
async function joinStep(tx: Transaction, batch: Batch, rows: Row[], isLast: boolean, now: Date) {
  const coming = rows.filter(({ personId, decision }) => personId !== null && decision !== 'leave')
  const made = coming.flatMap(({ personId, isMade }) => (isMade && personId ? [personId] : []))
  await openPeopleInTx(tx, made)
  const answers = await addMembershipsInTx(
    tx,
    coming.map((row) => placeOf(row, batch)),
    batch.id,
  )
  const told = coming.map((row, at) => ({ ...row, outcome: outcomeOf(row, answers[at]) }))
  await noteRowsInTx(tx, 'outcomes', told)
  const lost = told.flatMap(({ outcome, isMade, personId }) =>
    isMade && personId && outcome === 'left' ? [personId] : [],
  )
  await removePeopleInTx(tx, lost)
  const joined = batch.counts.joined + told.filter(({ outcome }) => outcome === 'joined').length
  const counts = { ...batch.counts, joined, made: batch.counts.made - lost.length }
  if (!isLast) {
    await holdPeopleInTx(tx, made, now)
    return { counts }
  }
  await openAll(tx, batch.id)
  await countHeldInTx(tx, batch.id)
  return { counts, state: 'committed' as const, phase: null, committedAt: now }
}

function placeOf({ personId, unitId, understood: { person, besides } }: Row, batch: Batch) {
  return {
    personId: personId ?? '',
    unitId: unitId ?? batch.unitId,
    fromDay: batch.fromDay,
    position: person.position ?? '',
    category: besides.category ? categories[besides.category] : batch.category,
    batchId: batch.id,
  }
}

const categories: Record<Category, StaffCategory> = {
  official: 'can_bo',
  'civil-servant': 'cong_chuc',
  'public-employee': 'vien_chuc',
  worker: 'nguoi_lao_dong',
  citizen: 'nguoi_dan',
}

/** `nothing`: they were there already. `left`: the unit ended while the list was taken in. */
function outcomeOf(row: Row, answer: { id: string } | { problem: string } | undefined) {
  if (answer && 'id' in answer) return 'joined' as const
  return row.isMade ? ('left' as const) : ('nothing' as const)
}

async function openAll(tx: Transaction, batchId: string): Promise<void> {
  const rows = await tx
    .select({ personId: intakeRows.personId })
    .from(intakeRows)
    .where(and(eq(intakeRows.batchId, batchId), eq(intakeRows.isMade, true), inArray(intakeRows.outcome, ['joined'])))
  const ids = rows.flatMap(({ personId }) => personId ?? [])
  for (let at = 0; at < ids.length; at += rowsAStep) await openPeopleInTx(tx, ids.slice(at, at + rowsAStep))
}
