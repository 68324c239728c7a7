import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { write } from '#app/db/db.server.ts'
import { addDays } from '#app/i18n/calendar.ts'
import { dayOf, formatDay } from '#app/i18n/day.ts'
import { leaveLease, takeLease } from '#app/messages/lease.server.ts'
import { requirementsCommands } from '#app/requirements/asking/commands.server.ts'
import { draftRequirement } from '#app/requirements/asking/draft-requirement.server.ts'
import { standings } from '#app/requirements/schema.ts'
import { aForm, anAgency } from '#tests/asking.ts'
import { aUnit, done } from '#tests/units.ts'

const said = { out: '', err: '' }
beforeEach(() => {
  said.out = said.err = ''
  const keep = (where: 'out' | 'err') => (text: string | Uint8Array) => {
    said[where] += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(keep('out'))
  vi.spyOn(process.stderr, 'write').mockImplementation(keep('err'))
})
afterEach(() => void vi.restoreAllMocks())

const today = dayOf(new Date())
const run = (verb: string, ...args: string[]) => requirementsCommands[verb]?.run(args)

/** What was said since the last time, as data. */
function json() {
  const told = JSON.parse(said.out)
  said.out = ''
  return told
}

async function aDraft(changes = {}) {
  const agency = await anAgency()
  const window = { kind: 'fixed' as const, opensDay: today, dueDay: addDays(today, 60) }
  const form = aForm(agency.unitId, [agency.courseId], { window, title: 'Việc học', ...changes })
  const { id } = done(await draftRequirement('command-line', agency.unitId, form))
  return { id, ...agency }
}

test('a draft is previewed, published, shown and ended as on the pages, and the audit names no person', async () => {
  const { id, name } = await aDraft()

  expect(await run('preview', id)).toBe(0)
  expect(said.out).toContain('Would ask 2 people: 0 have done it, 2 can be reached neither by phone nor by e-mail\n')
  expect(await run('publish', id)).toBe(0)
  expect(await run('publish', id)).toBe(0)
  expect(said.out).toContain(`Published, asked from ${formatDay(today, 'en')} on.\n`.repeat(2))
  expect(await run('show', id)).toBe(0)
  expect(said.out).toContain(`Việc học (asked)\nAsked by: ${name}, 12/QĐ-SNV of 2026-02-27\n`)
  expect(await run('end', id, 'QĐ 13 thay thế')).toBe(0)
  expect(said.out).toContain(`Asked of nobody from ${formatDay(today, 'en')} on.\n`)
  expect(said.err).toBe('')

  const lines = (await auditLinesAbout('requirement', id)).map(({ verb, actorId, reason }) => [verb, actorId, reason])
  expect(lines).toContainEqual(['requirements.publish', null, null])
  expect(lines).toContainEqual(['requirements.end', null, 'QĐ 13 thay thế'])
  expect(lines).toHaveLength(lines.filter(([verb]) => verb !== 'requirements.publish').length + 1)
})

test('all that is asked is listed, or what one unit asks, as lines and as data', async () => {
  const [one, other] = [await aDraft({ title: 'Việc một' }), await aDraft({ title: 'Việc hai' })]
  const code = `XA${Date.now() % 1e6}`
  const unitId = await aUnit({ code, name: 'Xã có mã' })
  const form = aForm(unitId, [one.courseId], { title: 'Việc của xã' })
  const { id } = done(await draftRequirement('command-line', unitId, form))

  expect(await run('list')).toBe(0)
  expect(said.out).toContain(`${one.id}  draft   12/QĐ-SNV  ${one.name}: Việc một\n`)
  expect(said.out).toContain(other.id)
  said.out = ''
  expect(await run('list', '--unit', code, '--json')).toBe(0)
  expect(json()).toMatchObject([{ id, title: 'Việc của xã', state: 'draft' }])
  expect(await run('list', '--unit', 'KHONG')).toBe(1)
  expect(said.err).toBe('Refused: no unit has the code KHONG today\n')
})

test('what a script asks for is data: preview, show, publish, end', async () => {
  const { id } = await aDraft()
  await run('preview', id, '--json')
  expect(json()).toMatchObject({ people: 2, unreachable: 2 })
  await run('publish', id, '--json')
  expect(Date.parse(json().publishedAt)).toBeGreaterThan(0)
  await run('show', id, '--json')
  expect(json()).toMatchObject({ id, state: 'asked', decisionNumber: '12/QĐ-SNV' })
  await run('end', id, 'Hết việc', '--from', addDays(today, 3), '--json')
  expect(json()).toEqual({ toDay: addDays(today, 3) })
})

test('what stands in the way is said in one line: nothing there, no decision, no reason, a day that is past', async () => {
  const { id } = await aDraft({ decisionNumber: '', decisionDay: '' })
  const refused = async (verb: string, ...args: string[]) => {
    said.err = ''
    return [await run(verb, ...args), said.err.split('\n').length - 1, said.err]
  }
  for (const verb of ['show', 'preview', 'publish'])
    expect(await refused(verb, 'none')).toEqual([1, 1, expect.stringMatching(/^Refused: there is no such/)])
  expect(await refused('publish', id)).toEqual([1, 1, expect.stringContaining('number of the document is missing')])
  expect(await refused('end', id, 'x')).toEqual([1, 1, 'Refused: there is no such requirement that is published\n'])
  const published = (await aDraft()).id
  await run('publish', published)
  expect(await refused('end', published, ' ')).toEqual([1, 1, expect.stringContaining('reason is missing')])
  expect(await refused('end', published, 'x', '--from', '2020-01-01')).toEqual([
    1,
    1,
    expect.stringContaining('Choose today'),
  ])
  expect(await refused('end', published)).toEqual([2, 1, expect.stringMatching(/^Usage: requirements end </)])
  expect(await refused('list', '--nonsense')).toEqual([2, 1, expect.stringMatching(/^Usage: requirements list /)])
})

test('how everybody stands is worked out anew on demand, unless another process is at it', async () => {
  const { id } = await aDraft()
  await run('publish', id)
  await run('recompute')
  await write((tx) => tx.delete(standings))
  said.out = ''

  expect(await run('recompute', '--json')).toBe(0)
  expect(json().changed).toBeGreaterThanOrEqual(2)
  await takeLease('keep-standings', 'another', 60_000)
  expect(await run('recompute')).toBe(1)
  expect(said.err).toBe('Refused: another process is keeping standings: try again in a minute\n')
  await leaveLease('keep-standings', 'another')
})
