import type { Paper } from '#app/attempts/paper.ts'
import { attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

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
  const rows = await tx.insert(attempts).values(opening).onConflictDoNothing().returning({ id: attempts.id })
  return rows.length > 0
}
