import { blast, type Loaded } from '#tests/bench/blast.ts'
import { answerJob } from '#tests/bench/job.ts'

export type User = { path: string; cookie?: string }
export type GetLoad = { port: number; users: User[]; connections: number; seconds: number; warmUpSeconds: number }

/** In a process of its own: every connection asks as one of the users, the same over and over, and is answered 200. */
await answerJob<GetLoad, Loaded>(async ({ users, ...rest }) => {
  const requests = users.map(({ path, cookie }) => {
    const lines = [`GET ${path} HTTP/1.1`, `host: 127.0.0.1:${rest.port}`, 'accept-encoding: br']
    if (cookie) lines.push(`cookie: ${cookie}`)
    return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
  })
  const next = (connection: number) => requests[connection % users.length] ?? ''
  return blast({ ...rest, next, isRight: (whole) => whole.toString('latin1', 9, 12) === '200' })
})
