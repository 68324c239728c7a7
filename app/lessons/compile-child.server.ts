import { buildLesson, type Job } from '#app/lessons/build-lesson.server.ts'
import { bundle } from '#app/lessons/bundle.server.ts'

/**
 * The process in which lessons are compiled: one job after another, with little memory, no environment and no time.
 * Its parent kills it when a job takes too long; when the parent is gone it goes too.
 */
process.on('disconnect', () => process.exit())
process.on('message', async (message: { number: number; job: Job }) => {
  try {
    process.send?.({ number: message.number, built: await buildLesson(message.job) })
  } catch (failure) {
    process.send?.({
      number: message.number,
      failure: failure instanceof Error ? (failure.stack ?? '') : String(failure),
    })
  }
})
// The compiler loads its parts at its first use: that is not to count against the first lesson.
await bundle('warm', () => {})
process.send?.('ready')
