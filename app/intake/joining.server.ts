import type { Transaction } from '#app/db/db.server.ts'
import type { Category } from '#app/intake/cells/category.ts'
import type { Row, Steps } from '#app/intake/in-steps.server.ts'
import { noteRowsInTx } from '#app/intake/note-rows-in-tx.server.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { addPeopleInTx, waitingAccount } from '#app/people/add-people-in-tx.server.ts'
import { keepSealedNumbersInTx } from '#app/people/keep-sealed-numbers-in-tx.server.ts'
import { tidyName } from '#app/people/name.ts'
import { removePeopleInTx } from '#app/people/remove-people-in-tx.server.ts'
import { addMembershipsInTx, membershipOf } from '#app/units/memberships/add-memberships-in-tx.server.ts'
import { placeNewcomersInTx } from '#app/units/memberships/place-newcomers-in-tx.server.ts'
import { placeProblems } from '#app/units/memberships/place-problems.server.ts'
import type { StaffCategory } from '#app/units/unit.ts'

type Newcomer = ReturnType<typeof newcomer>

/** The steps in which everybody of a list gets their place, and who is new an account, which waits. */
export function joining(batch: Batch, now: Date): Steps<Newcomer[]> {
  return {
    async find(rows) {
      return rows.filter((row) => row.isMade || isNew(row)).map((row) => newcomer(row, batch, now))
    },
    async step(tx, { counts }, rows, { isLast, found }) {
      const come = await makeInTx(tx, found, batch.id, now)
      const moved = await moveInTx(tx, rows.filter(isKnown), batch)
      await noteRowsInTx(tx, 'outcomes', [...come, ...moved])
      const made = come.filter(({ isMade }) => isMade).length - found.filter(({ row }) => row.isMade).length
      const joined = [...come, ...moved].filter(({ outcome }) => outcome === 'joined').length
      const sum = { ...counts, joined: counts.joined + joined, made: counts.made + made }
      return isLast ? { counts: sum, phase: 'name' as const, cursor: 0 } : { counts: sum }
    },
  }
}

function isNew({ verdict, decision }: Row): boolean {
  return verdict === 'new' || (verdict === 'conflict' && decision === 'new')
}

function isKnown(row: Row): boolean {
  return !row.isMade && !isNew(row) && row.personId !== null && row.decision !== 'leave'
}

/** What is written of somebody new. An older version has made accounts before it gave places: `row.isMade`. */
function newcomer(row: Row, batch: Batch, now: Date) {
  const { person, besides } = row.understood
  const fullName = tidyName(person.fullName)
  const about = { fullName, phone: person.phone, email: besides.email, birthYear: person.birth?.year ?? null }
  const account = waitingAccount(about, now)
  const personId = row.isMade ? (row.personId ?? '') : account.id
  const place = { ...membershipOf({ ...placeOf(row, batch), personId }, []), sortKey: account.sortKey }
  return { row, account, place }
}

/** Rows of newcomers, with what became of them. `left`: the unit ended meanwhile, and there is no account. */
async function makeInTx(tx: Transaction, newcomers: readonly Newcomer[], batchId: string, now: Date) {
  const problems = await placeProblems(
    tx,
    newcomers.map(({ place }) => place),
  )
  const placed = newcomers.filter((_, at) => !problems[at])
  const left = newcomers.filter((_, at) => problems[at]).map(({ row }) => row)
  const fresh = placed.filter(({ row }) => !row.isMade)
  await addPeopleInTx(
    tx,
    fresh.map(({ account }) => account),
  )
  const numbers = fresh.flatMap(({ row, account }) =>
    row.identity ? [{ personId: account.id, sealed: row.identity }] : [],
  )
  await keepSealedNumbersInTx(tx, numbers, now)
  await placeNewcomersInTx(
    tx,
    placed.map(({ place }) => place),
    batchId,
  )
  const lost = left.flatMap(({ personId }) => personId ?? [])
  if (lost.length > 0) await removePeopleInTx(tx, lost)
  return [
    ...placed.map(({ row, place: { personId } }) => ({ ...row, personId, isMade: true, outcome: 'joined' as const })),
    ...left.map((row) => ({ ...row, personId: null, isMade: false, outcome: 'left' as const })),
  ]
}

/** Rows of people who are known, with what became of them. `nothing`: they were there already. */
async function moveInTx(tx: Transaction, rows: readonly Row[], batch: Batch) {
  const places = rows.map((row) => placeOf(row, batch))
  const answers = await addMembershipsInTx(tx, places, { heldFor: batch.id })
  return rows.map((row, at) => {
    const isPlaced = 'id' in (answers[at] ?? {})
    return { ...row, outcome: isPlaced ? ('joined' as const) : ('nothing' as const) }
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
