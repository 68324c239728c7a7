import { count } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Published, publishedRequirements } from '#app/requirements/keeping/published.server.ts'
import { requirements } from '#app/requirements/schema.ts'

let known: { version: string; all: Promise<Published[]> } | null = null

/**
 * Every requirement that was ever published, for pages about one person: each process remembers them until another is
 * published or ended, which is all that ever happens to them but `keptAt`. One query, two when they are read anew.
 */
export async function knownRequirements(): Promise<readonly Published[]> {
  const version = await requirementsVersion()
  if (known?.version !== version) {
    const all = Promise.resolve(publishedRequirements(db)) // a builder asks anew each time it is awaited
    known = { version, all }
    all.catch(() => {
      known = null
    })
  }
  return known.all
}

async function requirementsVersion(): Promise<string> {
  const { publishedAt, endedAt } = requirements
  const [row] = await db
    .select({ published: count(publishedAt).mapWith(Number), ended: count(endedAt).mapWith(Number) })
    .from(requirements)
  return `${row?.published} ${row?.ended}`
}
