import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { certificateOf, certificatesOf } from '#app/certificates/certificates-of.server.ts'
import { recordBehind } from '#app/certificates/record-behind.server.ts'
import { reissue } from '#app/certificates/reissue.server.ts'
import { revoke } from '#app/certificates/revoke.server.ts'
import { certificates } from '#app/certificates/schema.ts'
import { verify } from '#app/certificates/verify.server.ts'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { aCertifiedEdition, aHolder, award } from '#tests/certificates.ts'

const administrator = await aHolder('Người Quản Trị', 'administrator')
const correction = { fullName: 'Nguyễn Thị Bé Ba', reason: 'Sai dấu trong tên' }

test('a wrong name is mended by a new paper that the old one refers to', async () => {
  const { id, code, holder, editionId } = await aPaper('Nguyen Thi Be Ba')

  const outcome = await reissue(administrator, id, correction)

  const held = await certificateOf(holder, holder.id, editionId)
  expect(outcome).toEqual({ code: held?.code })
  expect(held).toMatchObject({ state: 'valid', facts: { fullName: 'Nguyễn Thị Bé Ba', completedOn: '2026-11-18' } })
  expect(held?.facts.issuedOn).toBe(dayOf(new Date()))
  expect(await verify(code)).toMatchObject({
    state: 'replaced',
    replacedBy: held?.code,
    facts: { fullName: 'Nguyen Thi Be Ba' },
  })
  expect(await rowOf(held?.code)).toMatchObject({ issue: 2, replacesId: id, personId: holder.id, editionId })
})

test('a re-issue has its own number, and re-issuing twice with the same name is once', async () => {
  const { id, code } = await aPaper('Nguyen Thi Be Ba')

  const outcomes = await Promise.all([1, 2, 3].map(() => reissue(administrator, id, correction)))

  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
  const [old, mended] = [await rowOf(code), await rowOf(codeIn(outcomes[0]))]
  expect(mended?.number).not.toBe(old?.number)
  expect(await auditLinesAbout('certificate', id)).toHaveLength(1)
})

test('a chain of re-issues leads from every old paper to the newest', async () => {
  const first = await aPaper('Một')
  const second = codeIn(await reissue(administrator, first.id, { fullName: 'Hai', reason: 'sai' }))
  const third = codeIn(await reissue(administrator, (await rowOf(second))?.id ?? '', { fullName: 'Ba', reason: 'sai' }))

  expect(await verify(first.code)).toMatchObject({ state: 'replaced', replacedBy: third })
  expect(await verify(second)).toMatchObject({ state: 'replaced', replacedBy: third })
  expect(await verify(third)).toMatchObject({ state: 'valid', facts: { fullName: 'Ba' } })
  expect((await rowOf(third))?.issue).toBe(3)
  expect(await reissue(administrator, first.id, { fullName: 'Bốn', reason: 'sai' })).toEqual({ refused: 'replaced' })
  expect(await certificatesOf(first.holder, first.holder.id)).toMatchObject([{ code: third }])
})

test('a revoked paper says so and since when, keeps its reason to itself, and stays revoked', async () => {
  const { id, code } = await aPaper('Lê Văn Tám')

  const [once, twice] = [await revoke(administrator, id, 'Thi hộ'), await revoke(administrator, id, 'Lý do khác')]

  expect(twice).toEqual(once)
  const verdict = await verify(code)
  expect(verdict).toMatchObject({ state: 'revoked', revokedOn: dayOf(new Date()) })
  expect(JSON.stringify(verdict)).not.toContain('Thi hộ')
  expect(await auditLinesAbout('certificate', id)).toMatchObject([
    { actorId: administrator.id, verb: 'certificates.revoke', reason: 'Thi hộ', after: { state: 'revoked' } },
  ])
  expect(await reissue(administrator, id, correction)).toEqual({ refused: 'revoked' })
})

