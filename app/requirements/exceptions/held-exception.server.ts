import { eq } from 'drizzle-orm'
import { aliases } from '#app/people/schema.ts'
import type { ExceptionRow } from '#app/requirements/exceptions/note-exceptions-in-tx.server.ts'
import { exceptions } from '#app/requirements/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type HeldException = {
  row: ExceptionRow
  /** Whose it is today: the account it was made for, or the one that was folded into. */
  personId: string
}

/** An exception, whoever asks: decides no permission. One query. */
export async function heldException(reads: Reads, id: string): Promise<HeldException | null> {
  const [found] = await reads
    .select({ row: exceptions, keptId: aliases.keptId })
    .from(exceptions)
    .leftJoin(aliases, eq(aliases.personId, exceptions.personId))
    .where(eq(exceptions.id, id))
  return found ? { row: found.row, personId: found.keptId ?? found.row.personId } : null
}
