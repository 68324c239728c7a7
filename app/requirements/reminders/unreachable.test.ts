import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { noteInTx } from '#app/messages/note-in-tx.server.ts'
import { queueMessage } from '#app/messages/queue.server.ts'
import { messageRefusals, notices, outbox } from '#app/messages/schema.ts'
import { people } from '#app/people/schema.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { unreachableIn } from '#app/requirements/reminders/unreachable-in.server.ts'
import { requirements, standingChanges, standings, standingVersions } from '#app/requirements/schema.ts'
import { aCertifiedEdition, award } from '#tests/certificates.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aPerson } from '#tests/factories.ts'
import { aHead, aMember, morningOf } from '#tests/reminding.ts'
import { aCourseOf, aRequirement } from '#tests/requirements.ts'
import { aUnit } from '#tests/units.ts'

const now = morningOf('2026-03-20')

beforeEach(() =>
  write(async (tx) => {
    for (const kept of [standings, standingChanges, standingVersions, notices, outbox]) await tx.delete(kept)
    await tx.update(requirements).set({ publishedAt: null })
  }),
)

async function anOffice() {
  const unitId = await aUnit({ type: 'so_nganh' })
  const editionId = await aCertifiedEdition()
  const requirementId = await aRequirement({ unitId, courseIds: [await aCourseOf(editionId)] })
  const head = await aHead(unitId)
  return { unitId, editionId, requirementId, manager: { id: head.id, role: 'manager' as const } }
}

const contacts = ({ id }: { id: string }, set: { email?: string | null; phone?: string | null }) =>
  write((tx) => tx.update(people).set(set).where(eq(people.id, id)))

const refuse = ({ id: personId }: { id: string }, channel: 'email' | 'gateway') =>
  write((tx) => tx.insert(messageRefusals).values({ personId, channel, at: now, isFromLetter: false }))

async function sent({ id, email }: { id: string; email: string }, outcome: 'sent' | 'failed', createdAt: Date) {
  const message = {
    toPersonId: id,
    address: email,
    subject: 's',
    body: 'b',
    language: 'vi' as const,
    kind: 'reminder' as const,
  }
  const key = `${id} ${createdAt.getTime()}`
  await write(async (tx) => {
    await queueMessage(tx, { ...message, key, createdAt })
    await tx
      .update(outbox)
      .set(outcome === 'sent' ? { sentAt: createdAt } : { failedAt: createdAt })
      .where(eq(outbox.key, key))
  })
}

async function found(manager: Parameters<typeof unreachableIn>[0], unitId: string, hasGateway = false) {
  await keepStandings({ now })
  const page = await unreachableIn(manager, unitId, { now, hasGateway })
  return page?.people.map(({ fullName, why }) => `${fullName}: ${why}`) ?? null
}

test('whoever has no way, refused all or got none of the letters is shown, with what is due', async () => {
  const { unitId, manager } = await anOffice()
  const team = await aUnit({ parentId: unitId })
  await aMember(unitId, 'Lê Thị An')
  const none = await aMember(team, 'Lê Thị Bình')
  await contacts(none, { email: null })
  await refuse(await aMember(unitId, 'Lê Thị Chi'), 'email')
  const failed = await aMember(unitId, 'Lê Thị Dung')
  await sent(failed, 'failed', new Date('2026-03-10T01:00:00Z'))
  const again = await aMember(unitId, 'Lê Thị Em')
  await sent(again, 'failed', new Date('2026-03-10T01:00:00Z'))
  await sent(again, 'sent', new Date('2026-03-11T01:00:00Z'))
  expect(await found(manager, unitId)).toEqual([
    'Lê Thị Bình: no-contact',
    'Lê Thị Chi: refused',
    'Lê Thị Dung: failed',
  ])
  const page = await unreachableIn(manager, unitId, { now, hasGateway: false })
  expect(page?.people[0]).toMatchObject({
    unitName: expect.stringContaining('Đơn vị'),
    due: [{ title: 'Kỹ năng số cơ bản', dueDay: '2026-03-31', isLate: false }],
  })
  expect(await found(manager, team)).toEqual(['Lê Thị Bình: no-contact'])
})

test('a phone reaches where there is a gateway, and whoever reads notices is reached without either', async () => {
  const { unitId, manager } = await anOffice()
  const [phone, reader] = [await aMember(unitId, 'Lê Thị An'), await aMember(unitId, 'Lê Thị Bình')]
  await contacts(phone, { email: null, phone: '+84912345678' })
  await contacts(reader, { email: null })
  await write(async (tx) => {
    await noteInTx(tx, { personId: reader.id, kind: 'reminder', key: reader.id, subject: 's', body: 'b', path: null })
    await tx.update(notices).set({ readAt: new Date(now.getTime() - 86_400_000) })
  })
  expect(await found(manager, unitId)).toEqual(['Lê Thị An: no-contact'])
  expect(await found(manager, unitId, true)).toEqual([])
  await write((tx) => tx.update(notices).set({ readAt: new Date(now.getTime() - 40 * 86_400_000) }))
  expect(await found(manager, unitId, true)).toEqual(['Lê Thị Bình: no-contact'])
})

test('who is done is not on the list, and neither is it for others than who acts for the unit; eight queries', async () => {
  const { unitId, editionId, manager } = await anOffice()
  const [mai, nam] = [await aMember(unitId, 'Lê Thị Mai'), await aMember(unitId, 'Lê Văn Nam')]
  for (const person of [mai, nam]) await contacts(person, { email: null })
  await award(mai, editionId, morningOf('2026-02-01'))
  expect(await found(manager, unitId)).toEqual(['Lê Văn Nam: no-contact'])
  expect(await found(await aPerson({ role: 'manager' }), unitId)).toBeNull()
  expect(await found({ id: mai.id, role: 'learner' }, unitId)).toBeNull()
  expect(await countQueries(() => unreachableIn(manager, unitId, { now }))).toBeLessThanOrEqual(8)
})