test('revoking the newest of a chain leaves nothing valid; a replaced one need not be revoked', async () => {
  const { id, code } = await aPaper('Một')
  const newest = codeIn(await reissue(administrator, id, { fullName: 'Hai', reason: 'sai' }))

  expect(await revoke(administrator, id, 'Thi hộ')).toEqual({ refused: 'replaced' })
  await revoke(administrator, (await rowOf(newest))?.id ?? '', 'Thi hộ')

  expect(await verify(code)).toMatchObject({ state: 'replaced', replacedBy: newest })
  expect((await verify(newest))?.state).toBe('revoked')
})

test('passing again after a revocation gives no new paper', async () => {
  const { id, holder, editionId } = await aPaper('Một')
  await revoke(administrator, id, 'Thi hộ')

  await award(holder, editionId)

  expect(await certificatesOf(holder, holder.id)).toMatchObject([{ state: 'revoked' }])
})

test.each(['learner', 'trainer', 'manager'] as const)(
  'a %s can neither re-issue, revoke nor see the record',
  async (role) => {
    const { id, code } = await aPaper('Một')
    const other = await aHolder('Người Khác', role)

    expect(await reissue(other, id, correction)).toBeNull()
    expect(await revoke(other, id, 'vì')).toBeNull()
    expect(await recordBehind(other, code)).toBeNull()
    expect((await verify(code))?.state).toBe('valid')
  },
)

test('an administrator sees what was done and why', async () => {
  const { id, code } = await aPaper('Một')
  await revoke(administrator, id, 'Thi hộ')

  expect(await recordBehind(administrator, code)).toMatchObject({
    id,
    deeds: [{ verb: 'certificates.revoke', reason: 'Thi hộ' }],
  })
})

test.each([
  [{ fullName: ' \u200b ', reason: 'sai' }, 'name'],
  [{ fullName: 'a'.repeat(121), reason: 'sai' }, 'name'],
  [{ fullName: 'Ba', reason: '  ' }, 'reason'],
  [{ fullName: 'Ba', reason: 'a'.repeat(1001) }, 'reason'],
] as const)('a re-issue needs a name and a reason: %j', async (wrong, refused) => {
  const { id, code } = await aPaper('Một')

  expect(await reissue(administrator, id, wrong)).toEqual({ refused })
  expect((await verify(code))?.state).toBe('valid')
})

test('a revocation needs a reason, and an unknown id is nothing', async () => {
  const { id } = await aPaper('Một')

  expect(await revoke(administrator, id, ' ')).toEqual({ refused: 'reason' })
  expect(await revoke(administrator, 'no-such', 'vì')).toBeNull()
  expect(await reissue(administrator, 'no-such', correction)).toBeNull()
})

test("a person's papers are theirs and the administrators' alone", async () => {
  const { holder, editionId } = await aPaper('Một')
  const other = await aHolder('Người Khác', 'manager')

  expect(await certificatesOf(other, holder.id)).toBeNull()
  expect(await certificateOf(other, holder.id, editionId)).toBeNull()
  expect(await certificatesOf(administrator, holder.id)).toHaveLength(1)
  expect(await certificateOf(holder, holder.id, 'no-such')).toBeNull()
})

async function aPaper(fullName: string) {
  const [holder, editionId] = [await aHolder(fullName), await aCertifiedEdition()]
  await award(holder, editionId)
  const [row] = await db.select().from(certificates).where(eq(certificates.personId, holder.id))
  if (!row) throw new Error('no paper')
  return { id: row.id, code: row.code, holder, editionId }
}

async function rowOf(code: string | undefined) {
  const [row] = await db
    .select()
    .from(certificates)
    .where(eq(certificates.code, code ?? ''))
  return row
}

function codeIn(outcome: unknown): string {
  if (outcome && typeof outcome === 'object' && 'code' in outcome && typeof outcome.code === 'string')
    return outcome.code
  throw new Error(`no new paper: ${JSON.stringify(outcome)}`)
}
