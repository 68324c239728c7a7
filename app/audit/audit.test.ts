import { expect, test } from 'vitest'
import { auditInTx } from '#app/audit/audit.server.ts'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { write } from '#app/db/db.server.ts'

test('a line tells who did what to whom, from what to what, and why', async () => {
  await write((tx) =>
    auditInTx(tx, 'a1', {
      verb: 'people.set-role',
      subjectKind: 'person',
      subjectId: 'p1',
      before: { role: 'learner' },
      after: { role: 'trainer' },
      reason: 'Quyết định 12',
    }),
  )

  const [line] = await auditLinesAbout('person', 'p1')
  expect(line).toMatchObject({
    actorId: 'a1',
    verb: 'people.set-role',
    before: { role: 'learner' },
    after: { role: 'trainer' },
    reason: 'Quyết định 12',
  })
  expect(line?.at).toBeInstanceOf(Date)
})

test('a deed that is rolled back leaves no line', async () => {
  await expect(
    write(async (tx) => {
      await auditInTx(tx, null, { verb: 'people.create', subjectKind: 'person', subjectId: 'p2' })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')

  expect(await auditLinesAbout('person', 'p2')).toEqual([])
})

test('lines stand in the order of their deeds', async () => {
  for (const verb of ['one', 'two', 'three'])
    await write((tx) => auditInTx(tx, null, { verb, subjectKind: 'person', subjectId: 'p3' }))

  expect((await auditLinesAbout('person', 'p3')).map((line) => line.verb)).toEqual(['one', 'two', 'three'])
})
