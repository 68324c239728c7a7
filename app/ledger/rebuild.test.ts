import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { announcedMaintenance } from '#app/attempts/announced-maintenance.server.ts'
import { attemptAnswers, attempts } from '#app/attempts/schema.ts'
import { certificates } from '#app/certificates/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import { lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import { acceptLate } from '#app/ledger/accept-late.server.ts'
import { allowMoreTime } from '#app/ledger/allow-more-time.server.ts'
import { announceMaintenance } from '#app/ledger/announce-maintenance.server.ts'
import { closeOverdue } from '#app/ledger/close-overdue.server.ts'
import type { Receipt, SentEvent } from '#app/ledger/event.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { rebuild } from '#app/ledger/rebuild.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { events } from '#app/ledger/schema.ts'
import { withdrawMaintenance } from '#app/ledger/withdraw-maintenance.server.ts'
import type { SignedIn } from '#app/people/person.ts'
import { type AnEdition, anEdition, aPerson, rightAnswer, wrongAnswer } from '#tests/factories.ts'
import { allLessons, did } from '#tests/learning.ts'
import { projectionsOf } from '#tests/projections.ts'
import { manages } from '#tests/units.ts'

const start = Date.parse('2026-11-20T01:00:00Z')

/** One thing that happens in a random history; several of a group happen at once. */
type Step =
  | { do: 'open' | 'submit' | 'sweep' | 'more-time' | 'announce' | 'withdraw' | 'lessons' }
  | { do: 'answer'; question: number; sequence: number; how: 'right' | 'wrong' | 'none' }
  | { do: 'repeat'; which: number }
  | { do: 'accept'; question: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('open', 'submit', 'sweep', 'more-time', 'lessons') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('announce', 'withdraw') }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('answer'),
      question: fc.nat({ max: 3 }),
      sequence: fc.integer({ min: 1, max: 4 }),
      how: fc.constantFrom('right', 'wrong', 'none'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat'), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('accept'), question: fc.nat({ max: 3 }) }) },
)
/** What happens at once, and how long after what came before. */
const history = fc.array(
  fc.record({ wait: fc.nat({ max: 90 }), steps: fc.array(step, { minLength: 1, maxLength: 4 }) }),
  {
    minLength: 3,
    maxLength: 14,
  },
)

type World = { person: SignedIn; manager: SignedIn; edition: AnEdition; sent: SentEvent[]; receipts: Receipt[] }

test('after any history nothing acknowledged is lost, the highest number stands, and rebuilding makes the same rows', async () => {
  const edition = await anEdition({ exam: { timeLimitMinutes: 5, attempts: 3 } })
  const manager = await aPerson({ role: 'manager' })
  await fc.assert(
    fc.asyncProperty(history, async (groups) => {
      const world: World = { person: await aPerson(), manager, edition, sent: [], receipts: [] }
      await manages(manager, world.person)
      let now = start
      for (const { wait, steps } of groups) {
        now += wait * 1000
        await Promise.all(steps.map((what) => happen(world, what, new Date(now))))
      }
      await nothingLost(world)
      await highestStands(world)
      await sameAfterRebuild(world)
    }),
    { numRuns: process.env.TEST_ENGINE === 'postgres' ? 25 : 80 },
  )
}, 240_000)

async function happen(world: World, what: Step, now: Date): Promise<unknown> {
  const { person, manager, edition } = world
  if (what.do === 'open') return openAttempt(person, edition.slug, 'cuoi-khoa', now)
  if (what.do === 'sweep') return closeOverdue(now)
  if (what.do === 'more-time') return allowMoreTime(manager, person.id, 50, 'mắt kém', now)
  if (what.do === 'announce') return announceMaintenance('command-line', seconds(now, 60), seconds(now, 90), now)
  if (what.do === 'withdraw') return withdrawNewest(now)
  if (what.do === 'lessons') return send(world, allLessons(edition), now)
  const attempt = await newestAttempt(person)
  if (what.do === 'repeat') {
    const again = world.sent[what.which % Math.max(1, world.sent.length)]
    return again ? send(world, [again], now) : undefined
  }
  if (!attempt) return undefined
  if (what.do !== 'answer' && what.do !== 'accept') return send(world, [did.submitted(edition, attempt.id)], now)
  const question = attempt.paper.questions[what.question]?.question
  if (!question) return undefined
  if (what.do === 'accept') return acceptLate(manager, attempt.id, question.id, 'mất điện', now)
  const fields = { right: rightAnswer(question), wrong: wrongAnswer(question), none: [] }[what.how]
  return send(world, [did.answered(edition, attempt.id, question.id, what.sequence, fields)], now)
}

