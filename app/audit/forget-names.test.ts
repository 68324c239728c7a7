import { expect, test } from 'vitest'
import { auditInTx } from '#app/audit/audit.server.ts'
import { forgetNamesInTx } from '#app/audit/forget-names-in-tx.server.ts'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { write } from '#app/db/db.server.ts'

const line = (verb: string, subjectId: string, subjectKind = 'person') => ({
  verb,
  subjectKind,
  subjectId,
  before: 'Nguyen Thi Be Ba',
  after: 'Nguyễn Thị Bé Ba',
  reason: 'CCCD',
})

test('forgetting a person takes the names out of the audit, and leaves who did what, when and why', async () => {
  await write(async (tx) => {
    await auditInTx(tx, 'admin', line('people.mend-name', 'gone'))
    await auditInTx(tx, 'admin', line('people.mend-birth-year', 'gone'))
    await auditInTx(tx, 'admin', line('people.set-role', 'gone'))
    await auditInTx(tx, 'admin', line('people.mend-name', 'stays'))
    await auditInTx(tx, 'admin', line('people.mend-name', 'gone', 'certificate'))
    await forgetNamesInTx(tx, 'gone')
  })

  const kept = await auditLinesAbout('person', 'gone')
  expect(kept.map(({ verb, before, after, reason, actorId }) => [verb, before, after, reason, actorId])).toEqual([
    ['people.mend-name', null, null, 'CCCD', 'admin'],
    ['people.mend-birth-year', null, null, 'CCCD', 'admin'],
    ['people.set-role', 'Nguyen Thi Be Ba', 'Nguyễn Thị Bé Ba', 'CCCD', 'admin'],
  ])
  expect(await auditLinesAbout('person', 'stays')).toMatchObject([{ after: 'Nguyễn Thị Bé Ba' }])
  expect(await auditLinesAbout('certificate', 'gone')).toMatchObject([{ after: 'Nguyễn Thị Bé Ba' }])
})

test('lines about one kind of thing are not those about another with the same id, and nothing is no lines', async () => {
  await write((tx) => auditInTx(tx, null, line('attempts.accept-late', 'x1', 'attempt')))
  expect(await auditLinesAbout('attempt', 'x1')).toMatchObject([{ actorId: null }])
  expect(await auditLinesAbout('person', 'x1')).toEqual([])
})
