import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { environment, isPostgres, sqliteFile } from '#app/db/environment.server.ts'
import { mergePeople } from '#app/intake/duplicates/merge-people.server.ts'
import { unmergePeople } from '#app/intake/duplicates/unmerge-people.server.ts'
import { addPeopleInTx, waitingAccount } from '#app/people/add-people-in-tx.server.ts'
import { createPerson } from '#app/people/create-person.server.ts'
import { beginningRows, keepBeginningRowsInTx } from '#app/people/keep-beginnings-in-tx.server.ts'
import { removePeopleInTx } from '#app/people/remove-people-in-tx.server.ts'
import { nameBeginnings, people } from '#app/people/schema.ts'
import { addMembershipsInTx } from '#app/units/memberships/add-memberships-in-tx.server.ts'
import { closeAccount } from '#app/units/memberships/close-account.server.ts'
import { mendName } from '#app/units/memberships/mend-name.server.ts'
import { moveMembership } from '#app/units/memberships/move-membership.server.ts'
import { dissolve } from '#app/units/reorganisations/dissolve.server.ts'
import { withdraw } from '#app/units/reorganisations/withdrawal/withdraw.server.ts'
import { memberships, reorganisations } from '#app/units/schema.ts'
import { expectNamesKept } from '#tests/names-kept.ts'
import { aMember, goodPassword } from '#tests/people.ts'
import { aDecision, aUnit, done } from '#tests/units.ts'

const root = 'command-line'
const name = fc
  .array(fc.constantFrom('Nguyễn', 'Lê', 'Thị', 'Bé', 'Bé', 'An', 'Ân', "K'Sor", 'Ỷ'), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '))
const step = fc.record({
  kind: fc.constantFrom('sign-up', 'create', 'list', 'mend', 'close', 'remove', 'merge', 'move'),
  name,
  whom: fc.nat(20),
})

test('whatever is done to people, they are found and sorted by the name they have, and by no other', async () => {
  const units = [await aUnit(), await aUnit()]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      for (const one of steps) await take(one, units)
      await expectNamesKept()
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('a decision that is withdrawn puts people back where their name belongs now, and its trace holds no name', async () => {
  const [unit, to] = [await aUnit(), await aUnit()]
  const created = await createPerson(root, { fullName: 'Lê Thị Mận' })
  if (!created || !('id' in created)) throw new Error('not made')
  await join(created.id, unit)
  const { reorganisationId } = done(
    await dissolve(root, { unitId: unit, successorId: to, decision: aDecision('2025-07-01') }),
  )
  const [event] = await db.select().from(reorganisations).where(eq(reorganisations.id, reorganisationId))
  const [{ sortKey = '' } = {}] = await db.select().from(people).where(eq(people.id, created.id))
  expect(JSON.stringify(event?.details)).not.toContain(sortKey)
  await mendName(root, created.id, 'Lê Thị Đào', 'x')
  done(await withdraw(root, reorganisationId, 'nhầm'))
  await expectNamesKept()
})

test('who was there before names were kept to be found is found too: the migration fills in what is missing', async () => {
  const unit = await aUnit()
  for (const fullName of ['Nguyễn Thị Bé Bé', 'An', "H'Hen Niê"]) {
    const created = await createPerson(root, { fullName })
    if (created && 'id' in created) await join(created.id, unit)
  }
  await write(async (tx) => {
    await tx.delete(nameBeginnings)
    await tx.update(memberships).set({ sortKey: '' })
  })
  await runAgain(isPostgres ? 'drizzle/postgres/0007_names-in-order.sql' : 'drizzle/sqlite/0006_names-in-order.sql')
  await expectNamesKept()
})

async function take({ kind, name: fullName, whom }: { kind: string; name: string; whom: number }, units: string[]) {
  const everybody = await db.select().from(people)
  const [one, other] = [everybody[whom % everybody.length], everybody[(whom * 7 + 1) % everybody.length]]
  const [unit = '', toUnitId = ''] = whom % 2 ? units : [...units].reverse()
  if (kind === 'sign-up') await join((await aMember({ fullName })).id, unit)
  if (kind === 'create') await createPerson(root, { fullName })
  if (kind === 'list') {
    const listed = { phone: null, email: null, birthYear: null }
    const accounts = [fullName, `${fullName} Hai`].map((name) =>
      waitingAccount({ ...listed, fullName: name }, new Date()),
    )
    const ids = await write((tx) => addPeopleInTx(tx, accounts))
    const made = await db.select().from(people).where(inArray(people.id, ids))
    await write((tx) => keepBeginningRowsInTx(tx, beginningRows(made)))
    if (whom % 3 === 0) await write((tx) => removePeopleInTx(tx, ids))
  }
  if (!one || !other) return
  if (kind === 'mend') await mendName(root, one.id, fullName, 'x')
  if (kind === 'close') await closeAccount({ id: one.id, role: one.role }, goodPassword)
  if (kind === 'merge') {
    const merged = await mergePeople(root, one.id, other.id, 'x')
    if (merged && 'mergeId' in merged && whom % 2) {
      await mendName(root, one.id, fullName, 'x')
      await unmergePeople(root, merged.mergeId, 'x')
    }
  }
  if (kind === 'move') {
    const [held] = await db.select().from(memberships).where(eq(memberships.personId, one.id))
    if (held) await moveMembership(root, { membershipId: held.id, toUnitId, day: '2025-09-01', reason: 'x' })
  }
}

function join(personId: string, unitId: string) {
  const form = { personId, unitId, fromDay: '2025-01-01', position: '', category: 'cong_chuc' as const }
  return write((tx) => addMembershipsInTx(tx, [form]))
}

/** What the migration does to rows, once more. */
async function runAgain(file: string) {
  const statements = readFileSync(file, 'utf8')
    .split('--> statement-breakpoint')
    .filter((statement) => /^\s*(WITH|UPDATE)\b/.test(statement))
  expect(statements).toHaveLength(2)
  if (!isPostgres) {
    const connection = new Database(sqliteFile)
    for (const statement of statements) connection.exec(statement)
    connection.close()
    return
  }
  const client = new pg.Client({ connectionString: environment.DATABASE_URL })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