const seconds = (now: Date, later: number) => new Date(now.getTime() + later * 1000)

async function withdrawNewest(now: Date) {
  const [newest] = (await announcedMaintenance('command-line')) ?? []
  return newest && withdrawMaintenance('command-line', newest.id, now)
}

async function send(world: World, sent: SentEvent[], now: Date) {
  world.sent.push(...sent)
  world.receipts.push(...(await record(world.person, { events: sent }, now)).receipts)
}

async function newestAttempt(person: SignedIn) {
  const rows = await db.select().from(attempts).where(eq(attempts.personId, person.id))
  return rows.sort((a, b) => b.number - a.number)[0]
}

async function nothingLost({ person, receipts }: World) {
  const kept = new Set((await db.select().from(events).where(eq(events.personId, person.id))).map(({ id }) => id))
  expect(receipts.filter(({ id }) => !kept.has(id))).toEqual([])
  expect(receipts.filter(({ outcome }) => outcome === 'refused')).toEqual([])
}

/** Of the answers in time, by what was said when they came, the greatest number stands; then the greater id. */
async function highestStands({ person, sent, receipts }: World) {
  const inTime = new Set(receipts.filter(({ outcome }) => outcome === 'received').map(({ id }) => id))
  const accepted = (await db.select().from(events).where(eq(events.personId, person.id))).flatMap(({ content }) =>
    content.kind === 'late.accepted' ? [`${content.attempt} ${content.question}`] : [],
  )
  const best = new Map<string, { sequence: number; id: string }>()
  for (const event of sent) {
    if (event.kind !== 'attempt.answered' || !inTime.has(event.id)) continue
    const key = `${event.attempt} ${event.question}`
    const before = best.get(key)
    const isHigher =
      !before || event.sequence > before.sequence || (event.sequence === before.sequence && event.id > before.id)
    if (isHigher) best.set(key, event)
  }
  const { answers } = await projectionsOf(person)
  const counting = answers.filter((row) => !row.isLate && !accepted.includes(`${row.attemptId} ${row.question}`))
  for (const row of counting) expect(row.eventId).toBe(best.get(`${row.attemptId} ${row.question}`)?.id)
}

async function sameAfterRebuild({ person }: World) {
  const before = await projectionsOf(person)
  await rebuild('command-line', { personId: person.id })
  expect(await projectionsOf(person)).toEqual(before)
}

test('rebuilding mends rows that were lost or spoilt, and leaves certificates alone', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  await record(person, { events: allLessons(edition) })
  const opened = await openAttempt(person, edition.slug, 'cuoi-khoa')
  if (!opened || 'refusal' in opened) throw new Error('not opened')
  const answers = edition.pool.map(({ question }) =>
    did.answered(edition, opened.attempt, question.id, 1, rightAnswer(question)),
  )
  await record(person, { events: [...answers, did.submitted(edition, opened.attempt)] })
  const before = await projectionsOf(person)
  const papers = await db.select().from(certificates).where(eq(certificates.personId, person.id))

  await write(async (tx) => {
    await tx.delete(attemptAnswers).where(eq(attemptAnswers.attemptId, opened.attempt))
    await tx.update(attempts).set({ credit: 3, isPassed: false }).where(eq(attempts.id, opened.attempt))
    await tx.delete(practiceAnswers).where(eq(practiceAnswers.personId, person.id))
    await tx.update(lessonProgress).set({ seconds: 99 }).where(eq(lessonProgress.personId, person.id))
  })
  for (const scope of ['all', { courseId: edition.courseId }, { personId: person.id }] as const) {
    expect(await rebuild('command-line', scope)).toBeGreaterThanOrEqual(1)
    expect(await projectionsOf(person)).toEqual(before)
  }
  expect(papers).toHaveLength(1)
  expect(await db.select().from(certificates).where(eq(certificates.personId, person.id))).toEqual(papers)
})

test('rows that no event explains are gone after rebuilding', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const row = { personId: person.id, editionId: edition.id, lesson: 'bai-1', seconds: 600, openedAt: new Date() }
  await write((tx) => tx.insert(lessonProgress).values({ ...row, readAt: null }))
  await rebuild('command-line', { personId: person.id })
  expect((await projectionsOf(person)).progress).toEqual([])
})

test('only who administers rebuilds', async () => {
  const person = await aPerson()
  for (const role of ['learner', 'trainer', 'manager'] as const)
    expect(await rebuild(await aPerson({ role }), { personId: person.id })).toBeNull()
  expect(await rebuild(await aPerson({ role: 'administrator' }), { personId: person.id })).toBe(0)
})
