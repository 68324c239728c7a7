import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import { answerJob } from '#tests/bench/job.ts'

export type InsertLimit = { file: string; seconds: number; content: string }

/** In a process of its own: better-sqlite3 inserting one row a commit, as durable as the server's commits are. */
await answerJob<InsertLimit, { perSecond: number }>(async ({ file, seconds, content }) => {
  const connection = new Database(file)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.exec('CREATE TABLE IF NOT EXISTS rows (id TEXT PRIMARY KEY, content TEXT NOT NULL)')
  const insert = connection.prepare('INSERT INTO rows VALUES (?, ?)')
  const endAt = performance.now() + seconds * 1000
  let inserted = 0
  while (performance.now() < endAt) {
    insert.run(randomUUID(), content)
    inserted++
  }
  connection.close()
  return { perSecond: inserted / seconds }
})
