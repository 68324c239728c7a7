import { expect, test } from 'vitest'
import { openAttemptsOf } from '#app/attempts/open-attempts-of.server.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { submitAttempt } from '#app/ledger/submit-attempt.server.ts'
import type { Actor } from '#app/people/person.ts'
import { type AnEdition, anEdition, aPerson } from '#tests/factories.ts'

const start = new Date('2026-11-20T01:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

async function opened(person: Actor, edition: AnEdition): Promise<string> {
  const outcome = await openAttempt(person, edition.slug, 'cuoi-khoa', start)
  if (!outcome || 'refusal' in outcome) throw new Error('not opened')
  return outcome.attempt
}

test('an exam that is begun is one’s own to go on with until its time is over', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  const edition = await anEdition({ exam: { timeLimitMinutes: 45 } })
  const id = await opened(person, edition)

  expect(await openAttemptsOf(person, after(44))).toEqual([{ id, editionId: edition.id, deadlineAt: after(45) }])
  expect(await openAttemptsOf(person, after(45))).toEqual([])
  expect(await openAttemptsOf(other, after(1))).toEqual([])
})

test('an exam without a limit waits, until it is handed in', async () => {
  const person = await aPerson()
  const edition = await anEdition({ exam: { timeLimitMinutes: null } })
  const id = await opened(person, edition)

  expect(await openAttemptsOf(person, after(600_000))).toEqual([{ id, editionId: edition.id, deadlineAt: null }])
  await submitAttempt(person, id, after(600_001))
  expect(await openAttemptsOf(person, after(600_002))).toEqual([])
})
