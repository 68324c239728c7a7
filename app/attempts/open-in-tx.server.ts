import { sql } from 'drizzle-orm'
import type { Paper } from '#app/attempts/paper.ts'
import { attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'

export type Opening = {
  id: string
  personId: string
  editionId: string
  exam: string
  number: number
  paper: Paper
  openedAt: Date
  deadlineAt: Date | null
}

/** Inner step: a new attempt. False: one with this number stands already (another tab, another process). */
export async function openInTx(tx: Transaction, opening: Opening): Promise<boolean> {
  const { deadlineAt, ...values } = opening
  const rows = await (deadlineAt ? insertLimited(tx, { ...values, deadlineAt }) : insertUnlimited(tx, values))
  return rows.length > 0
}

const common = {
  id: sql.placeholder('id'),
  personId: sql.placeholder('personId'),
  editionId: sql.placeholder('editionId'),
  exam: sql.placeholder('exam'),
  number: sql.placeholder('number'),
  paper: sql.placeholder('paper'),
  openedAt: sql.placeholder('openedAt'),
}

const insertUnlimited = statement((tx) =>
  tx.insert(attempts).values(common).onConflictDoNothing().returning({ id: attempts.id }),
)

const insertLimited = statement((tx) =>
  tx
    .insert(attempts)
    .values({ ...common, deadlineAt: sql.placeholder('deadlineAt') })
    .onConflictDoNothing()
    .returning({ id: attempts.id }),
)
