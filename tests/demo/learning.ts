import { attemptAnswers, attempts } from '#app/attempts/schema.ts'
import { certificates } from '#app/certificates/schema.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { enrolments, lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import { startOf } from '#app/i18n/day.ts'
import { events } from '#app/ledger/schema.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { laterDay } from '#app/units/period.ts'
import { calendar, dayAfter, someDay } from '#tests/demo/calendar.ts'
import type { Person } from '#tests/demo/crowd.ts'
import type { Dice } from '#tests/demo/dice.ts'
import { Register } from '#tests/demo/papers.ts'
import { sit } from '#tests/demo/sitting.ts'
import type { ProvinceSize } from '#tests/demo/size.ts'
import { study } from '#tests/demo/study.ts'
import { type CoursesTaken, coursesTaken, type Taught } from '#tests/demo/taught.ts'
import { noWork, type Work } from '#tests/demo/work.ts'

export type Learners = { officials: Person[]; others: Person[]; signIns: Record<string, Person> }
/** Somebody who is to finish a course on a day, or to have begun it by then. */
type Aim = { person: Person; at: Date; finishes: boolean }

const dayMs = 24 * 60 * 60_000
const atOnce = 100

/**
 * Two years of learning: events in the ledger, and beside them the rows that the ledger's own rebuild makes of them
 * (held by a test). Everybody takes one course. Certificates are numbered in the order in which courses are finished.
 */
export async function learning(dice: Dice, learners: Learners, size: ProvinceSize) {
  const courses = await coursesTaken(size)
  const register = new Register(dice)
  const finishers = aims(dice, learners, size.finished, true)
  const beginners = aims(dice, learners, size.begun, false)
  const seen = new Set<string>()
  const all = [...finishers, ...beginners]
    .filter(({ person }) => !seen.has(person.id) && seen.add(person.id))
    .sort((one, other) => one.at.getTime() - other.at.getTime())
  let papers = 0
  for (let from = 0; from < all.length; from += atOnce) {
    const work = noWork()
    const kept: Array<typeof certificates.$inferInsert> = []
    for (const aim of all.slice(from, from + atOnce)) kept.push(...learn(dice, work, aim, courses, register))
    papers += kept.length
    await write((tx) => keepInTx(tx, work, kept))
  }
  await write((tx) => register.keepInTx(tx))
  return { learners: all.map(({ person }) => person), papers, courses }
}

/** Half of them officials, so far as there are any; and those who sign in. */
function aims(dice: Dice, { officials, others, signIns }: Learners, count: number, finishes: boolean): Aim[] {
  const named = Object.entries(signIns)
    .filter(([username]) => (finishes ? ['can.bo', 'quan.ly.xa'] : ['cong.nhan', 'ba.con']).includes(username))
    .map(([, person]) => person)
  const drawn = Array.from({ length: count }, (_, place) => dice.pick(place % 2 === 0 ? officials : others))
  return [...named, ...drawn].flatMap((person): Aim[] => {
    const first = dayAfter(laterDay(person.since, calendar.begin), 12)
    if (first > calendar.end) return []
    const startsAt = startOf(someDay(dice, first, calendar.end)).getTime()
    return [{ person, finishes, at: new Date(startsAt + dice.between(8 * 60, 20 * 60) * 60_000) }]
  })
}

function learn(dice: Dice, work: Work, { person, at, finishes }: Aim, courses: CoursesTaken, register: Register) {
  const taken = dice.pick(courses[person.category])
  const { facts } = taken
  const learner = { personId: person.id, editionId: facts.id }
  const lessons = [...facts.lessons]
  const first = new Date(at.getTime() - 9 * dayMs)
  const studied = finishes ? lessons : lessons.slice(0, dice.between(1, 3))
  for (const [place, lesson] of studied.entries())
    study(dice, work, learner, taken, lesson, new Date(first.getTime() + place * dayMs))
  const closed = finishes ? attemptsUntilPassed(dice, work, learner, taken, at) : null
  const enrolment = { ...learner, courseId: facts.courseId, startedAt: first }
  work.enrolments.push({ ...enrolment, completedAt: closed?.isPassed ? closed.closedAt : null })
  if (!closed?.isPassed) return []
  const { sheet } = facts
  return [register.paper({ ...learner, fullName: person.fullName, sheet, at: closed.closedAt })]
}

/** One in eight does not pass the first time, and comes again two days later; what is never passed stays so. */
function attemptsUntilPassed(
  dice: Dice,
  work: Work,
  learner: { personId: string; editionId: string },
  course: Taught,
  at: Date,
) {
  const isHard = dice.isLucky(0.125)
  const first = new Date(at.getTime() - 3 * dayMs)
  if (isHard) {
    const failed = sit(dice, work, learner, course, { number: 1, openedAt: first, skill: 0.3 })
    if (failed.isPassed) return failed
  }
  return sit(dice, work, learner, course, { number: isHard ? 2 : 1, openedAt: at, skill: 0.97 })
}

async function keepInTx(tx: Transaction, work: Work, papers: Array<typeof certificates.$inferInsert>) {
  for (const rows of inChunks(work.events)) await tx.insert(events).values(rows)
  for (const rows of inChunks(work.enrolments)) await tx.insert(enrolments).values(rows)
  for (const rows of inChunks(work.progress)) await tx.insert(lessonProgress).values(rows)
  for (const rows of inChunks(work.practice)) await tx.insert(practiceAnswers).values(rows)
  for (const rows of inChunks(work.attempts)) await tx.insert(attempts).values(rows)
  for (const rows of inChunks(work.answers)) await tx.insert(attemptAnswers).values(rows)
  for (const rows of inChunks(papers)) await tx.insert(certificates).values(rows)
}
