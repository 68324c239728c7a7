import { desc, eq } from 'drizzle-orm'
import { maintenanceWindows } from '#app/attempts/schema.ts'
import { db } from '#app/db/db.server.ts'
import { type Authority, mayAdminister } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'

const mostShown = 50

/** `by`: a name, '' for who closed their account since, null for the command line. */
export type AnnouncedWindow = { id: string; startsAt: Date; endsAt: Date; at: Date; by: string | null }

/** The windows that were announced, latest first, at most 50. One query. Null: not this actor's to see. */
export async function announcedMaintenance(admin: Authority): Promise<AnnouncedWindow[] | null> {
  if (!mayAdminister(admin)) return null
  return db
    .select({
      id: maintenanceWindows.id,
      startsAt: maintenanceWindows.startsAt,
      endsAt: maintenanceWindows.endsAt,
      at: maintenanceWindows.at,
      by: people.fullName,
    })
    .from(maintenanceWindows)
    .leftJoin(people, eq(people.id, maintenanceWindows.announcedBy))
    .orderBy(desc(maintenanceWindows.startsAt), desc(maintenanceWindows.id))
    .limit(mostShown)
}
