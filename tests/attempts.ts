import type { Actor } from '#app/people/person.ts'
import type { AnEdition } from '#tests/factories.ts'
import { answersAll, attemptRow, sits } from '#tests/sitting.ts'

/** When exams begin, unless the test says otherwise. */
export const start = new Date('2026-11-22T02:00:00Z')
export const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

/** Begins the exam of an edition; the attempt's id. */
export async function openedBy(person: Actor, edition: AnEdition, now = start): Promise<string> {
  return (await sits(person, edition, now)).attempt
}

/** The questions of an attempt's paper, keys and all. */
export async function questionsOf(attempt: string) {
  return (await attemptRow(attempt)).paper.questions.map(({ question }) => question)
}

/** Answers every question of an attempt, the first `wrong` of them wrongly. */
export async function answerAll(person: Actor, edition: AnEdition, attempt: string, now: Date, wrong = 0) {
  await answersAll({ person, edition, attempt, paper: await questionsOf(attempt) }, { wrong, at: now })
}
