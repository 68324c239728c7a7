import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backup } from '#app/db/backup.server.ts'
import { environment } from '#app/db/environment.server.ts'
import { addCredit } from '#app/requirements/hours/add-credit.server.ts'
import { clearEvidence } from '#app/requirements/hours/clear-evidence.server.ts'
import { confirmCredit } from '#app/requirements/hours/confirm-credit.server.ts'
import { creditsOf } from '#app/requirements/hours/credits-of.server.ts'
import { evidenceOf } from '#app/requirements/hours/evidence-of.server.ts'
import { hoursOf } from '#app/requirements/hours/hours-of.server.ts'
import { withdrawCredit } from '#app/requirements/hours/withdraw-credit.server.ts'
import { closeAccount } from '#app/units/memberships/close-account.server.ts'
import { aCredit, aCreditForm, aFile, aPdf, aPng, toldAt } from '#tests/credits.ts'
import { aPerson } from '#tests/factories.ts'
import { merge } from '#tests/merging.ts'
import { aMember, goodPassword } from '#tests/people.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'
import { done, manages } from '#tests/units.ts'

const folder = join(environment.DATA_DIR, 'evidence')
const files = () => readdirSync(folder)

test.each([
  ['a program called .pdf', 'MZ\x90\0\x03\0\0\0', 'giấy.pdf'],
  ['a web page', '<!doctype html><script>alert(1)</script>', 'giấy.pdf'],
  ['a drawing that carries a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'giấy.png'],
  ['an archive', 'PK\x03\x04\x14\0', 'giấy.pdf'],
  ['a PDF that begins as a web page', `<script>1</script>${aPdf}`, 'giấy.pdf'],
  ['the first bytes of a picture and no more', Buffer.from('89504e470d0a1a0a', 'hex'), 'giấy.png'],
])('evidence that is not a document is refused by its bytes: %s', async (_, content, name) => {
  const learner = await aPerson()
  const sent = typeof content === 'string' ? Buffer.from(content, 'latin1') : content

  expect(await addCredit(learner, learner.id, aCreditForm(), aFile(sent, name), toldAt)).toEqual({
    problems: { file: 'file-not-a-document' },
  })
  expect(await creditsOf(learner, learner.id)).toEqual([])
})

test('an empty file and one that is too large are told as such', async () => {
  const learner = await aPerson()
  const told = async (content: Uint8Array) => addCredit(learner, learner.id, aCreditForm(), aFile(content), toldAt)

  expect(await told(Buffer.alloc(0))).toEqual({ problems: { file: 'file-missing' } })
  const large = Buffer.concat([Buffer.from(aPdf), Buffer.alloc(10 * 1024 * 1024)])
  expect(await told(large)).toEqual({ problems: { file: 'file-too-large' } })
  const fits = large.subarray(0, 10 * 1024 * 1024)
  expect(await told(fits)).toMatchObject({ state: 'provisional', again: false })
})

test('PDF, PNG and JPEG are kept by their bytes, whatever they are called, for the owner of the server alone', async () => {
  const learner = await aPerson()
  const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex')
  for (const [at, [content, type]] of [
    [aPdf, 'application/pdf'] as const,
    [aPng, 'image/png'] as const,
    [jpeg, 'image/jpeg'] as const,
  ].entries()) {
    const file = aFile(content, 'C:\\giấy.exe')
    const added = await addCredit(learner, learner.id, aCreditForm({ title: `Lớp ${at}` }), file, toldAt)
    const id = added && 'id' in added ? added.id : ''
    const evidence = await evidenceOf(learner, id)
    expect(evidence).toMatchObject({ type })
    const path = evidence?.path ?? ''
    expect(readFileSync(path).equals(Buffer.from(content))).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  }
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('what is wrong with a form is told by box, all at once, and nothing is kept', async () => {
  const learner = await aPerson()
  const wrong = aCreditForm({
    ...{ title: ' ', provider: 'x'.repeat(301), category: 'XYZ', hours: '7,3', form: 'dream', paper: 'x'.repeat(101) },
    ...{ beganDay: '2026-02-31', completedDay: '2026-04-02' },
  })
  expect(await addCredit(learner, learner.id, wrong, aFile('MZ'), toldAt)).toEqual({
    problems: {
      ...{ title: 'needed', provider: 'too-long', category: 'not-listed', hours: 'hours-wrong', form: 'not-listed' },
      ...{ paper: 'too-long', beganDay: 'day-wrong', completedDay: 'day-future', file: 'file-not-a-document' },
    },
  })
  const turned = aCreditForm({ beganDay: '2026-03-21', completedDay: '2026-03-20' })
  expect(await addCredit(learner, learner.id, turned, aFile(), toldAt)).toEqual({
    problems: { completedDay: 'ends-before-begin' },
  })
  expect(await creditsOf(learner, learner.id)).toEqual([])
})

test('to tell of the same twice, even at once, is to tell of it once', async () => {
  const learner = await aPerson()
  const tell = () => addCredit(learner, learner.id, aCreditForm(), aFile(), toldAt)
  const outcomes = await Promise.all([tell(), tell(), tell()])

  expect(outcomes.filter((outcome) => outcome && 'again' in outcome && !outcome.again)).toHaveLength(1)
  expect(await creditsOf(learner, learner.id)).toHaveLength(1)
})

test('whoever has fifty papers waiting, or sent fifty in a day, sends no more until some are answered or a day has passed', async () => {
  const [learner, other] = [await aPerson(), await aPerson()]
  const now = new Date()
  const send = (person: { id: string }, number: number, at = now) =>
    addCredit('command-line', person.id, aCreditForm({ title: `Lớp ${number}` }), aFile(`${aPdf}% ${number}`), at)
  const ids: string[] = []
  for (let number = 0; number < 50; number++) ids.push(done(await send(learner, number)).id)
  const before = files().length
  expect(await send(learner, 50)).toEqual({ problems: { file: 'file-too-many' } })
  expect(files()).toHaveLength(before)
  expect(await send(other, 50)).toMatchObject({ state: 'provisional' })

  const nextDay = new Date(now.getTime() + 25 * 3_600_000)
  expect(await send(learner, 50, nextDay)).toEqual({ problems: { file: 'file-too-many' } })
  for (const id of ids.slice(0, 2)) expect(await withdrawCredit(learner, id)).toBe(true)
  expect(await send(learner, 51)).toEqual({ problems: { file: 'file-too-many' } })
  expect(await send(learner, 51, nextDay)).toMatchObject({ state: 'provisional' })
})

test('evidence is for the person and for who looks after them; a credit is told of by nobody else', async () => {
  const [learner, manager, stranger] = [await aPerson(), await aPerson({ role: 'manager' }), await aPerson()]
  await manages(manager, learner)
  const credit = await aCredit(learner, {}, { by: manager })

  for (const who of [learner, manager, 'command-line' as const])
    expect(await evidenceOf(who, credit)).toMatchObject({ type: 'application/pdf' })
  expect(await evidenceOf(stranger, credit)).toBeNull()
  expect(await addCredit(stranger, learner.id, aCreditForm(), aFile(), toldAt)).toBeNull()
  const nobody = '018f0000-0000-7000-8000-000000000000'
  expect(await addCredit('command-line', nobody, aCreditForm(), aFile(), toldAt)).toBeNull()
})

test('a backup holds the evidence, readable by its owner alone', async () => {
  const learner = await aPerson()
  const credit = await aCredit(learner, {}, { content: `${aPdf}% of the backup` })
  const path = (await evidenceOf(learner, credit))?.path ?? ''
  const place = join(temporaryFolder('evidence-backup'), 'monday')
  const made = await backup(place)

  const name = path.slice(environment.DATA_DIR.length + 1)
  expect(made).toMatchObject({ files: expect.arrayContaining([expect.objectContaining({ path: name })]) })
  expect(readFileSync(join(place, name), 'utf8')).toContain('% of the backup')
  expect(statSync(join(place, name)).mode & 0o777).toBe(0o600)
})

test('of a closed account the record of what was confirmed stays, the scans and the rest go', async () => {
  const [learner, other] = [await aMember(), await aPerson()]
  const shared = `${aPdf}% of two`
  const kept = await aCredit(learner, { title: 'Đã xác nhận' }, { content: `${aPdf}% kept` })
  await confirmCredit('command-line', kept, toldAt)
  const waiting = await aCredit(learner, { title: 'Đang chờ' }, { content: shared })
  const others = await aCredit(other, {}, { content: shared })
  const paths = await Promise.all([kept, waiting].map(async (id) => (await evidenceOf('command-line', id))?.path ?? ''))
  expect(await closeAccount(learner, goodPassword)).toEqual({ closed: true })

  const tomorrow = new Date(Date.now() + 2 * 24 * 60 * 60_000)
  await clearEvidence(tomorrow)
  await clearEvidence(tomorrow)

  expect(await creditsOf('command-line', learner.id)).toMatchObject([{ title: 'Đã xác nhận', evidenceName: '' }])
  expect(await hoursOf('command-line', learner.id, 2026, '2026-11-20')).toMatchObject({ total: 20 })
  expect(await evidenceOf('command-line', kept)).toBeNull()
  expect(paths.map((path) => existsSync(path))).toEqual([false, true])
  expect(await evidenceOf(other, others)).not.toBeNull()
})

test('a file that no credit names goes after a day, half a file too; the credits of folded accounts keep theirs', async () => {
  const [kept, folded] = [await aPerson(), await aPerson()]
  const credit = await aCredit(folded, {}, { content: `${aPdf}% folded` })
  await merge(kept, folded)
  const [orphan, half] = ['f'.repeat(64), `${'e'.repeat(64)}.018f0000-0000-7000-8000-000000000000`]
  for (const name of [orphan, half]) writeFileSync(join(folder, name), aPdf)
  await clearEvidence()
  expect(files()).toEqual(expect.arrayContaining([orphan, half]))

  const old = new Date(Date.now() - 2 * 24 * 60 * 60_000)
  for (const name of files()) utimesSync(join(folder, name), old, old)
  await clearEvidence()
  expect(files()).not.toContain(orphan)
  expect(files()).not.toContain(half)
  expect(existsSync((await evidenceOf(kept, credit))?.path ?? '')).toBe(true)
})
