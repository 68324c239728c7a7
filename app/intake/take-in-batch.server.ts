import { and, eq, gt } from 'drizzle-orm'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import type { Category } from '#app/intake/cells/category.ts'
import { courtOf } from '#app/intake/court-of.server.ts'
import { inSteps, type Row, rowsAtOnce, type Steps } from '#app/intake/in-steps.server.ts'
import { isSameVerdict, sendBack } from '#app/intake/judge-batch.server.ts'
import { type Court, judgeRows } from '#app/intake/judge-rows.server.ts'
import { nameNewcomers } from '#app/intake/name-newcomers.server.ts'
import { noteRowsInTx } from '#app/intake/note-rows-in-tx.server.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { intakeBatches, intakeRows } from '#app/intake/schema.ts'
import { addPeopleInTx } from '#app/people/add-people-in-tx.server.ts'
import { keepSealedNumbersInTx } from '#app/people/keep-sealed-numbers-in-tx.server.ts'
import { tidyName } from '#app/people/name.ts'
import { removePeopleInTx } from '#app/people/remove-people-in-tx.server.ts'
import { addMembershipsInTx } from '#app/units/memberships/add-memberships-in-tx.server.ts'
import type { StaffCategory } from '#app/units/unit.ts'

type Alive = () => Promise<boolean>

/**
 * A worker's third part: committing → committed. Looks once more, since somebody may have come meanwhile; then gives
 * everybody their place, and who is new an account, which waits. When all are there they are given what they are found by,
 * and open all in one write: until then nobody of the list can sign in, be found or be counted.
 */
export async function takeInBatch(batch: Batch, alive: Alive, now: Date): Promise<void> {
  if (batch.phase === null) {
    const court = await courtOf(db, batch, now)
    if (!court) return sendBack(batch, 'unit-not-yours', now)
    if (!(await isAsChecked(batch, court))) return sendBack(batch, 'changed-since', now)
  }
  if (batch.phase === 'name') return nameNewcomers(batch.id, alive, now)
  if (batch.phase !== 'join')
    await write((tx) =>
      tx
        .update(intakeBatches)
        .set({ phase: 'join', cursor: 0 })
        .where(and(eq(intakeBatches.id, batch.id), eq(intakeBatches.state, 'committing'))),
    )
  const steps: Steps<null> = {
    find: () => Promise.resolve(null),
    step: (tx, one, rows, { isLast }) => joinStep(tx, one, rows, isLast, now),
  }
  if (await inSteps(batch.id, { state: 'committing', phase: 'join' }, steps, alive))
    await nameNewcomers(batch.id, alive, now)
}

/** Nothing is written before all of the list was found as it was when somebody agreed to it. */
async function isAsChecked(batch: Batch, court: Court): Promise<boolean> {
  for (let cursor = 0; ; ) {
    const rows = await db
      .select()
      .from(intakeRows)
      .where(and(eq(intakeRows.batchId, batch.id), gt(intakeRows.row, cursor)))
      .orderBy(intakeRows.row)
      .limit(rowsAtOnce)
    const verdicts = await judgeRows(db, rows, court)
    if (!rows.every((row, at) => isSameVerdict(row, verdicts[at] ?? { ...nothing, row: row.row }))) return false
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) return true
    cursor = last.row
    await new Promise((wake) => setImmediate(wake))
  }
}

const nothing = { verdict: 'refused' as const, reasons: [], candidates: [], unitId: null }

async function joinStep(tx: Transaction, batch: Batch, rows: Row[], isLast: boolean, now: Date) {
  // An older version has made accounts before it gave places.
  const waiting = rows.filter(({ isMade }) => isMade)
  const known = rows.filter((row) => !row.isMade && !isNew(row) && row.personId !== null && row.decision !== 'leave')
  const made = await makeInTx(
    tx,
    rows.filter((row) => !row.isMade && isNew(row)),
    now,
  )
  const told = [
    ...(await placeInTx(tx, batch, [...made, ...waiting], { areNew: true })),
    ...(await placeInTx(tx, batch, known, { areNew: false })),
  ]
  const lost = told.flatMap(({ outcome, personId }) => (outcome === 'left' ? (personId ?? []) : []))
  if (lost.length > 0) await removePeopleInTx(tx, lost)
  await noteRowsInTx(tx, 'outcomes', told)
  const joined = batch.counts.joined + told.filter(({ outcome }) => outcome === 'joined').length
  const counts = { ...batch.counts, joined, made: batch.counts.made + made.length - lost.length }
  return isLast ? { counts, phase: 'name' as const, cursor: 0 } : { counts }
}

function isNew({ verdict, decision }: Row): boolean {
  return verdict === 'new' || (verdict === 'conflict' && decision === 'new')
}

/** Their rows, with the accounts that were made for them. */
async function makeInTx(tx: Transaction, rows: Row[], now: Date): Promise<Row[]> {
  const accounts = rows.map(({ understood: { person, besides } }) => ({
    fullName: tidyName(person.fullName),
    phone: person.phone,
    email: besides.email,
    birthYear: person.birth?.year ?? null,
  }))
  const ids = await addPeopleInTx(tx, accounts, now)
  const numbers = rows.flatMap(({ identity }, at) => (identity ? [{ personId: ids[at] ?? '', sealed: identity }] : []))
  await keepSealedNumbersInTx(tx, numbers, now)
  return rows.map((row, at) => ({ ...row, personId: ids[at] ?? null, isMade: true }))
}

/** Their rows, with what became of them. `nothing`: they were there already. `left`: the unit ended meanwhile. */
async function placeInTx(tx: Transaction, batch: Batch, rows: Row[], { areNew }: { areNew: boolean }) {
  const places = rows.map((row) => placeOf(row, batch))
  const answers = await addMembershipsInTx(tx, places, { heldFor: batch.id, areNew })
  return rows.map((row, at) => {
    const isPlaced = 'id' in (answers[at] ?? {})
    return { ...row, outcome: isPlaced ? ('joined' as const) : areNew ? ('left' as const) : ('nothing' as const) }
  })
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
