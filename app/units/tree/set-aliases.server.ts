import { and, eq, notInArray } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { tidyName } from '#app/people/name.ts'
import { type Authority, auditIdOf, mayAdminister } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { nameInTx } from '#app/units/reorganisations/make-units-in-tx.server.ts'
import { longestName } from '#app/units/reorganisations/unit-facts.ts'
import { unitAliases } from '#app/units/schema.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { aliasesOf } from '#app/units/tree/aliases-of.server.ts'

export type AliasProblem = 'reason-needed' | 'name-long'

/**
 * Says by which other names a unit is found, in searches and in lists of people; what is left out is forgotten. Official
 * names stand in its states and are not touched. Null: not this actor's to do, or no such unit.
 */
export function setAliases(
  who: Authority,
  { unitId, names, reason }: { unitId: string; names: readonly string[]; reason: string },
): Promise<{ aliases: string[] } | { problem: AliasProblem } | null> {
  if (!mayAdminister(who)) return Promise.resolve(null)
  return write(async (tx) => {
    const wanted = names.map(tidyName)
    if (!(await timelinesOf(tx, [unitId])).has(unitId)) return null
    if (wanted.some((name) => name.length > longestName)) return { problem: 'name-long' }
    if (reasonOf(reason) === '') return { problem: 'reason-needed' }
    const before = await aliasesOf(unitId, tx)
    const dropped = and(eq(unitAliases.unitId, unitId), notInArray(unitAliases.text, ['', ...wanted]))
    await tx.delete(unitAliases).where(dropped)
    await nameInTx(tx, unitId, wanted)
    const after = await aliasesOf(unitId, tx)
    await auditInTx(tx, auditIdOf(who), {
      verb: 'units.set-aliases',
      subjectKind: 'unit',
      subjectId: unitId,
      before: { aliases: before },
      after: { aliases: after },
      reason: reasonOf(reason),
    })
    return { aliases: after }
  })
}
