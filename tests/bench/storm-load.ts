import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { Connection } from '#tests/bench/connection.ts'
import { examOf, type Sitting } from '#tests/bench/exam.ts'
import { percentiles } from '#tests/bench/figure.ts'
import { answerJob } from '#tests/bench/job.ts'
import { type Timing, timed } from '#tests/bench/timed.ts'
import type { Learner, SeededCourse } from '#tests/bench/world.ts'

export type StormPlan = { beginSeconds: number; everySeconds: number; submitFromSeconds: number; endSeconds: number }
export type StormLoad = { port: number; database: string; course: SeededCourse; learners: Learner[]; plan: StormPlan }
export type Stormed = {
  requests: number
  p50: number
  p95: number
  p99: number
  slowest: number
  /** p95 by step, ms. */
  steps: Record<string, number>
  errors: string[]
  sittings: Sitting[]
  /** How long the generator itself was ever held: part of what it measures. */
  generatorStallMs: number
}

/** In a process of its own: a whole class, each learner with their own connection and their own moments. */
await answerJob<StormLoad, Stormed>(async ({ port, database, course, learners, plan }) => {
  const exam = examOf(course, database)
  const timings: Timing[] = []
  const errors: string[] = []
  const sittings: Sitting[] = []
  const beganAt = performance.now()
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const until = (second: number) => wait(Math.max(0, beganAt + second * 1000 - performance.now()))

  async function sitExam(learner: Learner, place: number) {
    const connection = timed(new Connection(port), timings)
    const beginAt = (place / learners.length) * plan.beginSeconds
    const submitAt = plan.submitFromSeconds + Math.random() * (plan.endSeconds - plan.submitFromSeconds)
    await until(beginAt)
    const sitting = await exam.begin(connection, learner)
    sittings.push(sitting)
    for (let question = 0; question < sitting.questions.length; question++) {
      const answerAt = beginAt + (question + 1) * plan.everySeconds
      if (answerAt >= submitAt) break
      await until(answerAt)
      await exam.answer(connection, sitting, question, question >= place % 4)
    }
    await until(submitAt)
    await exam.submit(connection, sitting)
    connection.close()
  }

  await Promise.all(
    learners.map((learner, place) => sitExam(learner, place).catch((problem) => errors.push(`${problem}`))),
  )
  const all = timings.map(({ ms }) => ms)
  const names = [...new Set(timings.map(({ step }) => step))]
  const steps = names.map((name) => [name, p95Of(timings.filter(({ step }) => step === name))] as const)
  return {
    requests: all.length,
    ...percentiles(all),
    slowest: all.reduce((most, ms) => Math.max(most, ms), 0),
    steps: Object.fromEntries(steps),
    errors,
    sittings,
    generatorStallMs: delay.max / 1e6 - 10,
  }
})

function p95Of(timings: Timing[]) {
  return percentiles(timings.map(({ ms }) => ms)).p95
}
