import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLines } from '#app/audit/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import { resetPassword } from '#app/people/reset-password.server.ts'
import { people } from '#app/people/schema.ts'
import { createMember } from '#app/units/memberships/create-member.server.ts'
import { issueMemberCode, mayIssueMemberCode } from '#app/units/memberships/issue-member-code.server.ts'
import { newMemberId } from '#app/units/memberships/new-member-id.ts'
import { namesakesSeen } from '#app/units/sight/namesakes-seen.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aMembership, done, manages } from '#tests/units.ts'

async function aManager() {
  const { id } = await aPerson({ role: 'manager' })
  const who = { id, role: 'manager' as const }
  return { who, unitId: await manages(who) }
}

function aMember(who: { id: string; role: 'manager' }, unitId: string, fullName: string, birthYear: number | null) {
  const place = { fromDay: '2021-01-01', position: '', category: 'nguoi_dan' as const }
  const form = { id: newMemberId(), fullName, birthYear, language: 'vi' as const, unitId, ...place }
  return createMember(who, form).then((made) => {
    const member = done(made)
    if (!('code' in member)) throw new Error('made before')
    return member
  })
}

test('who made an account and lost the code gets another; the first opens nothing, and a line tells who gave it', async () => {
  const { who, unitId } = await aManager()
  const member = await aMember(who, unitId, 'Lê Thị Mới', 1980)
  expect(await mayIssueMemberCode(who, member.id)).toBe(true)
  const again = await issueMemberCode(who, member.id)
  expect(again).toMatchObject({ username: member.username })
  expect(again?.code).not.toBe(member.code)
  expect(await resetPassword(member.code, 'bến đò chiều nay')).toHaveProperty('problems')
  const lines = await db
    .select()
    .from(auditLines)
    .where(and(eq(auditLines.verb, 'people.issue-code'), eq(auditLines.subjectId, member.id)))
  expect(lines).toMatchObject([{ actorId: who.id }])

  expect(await resetPassword(again?.code ?? '', 'bến đò chiều nay')).toHaveProperty('username')
  expect(await mayIssueMemberCode(who, member.id)).toBe(false)
  expect(await issueMemberCode(who, member.id)).toBeNull()
  expect(await issueMemberCode({ id: (await aPerson()).id, role: 'administrator' }, member.id)).toHaveProperty('code')
})

test('nobody gives a code to people of another unit, or to who holds an office', async () => {
  const [one, two] = [await aManager(), await aManager()]
  const member = await aMember(one.who, one.unitId, 'Lê Thị Mới', 1980)
  expect(await issueMemberCode(two.who, member.id)).toBeNull()
  expect(await mayIssueMemberCode(two.who, member.id)).toBe(false)
  expect(await issueMemberCode({ id: member.id, role: 'learner' }, member.id)).toBeNull()
  const trainer = await aMember(one.who, one.unitId, 'Lê Thị Dạy', 1980)
  await write((tx) => tx.update(people).set({ role: 'trainer' }).where(eq(people.id, trainer.id)))
  expect(await issueMemberCode(one.who, trainer.id)).toBeNull()
})

test('namesakes whom one sees are told, by year of birth if it is given; of others nothing is said', async () => {
  const [one, two] = [await aManager(), await aManager()]
  const member = await aMember(one.who, one.unitId, 'Lê Thị Mới', 1980)
  const yearless = await aMember(one.who, one.unitId, 'LÊ THỊ MỚI', null)
  await aMember(one.who, one.unitId, 'Lê Thị Mới', 1990)
  await aMembership({ personId: (await aPerson({ fullName: 'Lê Thị Khác' })).id, unitId: one.unitId })
  const seen = async (birthYear: number | null, who = one.who) =>
    (await namesakesSeen(who, { fullName: ' le thi  moi ', birthYear })).map(({ id }) => id).sort()
  expect(await seen(1980)).toEqual([member.id, yearless.id].sort())
  expect(await seen(null)).toHaveLength(3)
  expect(await seen(null, two.who)).toEqual([])
})
