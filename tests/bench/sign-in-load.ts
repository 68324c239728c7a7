import { blast, type Loaded } from '#tests/bench/blast.ts'
import { answerJob } from '#tests/bench/job.ts'
import type { World } from '#tests/bench/world.ts'

export type SignInLoad = { port: number; members: World['members']; seconds: number; warmUpSeconds: number }

/** In a process of its own: eight at a time, each sign-in another person, each answered with a session's cookie. */
await answerJob<SignInLoad, Loaded>(async ({ members, ...rest }) => {
  const requests = members.map(({ account, password }) => {
    const body = new URLSearchParams({ account, password, next: '/me' }).toString()
    return (
      `POST /sign-in HTTP/1.1\r\nhost: 127.0.0.1:${rest.port}\r\norigin: http://127.0.0.1:${rest.port}\r\n` +
      `content-type: application/x-www-form-urlencoded\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    )
  })
  let sent = 0
  return blast({
    ...rest,
    connections: 8,
    next: () => requests[sent++ % requests.length] ?? '',
    isRight: (whole) => /^HTTP\/1\.1 30[23] /.test(whole.toString('latin1', 0, 20)) && whole.includes('ben-so='),
  })
})
