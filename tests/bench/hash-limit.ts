import { verify } from '@node-rs/argon2'
import { hashPassword } from '#app/people/hashing.server.ts'
import { answerJob } from '#tests/bench/job.ts'

/** In a process of its own: the server's own hash, verified one after another and nothing else. */
await answerJob<{ seconds: number; password: string }, { perSecond: number }>(async ({ seconds, password }) => {
  const kept = await hashPassword(password)
  const endAt = performance.now() + seconds * 1000
  let verified = 0
  while (performance.now() < endAt) {
    if (!(await verify(kept, password))) throw new Error('the hash does not fit its password')
    verified++
  }
  return { perSecond: verified / seconds }
})
