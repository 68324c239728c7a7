import { eq, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { partsOf } from '#app/intake/code-parts.ts'
import { codesWaiting } from '#app/intake/codes-waiting.server.ts'
import { type CodeSheets, issueCodes } from '#app/intake/issue-codes.server.ts'
import { addPeopleInTx, waitingAccount } from '#app/people/add-people-in-tx.server.ts'
import { resetPassword } from '#app/people/reset-password.server.ts'
import { oneTimeCodes } from '#app/people/schema.ts'
import { aPerson } from '#tests/factories.ts'
import { aMembership, aUnit, done } from '#tests/units.ts'

const root = 'command-line' as const
const lines = ({ sheets }: { sheets: Array<{ people: Array<{ personId: string; code: string }> }> }) =>
  sheets.flatMap(({ people }) => people)
const printed = (outcome: CodeSheets | null) => lines(done(outcome))

test('parts hold everybody once, in order, none larger than it may be unless one name is', () => {
  const names = fc.array(fc.integer({ min: 10, max: 30 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 9 }), (keys, most) => {
      const people = keys
        .sort((a, b) => a - b)
        .map((key) => ({ fullName: `${key}`, sortKey: `${key}`, hasCode: key % 2 === 0 }))
      const parts = partsOf(people, most)
      const inPart = ({ from, to }: (typeof parts)[number]) =>
        people.filter(({ sortKey }) => (!from || sortKey >= from) && (!to || sortKey < to))
      expect(parts.flatMap(inPart)).toEqual(people)
      for (const part of parts) {
        const some = inPart(part)
        expect(some).toHaveLength(part.people)
        expect(some.filter(({ hasCode }) => hasCode)).toHaveLength(part.withCode)
        expect(some.length <= most || new Set(some.map(({ sortKey }) => sortKey)).size === 1).toBe(true)
      }
    }),
  )
})

test('a unit of more than 2,000 is printed part by part, and everybody gets exactly one code that works', async () => {
  const unitId = await aUnit()
  const teams = [await aUnit({ parentId: unitId, name: 'Tổ 1' }), await aUnit({ parentId: unitId, name: 'Tổ 2' })]
  const names = ['Anh', 'Bình', 'Chi', 'Dũng', 'Hạnh', 'Lan', 'Minh', 'Tâm']
  const crowd = Array.from({ length: 4_100 }, (_, at) => {
    const fullName = `Lê Văn ${names[at % names.length]} ${at}`
    return waitingAccount({ fullName, phone: null, email: null, birthYear: 1980 }, new Date())
  })
  const ids: string[] = []
  for (let at = 0; at < crowd.length; at += 500)
    ids.push(...(await write((tx) => addPeopleInTx(tx, crowd.slice(at, at + 500)))))
  const { addMembershipsInTx } = await import('#app/units/memberships/add-memberships-in-tx.server.ts')
  const place = { fromDay: '2021-01-01', position: '', category: 'nguoi_dan' as const }
  const rows = ids.map((personId, at) => ({ ...place, personId, unitId: at < 100 ? unitId : (teams[at % 2] ?? '') }))
  const { openPeopleInTx } = await import('#app/people/open-people-in-tx.server.ts')
  for (let at = 0; at < rows.length; at += 500)
    await write(async (tx) => {
      await openPeopleInTx(tx, ids.slice(at, at + 500))
      await addMembershipsInTx(tx, rows.slice(at, at + 500))
    })
  // In two teams at once: one line of one print.
  await aMembership({ personId: ids[100] ?? '', unitId: teams[1] ?? '' })

  const waiting = await codesWaiting(root, { unitId })
  if (!waiting || 'problem' in waiting) throw new Error('nobody waits')
  expect(waiting).toMatchObject({ people: 4_100, withCode: 0, isMore: false, direct: 100 })
  expect(waiting.below.map(({ name }) => name)).toEqual(['Tổ 1', 'Tổ 2'])
  expect(waiting.below.reduce((sum, { people }) => sum + (people ?? 0), 0)).toBe(4_000)
  expect(waiting.parts.map(({ people }) => people)).toEqual([2_000, 2_000, 100])
  expect(await issueCodes(root, { unitId })).toEqual({ problem: 'too-many' })

  const given = new Map<string, string>()
  for (const part of waiting.parts)
    for (const { personId, code } of printed(await issueCodes(root, { unitId }, part))) {
      expect(given.has(personId)).toBe(false)
      given.set(personId, code)
    }
  expect(given.size).toBe(4_100)
  const live = await db.select().from(oneTimeCodes).where(isNull(oneTimeCodes.usedAt))
  expect(new Set(live.map(({ personId }) => personId)).size).toBe(live.length)
  expect(live).toHaveLength(4_100)

  const [first] = waiting.parts
  expect(await issueCodes(root, { unitId }, { ...first, isWithoutCode: true })).toEqual({ problem: 'all-have-codes' })
  expect(await resetPassword(given.get(ids[0] ?? '') ?? '', 'bến đò chiều nay')).toHaveProperty('username')
  const anew = printed(await issueCodes(root, { unitId, isDirect: true }))
  expect(anew).toHaveLength(99)
  const [one] = anew
  expect(await resetPassword(given.get(one?.personId ?? '') ?? '', 'bến đò chiều nay')).toHaveProperty('problems')
  expect(await codesWaiting(root, { unitId })).toMatchObject({ people: 4_099, withCode: 4_099 })
}, 120_000)

test('whoever has a code that works is left out, and gets another only when all do', async () => {
  const unitId = await aUnit()
  const people = [await aPerson({ fullName: 'Lê Thị An' }), await aPerson({ fullName: 'Lê Thị Bé' })]
  for (const { id } of people) await aMembership({ personId: id, unitId })
  const [an, be] = people
  const first = printed(await issueCodes(root, { unitId }))
  if (first.length === 0) throw new Error('nobody printed')
  await write((tx) => tx.delete(oneTimeCodes).where(eq(oneTimeCodes.personId, be?.id ?? '')))
  expect(await codesWaiting(root, { unitId })).toMatchObject({ people: 2, withCode: 1 })
  const second = printed(await issueCodes(root, { unitId }, { isWithoutCode: true }))
  expect(second.map(({ personId }) => personId)).toEqual([be?.id])
  const code = first.find(({ personId }) => personId === an?.id)?.code ?? ''
  expect(await resetPassword(code, 'bến đò chiều nay')).toHaveProperty('username')
  const stranger = { id: (await aPerson({ role: 'manager' })).id, role: 'manager' as const }
  expect(await codesWaiting(stranger, { unitId })).toBeNull()
  expect(await issueCodes(stranger, { unitId }, { isWithoutCode: true })).toBeNull()
})
