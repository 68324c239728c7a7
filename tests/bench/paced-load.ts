import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Connection } from '#tests/bench/connection.ts'
import { percentiles } from '#tests/bench/figure.ts'
import { answerJob } from '#tests/bench/job.ts'

export type PacedLearner = {
  cookie: string
  lesson: string
  /** What is answered in turn, whole but for id and time. */
  answers: Array<Record<string, unknown>>
}
export type PacedLoad = {
  port: number
  learners: PacedLearner[]
  /** How long a learner thinks between one answer of the server and the next request. */
  pauseMs: number
  seconds: number
  /** Ends when this file is there, too. */
  until: string
}
export type Paced = { perSecond: number; seconds: number; requests: number; p50: number; p95: number; slowest: number }

/** In a process of its own: each learner loads a lesson with their work, sends an answer, and so on, at a person's pace. */
await answerJob<PacedLoad, Paced>(async ({ port, learners, pauseMs, seconds, until }) => {
  const latencies: number[] = []
  const began = performance.now()
  const elapsed = () => (performance.now() - began) / 1000
  let isOver = false

  async function learn({ cookie, lesson, answers }: PacedLearner) {
    const connection = new Connection(port)
    for (let turn = 0; !isOver; turn++) {
      const sentAt = performance.now()
      const isEvent = turn % 2 === 1
      const event = { id: randomUUID(), at: new Date().toISOString(), ...answers[turn % answers.length] }
      const answer = isEvent
        ? await connection.send({ method: 'POST', path: '/events', cookie, ...json({ events: [event] }) })
        : await connection.send({ path: lesson, cookie })
      const isRight = answer.status === 200 && (!isEvent || answer.body.includes(`"outcome":"received"`))
      if (!isRight)
        throw new Error(`${isEvent ? 'an answer' : lesson} met ${answer.status}: ${answer.body.subarray(0, 200)}`)
      latencies.push(performance.now() - sentAt)
      await wait(pauseMs)
    }
    connection.close()
  }

  const learning = Promise.all(learners.map(learn))
  while (elapsed() < seconds && !existsSync(until)) await Promise.race([wait(100), learning])
  isOver = true
  await learning
  const took = elapsed()
  const slowest = latencies.reduce((most, ms) => Math.max(most, ms), 0)
  const { p50, p95 } = percentiles(latencies)
  return { perSecond: latencies.length / took, seconds: took, requests: latencies.length, p50, p95, slowest }
})

function json(content: unknown) {
  return { type: 'application/json', body: JSON.stringify(content) }
}
