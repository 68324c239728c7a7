import { randomUUID } from 'node:crypto'
import { blast, type Loaded } from '#tests/bench/blast.ts'
import { answerJob } from '#tests/bench/job.ts'

export type Sender = {
  cookie: string
  /** What is sent in turn, whole but for id, time and sequence number. */
  answers: Array<Record<string, unknown> & { kind: 'practice.answered' | 'attempt.answered' }>
}
export type EventLoad = {
  port: number
  senders: Sender[]
  connections: number
  seconds: number
  warmUpSeconds: number
  /** Whether the server will be killed: then answers that fail are no fault. */
  isToDie: boolean
}
export type EventsLoaded = Loaded & { acknowledged: string[] }

/** In a process of its own: one answer in each POST, every connection another person at every turn. Ids are made here. */
await answerJob<EventLoad, EventsLoaded>(async ({ senders, isToDie, ...rest }) => {
  const acknowledged: string[] = []
  const underWay: string[] = []
  let sent = 0

  function next(connection: number) {
    const sender = senders[sent % senders.length]
    const answer = sender?.answers[Math.floor(sent / senders.length) % sender.answers.length]
    sent++
    const id = randomUUID()
    underWay[connection] = id
    const place = answer?.kind === 'attempt.answered' ? { sequence: sent } : {}
    const event = { id, at: new Date().toISOString(), ...place, ...answer }
    const body = JSON.stringify({ events: [event] })
    return (
      `POST /events HTTP/1.1\r\nhost: 127.0.0.1:${rest.port}\r\norigin: http://127.0.0.1:${rest.port}\r\n` +
      `cookie: ${sender?.cookie}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    )
  }

  function isRight(whole: Buffer, connection: number) {
    const id = underWay[connection] ?? ''
    const isReceived = whole.includes(`"id":"${id}","outcome":"received"`)
    if (isReceived) acknowledged.push(id)
    return isReceived || isToDie
  }

  const loaded = await blast({ ...rest, next, isRight })
  return { ...loaded, acknowledged }
})
