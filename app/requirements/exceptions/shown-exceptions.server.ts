import { desc, eq, inArray, type SQL } from 'drizzle-orm'
import { people } from '#app/people/schema.ts'
import type { ExceptionRow } from '#app/requirements/exceptions/note-exceptions-in-tx.server.ts'
import type { ShownException } from '#app/requirements/exceptions/shown-exception.ts'
import { exceptions, requirements } from '#app/requirements/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** Exceptions with what they are about and who decided, the newest first, whoever asks: decides no permission. Two queries. */
export async function shownExceptions(reads: Reads, which: SQL | undefined): Promise<ShownException[]> {
  const rows = await reads
    .select({ row: exceptions, title: requirements.title })
    .from(exceptions)
    .leftJoin(requirements, eq(requirements.id, exceptions.requirementId))
    .where(which)
    .orderBy(desc(exceptions.id))
  const names = await namesOf(
    reads,
    rows.flatMap(({ row }) => [row.decidedBy, row.takenBackBy]),
  )
  return rows.map(({ row, title }) => shown(row, title, names))
}

function shown(row: ExceptionRow, title: string | null, names: Map<string, string>): ShownException {
  const { decidedBy, takenBackBy, ...rest } = row
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''))
  return { ...rest, title, decidedBy: nameOf(decidedBy), takenBackBy: nameOf(takenBackBy) }
}

async function namesOf(reads: Reads, ids: Array<string | null>): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const rows = await reads
    .select({ id: people.id, fullName: people.fullName })
    .from(people)
    .where(inArray(people.id, known))
  return new Map(rows.map(({ id, fullName }) => [id, fullName]))
}
