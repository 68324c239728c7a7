import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { db } from '#app/db/db.server.ts'
import { mergePeople } from '#app/intake/duplicates/merge-people.server.ts'
import { unmergePeople } from '#app/intake/duplicates/unmerge-people.server.ts'
import { personById } from '#app/people/person-by-id.server.ts'
import { people } from '#app/people/schema.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { setRole } from '#app/people/set-role.server.ts'
import { signIn } from '#app/people/sign-in.server.ts'
import { closeAccount } from '#app/units/memberships/close-account.server.ts'
import { aPerson } from '#tests/factories.ts'
import { merge, unmerge, why } from '#tests/merging.ts'
import { aMember, goodPassword } from '#tests/people.ts'
import { aMembership, done, manages } from '#tests/units.ts'

test('who signs in to the folded account is told which one to use, and only with the right password', async () => {
  const keep = await aMember({ contact: 'keep@example.vn' })
  const fold = await aMember({ contact: '0987654321' })
  const enter = (account: string, password = goodPassword) =>
    signIn({ account, password, device: '?', isShared: false })
  const mergeId = await merge(keep, fold)

  expect(await sessionOf(fold.token)).toBeNull()
  for (const name of [fold.username, '0987654321'])
    expect(await enter(name)).toEqual({ problem: 'merged', into: keep.username })
  expect(await enter(fold.username, 'bánh bò 3 trứng')).toEqual({ problem: 'wrong' })
  expect(await enter(keep.username)).toMatchObject({ person: { id: keep.id } })
  expect(await personById('command-line', fold.id)).toBeNull()

  await unmerge(mergeId)
  expect(await enter(fold.username)).toMatchObject({ person: { id: fold.id } })
})

test('managers merge learners whom they look after, and nobody merges themselves', async () => {
  const manager = await aPerson({ role: 'manager' })
  const [keep, fold, stranger, trainer] = [
    await aPerson(),
    await aPerson(),
    await aPerson(),
    await aPerson({ role: 'trainer' }),
  ]
  const unitId = await manages(manager, keep, fold, trainer)
  await aMembership({ personId: manager.id, unitId })
  await manages(await aPerson({ role: 'manager' }), stranger)

  for (const [who, one, other] of [
    [manager, keep, stranger],
    [manager, stranger, keep],
    [manager, manager, fold],
    [manager, keep, manager],
    [manager, keep, trainer],
    [keep, keep, fold],
    [trainer, keep, fold],
  ] as const)
    expect(await mergePeople(who, one.id, other.id, why)).toBeNull()
  expect(await mergePeople(manager, keep.id, keep.id, why)).toEqual({ problem: 'same-person' })
  expect(await mergePeople(manager, keep.id, fold.id, ' ')).toEqual({ problem: 'reason-needed' })
  const { mergeId } = done(await mergePeople(manager, keep.id, fold.id, why))
  expect(await mergePeople(manager, keep.id, fold.id, why)).toBeNull()
  expect(await unmergePeople(await aPerson({ role: 'manager' }), mergeId, 'Nhầm')).toBeNull()
  expect(await unmergePeople(manager, mergeId, '')).toEqual({ problem: 'reason-needed' })
  expect(await unmergePeople(manager, mergeId, 'Nhầm')).toEqual({ unmerged: true })

  const lines = async (id: string) => (await auditLinesAbout('person', id)).map(({ verb }) => verb)
  expect(await lines(keep.id)).toEqual(expect.arrayContaining(['people.merge', 'people.unmerge']))
  expect(await lines(fold.id)).toEqual(expect.arrayContaining(['people.fold', 'people.unmerge']))
})

test('rights do not go along, and the last administrator is not folded away', async () => {
  const keep = await aPerson()
  const admin = await aPerson({ role: 'administrator' })
  const others = await db.select().from(people).where(eq(people.role, 'administrator'))
  expect(others).toHaveLength(1)
  expect(await mergePeople('command-line', keep.id, admin.id, why)).toEqual({ problem: 'last-administrator' })

  await aPerson({ role: 'administrator' })
  await merge(keep, admin)
  expect(await personById('command-line', keep.id)).toMatchObject({ role: 'learner' })
  expect(await setRole('command-line', admin.id, 'trainer', why)).toBeNull()
})

test('closing the kept account forgets who the folded ones were, and nothing can be undone then', async () => {
  const [keep, fold] = [
    await aMember({ fullName: 'Tạ Thị Út' }),
    await aMember({ fullName: 'Tạ Thị Utt', contact: '0977777777' }),
  ]
  const mergeId = await merge(keep, fold)

  await closeAccount(keep, goodPassword)

  const left = JSON.stringify(
    await db
      .select()
      .from(people)
      .where(inArray(people.id, [keep.id, fold.id])),
  )
  for (const secret of ['Utt', 'Út', '977777777', fold.username]) expect(left).not.toContain(secret)
  expect(await unmergePeople('command-line', mergeId, 'Nhầm')).toEqual({ problem: 'closed-since' })
})
