import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import { type Answer, type Connection, headerOf } from '#tests/bench/connection.ts'
import { cookieOf } from '#tests/bench/cookie.ts'
import type { Learner, SeededCourse } from '#tests/bench/world.ts'

export type Sitting = {
  learner: Learner
  attempt: string
  questions: string[]
  /** Events that the server said it received. */
  acknowledged: string[]
  /** Questions answered right, as far as acknowledged. */
  right: string[]
}

/** What a learner does in an exam, over one connection. Every step throws unless it was answered as it should be. */
export function examOf(course: SeededCourse, database: string) {
  const reader = new Database(database, { readonly: true })
  const paper = reader.prepare<[string], string>('SELECT paper FROM attempts WHERE id = ?').pluck()

  /** Begins, and opens the first question. The paper's questions are read from the database: a page shows one. */
  async function begin(connection: Connection, learner: Learner): Promise<Sitting> {
    const cookie = cookieOf(learner)
    const path = `/courses/${course.slug}/exams/${course.exam}`
    const landing = redirected(await connection.send({ method: 'POST', path, cookie }), path)
    ok(await connection.send({ path: landing, cookie }), landing)
    const attempt = /\/attempts\/([0-9a-f-]{36})/.exec(landing)?.[1] ?? ''
    return { learner, attempt, questions: questionsOn(paper.get(attempt)), acknowledged: [], right: [] }
  }

  async function answer(connection: Connection, sitting: Sitting, place: number, isRight: boolean): Promise<void> {
    const question = sitting.questions[place] ?? ''
    const known = course.pool[question]
    const wrong = isRight ? null : (known?.wrong ?? null)
    const id = randomUUID()
    const { attempt } = sitting
    const common = { id, at: new Date().toISOString(), edition: course.edition, kind: 'attempt.answered', attempt }
    const event = { ...common, question, sequence: place + 1, fields: wrong ?? known?.right }
    const body = JSON.stringify({ events: [event] })
    const cookie = cookieOf(sitting.learner)
    const said = await connection.send({ method: 'POST', path: '/events', cookie, type: 'application/json', body })
    if (!said.body.includes(`"id":"${id}","outcome":"received"`)) throw new Error(`an answer got ${said.body}`)
    sitting.acknowledged.push(id)
    if (!wrong) sitting.right.push(question)
  }

  async function submit(connection: Connection, { learner, attempt }: Sitting): Promise<void> {
    const cookie = cookieOf(learner)
    const path = `/attempts/${attempt}/submission`
    const landing = redirected(await connection.send({ method: 'POST', path, cookie }), path)
    ok(await connection.send({ path: landing, cookie }), landing)
  }

  return { begin, answer, submit }
}

/** What the answers deserve, in thousandths of the paper's points, computed apart from the server. */
export function deservedCredit({ pool }: SeededCourse, { questions, right }: Sitting): number {
  const points = (ids: string[]) => ids.reduce((sum, id) => sum + (pool[id]?.points ?? 0), 0)
  return Math.floor((points(right) * 1000) / points(questions))
}

function questionsOn(paper: string | undefined): string[] {
  const { questions }: { questions: Array<{ question: { id: string } }> } = JSON.parse(paper ?? '{"questions":[]}')
  return questions.map(({ question }) => question.id)
}

function redirected(answer: Answer, path: string): string {
  const location = headerOf(answer, 'location')
  if ((answer.status === 302 || answer.status === 303) && location) return location
  throw new Error(`POST ${path} answered ${answer.status}`)
}

function ok({ status }: Answer, path: string) {
  if (status !== 200) throw new Error(`GET ${path} answered ${status}`)
}
