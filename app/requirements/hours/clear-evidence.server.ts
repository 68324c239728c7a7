import { and, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import { aliases, people } from '#app/people/schema.ts'
import { evidenceUntouchedSince, removeEvidence } from '#app/requirements/hours/evidence-file.server.ts'
import { credits } from '#app/requirements/schema.ts'
import { inChunks } from '#app/units/in-chunks.ts'

const dayMs = 24 * 60 * 60_000

/**
 * Of closed accounts, what was never confirmed goes with its evidence, and of what was confirmed the file: the record of the
 * training stays, as the law asks, the scan of the paper does not (docs/decisions.md). Files that no credit names go after
 * a day, since a file is kept before the row that names it.
 */
export async function clearEvidence(now = new Date()): Promise<void> {
  for (const chunk of inChunks(await closedCredits())) {
    const never = chunk.filter(({ state }) => state === 'provisional' || state === 'refused')
    const ids = [never, chunk].map((rows) => rows.map(({ id }) => id))
    await write(async (tx) => {
      const [gone = [], all = []] = ids
      if (gone.length > 0) await tx.delete(credits).where(inArray(credits.id, gone))
      await tx.update(credits).set({ evidenceName: '', evidenceBytes: 0 }).where(inArray(credits.id, all))
    })
  }
  for (const chunk of inChunks(await evidenceUntouchedSince(new Date(now.getTime() - dayMs)))) {
    const rows = await db
      .select({ hash: credits.evidenceHash })
      .from(credits)
      .where(and(inArray(credits.evidenceHash, chunk), gt(credits.evidenceBytes, 0)))
    const named = new Set(rows.map(({ hash }) => hash))
    for (const hash of chunk) if (!named.has(hash)) await removeEvidence(hash)
  }
}

/** An account that was folded into an open one is closed too, and its credits are that person's. */
async function closedCredits() {
  const { id, state, evidenceBytes, personId } = credits
  const closed = await db
    .select({ id, state, keptId: aliases.keptId })
    .from(credits)
    .innerJoin(people, eq(people.id, personId))
    .leftJoin(aliases, eq(aliases.personId, personId))
    .where(and(isNotNull(people.closedAt), gt(evidenceBytes, 0)))
  const open = new Set<string>()
  for (const chunk of inChunks([...new Set(closed.flatMap(({ keptId }) => keptId ?? []))])) {
    const rows = await db
      .select({ id: people.id })
      .from(people)
      .where(and(inArray(people.id, chunk), isNull(people.closedAt)))
    for (const person of rows) open.add(person.id)
  }
  return closed.filter(({ keptId }) => keptId === null || !open.has(keptId))
}
