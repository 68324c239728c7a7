import { Connection } from '#tests/bench/connection.ts'
import { examOf, type Sitting } from '#tests/bench/exam.ts'
import { percentiles } from '#tests/bench/figure.ts'
import { answerJob } from '#tests/bench/job.ts'
import type { Learner, SeededCourse } from '#tests/bench/world.ts'

export type JourneyLoad = {
  port: number
  database: string
  course: SeededCourse
  learners: Learner[]
  atOnce: number
  seconds: number
  warmUpSeconds: number
}
export type JourneysLoaded = {
  perSecond: number
  /** Of the submission with its result page, ms. */
  p95: number
  done: Sitting[]
  /** Learners ran out before the time was over: the rate is of the time they lasted. */
  ranOut: boolean
}

/** In a process of its own: whole exams by distinct people, so many at once, one after another. */
await answerJob<JourneyLoad, JourneysLoaded>(async ({ port, database, course, learners, ...wish }) => {
  const exam = examOf(course, database)
  const beganAt = performance.now()
  const measureFrom = beganAt + wish.warmUpSeconds * 1000
  const endAt = measureFrom + wish.seconds * 1000
  const done: Sitting[] = []
  const submissions: number[] = []
  let finished = 0
  let next = 0
  let lastAt = endAt

  async function sitExams() {
    const connection = new Connection(port)
    for (let place = next++; performance.now() < endAt; place = next++) {
      const learner = learners[place]
      if (!learner) {
        lastAt = Math.min(lastAt, performance.now())
        break
      }
      const sitting = await exam.begin(connection, learner)
      for (let question = 0; question < sitting.questions.length; question++)
        await exam.answer(connection, sitting, question, question >= place % 4)
      const submittedAt = performance.now()
      await exam.submit(connection, sitting)
      done.push(sitting)
      const now = performance.now()
      if (now < measureFrom || now > lastAt) continue
      finished++
      submissions.push(now - submittedAt)
    }
    connection.close()
  }

  await Promise.all(Array.from({ length: wish.atOnce }, sitExams))
  const perSecond = (finished * 1000) / (lastAt - measureFrom)
  return { perSecond, p95: percentiles(submissions).p95, done, ranOut: lastAt < endAt }
})
