import type { LoaderFunctionArgs } from '@remix-run/node'
import { attemptsOfPerson } from '#app/attempts/attempts-of-person.server.ts'
import { certificatesOf } from '#app/certificates/certificates-of.server.ts'
import { learningOfPerson } from '#app/enrolments/learning-of-person.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { eventsOfPerson } from '#app/ledger/events-of-person.server.ts'
import { foldedInto } from '#app/people/folded.server.ts'
import { profileOfPerson } from '#app/people/own-data.server.ts'
import type { Actor } from '#app/people/person.ts'
import { exceptionsOfPerson } from '#app/requirements/exceptions/own-data.server.ts'
import { hoursOwnData } from '#app/requirements/hours/hours-own-data.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { affiliationsOfPerson } from '#app/units/memberships/affiliations-of-person.server.ts'

/** One line for each room that holds something about a person: a new room adds its own. */
const rooms: Record<string, (person: Actor) => Promise<unknown>> = {
  account: profileOfPerson,
  units: affiliationsOfPerson,
  learning: learningOfPerson,
  attempts: attemptsOfPerson,
  certificates: (person) => certificatesOf(person, person.id),
  exceptions: exceptionsOfPerson,
  hours: hoursOwnData,
  events: async (person) => eventsOfPerson(person),
}

/** GET /account/data: a file with everything that is kept about oneself; `folded`: accounts of one's own that became this one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const made = new Date()
  const parts = await partsOf(person)
  const folded: unknown[] = []
  for (const id of await foldedInto(person.id)) folded.push(await partsOf({ ...person, id }))
  return new Response(
    JSON.stringify({ site: 'Bến Số', madeAt: made, ...parts, ...(folded.length > 0 && { folded }) }, null, 2),
    {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="ben-so-${person.username}-${dayOf(made)}.json"`,
        'cache-control': 'no-store',
      },
    },
  )
}

async function partsOf(person: Actor): Promise<Record<string, unknown>> {
  const parts: Record<string, unknown> = {}
  for (const [room, ask] of Object.entries(rooms)) parts[room] = await ask(person)
  return parts
}
