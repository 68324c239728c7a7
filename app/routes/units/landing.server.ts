import { redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Day } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import type { SignedIn } from '#app/people/person.ts'
import { membershipActedFor } from '#app/units/memberships/membership-acted-for.server.ts'
import { holdingActedFor } from '#app/units/roles/holding-acted-for.server.ts'
import type { UnitRole } from '#app/units/unit.ts'
import { localeOf } from '#app/web/locale.ts'

const placeDeeds = ['added', 'moved', 'ended'] as const
const roleDeeds = ['appointed', 'unappointed'] as const
const doneSchema = z
  .enum([...placeDeeds, ...roleDeeds, 'reorganised', 'withdrawn', 'sited', 'named'])
  .nullable()
  .catch(null)

export type Done = NonNullable<z.infer<typeof doneSchema>>
/** What was just done, in full where the place or the role still stands as it was left. */
export type Told = { done: Done; name?: string; unit?: string; day?: Day; role?: UnitRole }

/** 303 to the unit where things stand now; the address tells what was done, and to which place or role. */
export function landing(request: Request, unitId: string, done: Done, more: { about?: string; day?: Day } = {}) {
  const query = new URLSearchParams({ ...(more.day && { day: more.day }), done })
  if (more.about) query.set('about', more.about)
  return redirect(`${localPath(localeOf(request), `/units/${unitId}`)}?${query}`, 303)
}

/** What an address tells of a deed; names only to who may act there. */
export async function toldBy({ searchParams }: URL, who: SignedIn): Promise<Told | null> {
  const done = doneSchema.parse(searchParams.get('done'))
  if (!done) return null
  const about = z.uuid().safeParse(searchParams.get('about')).data
  if (!about) return { done }
  if (isOneOf(placeDeeds, done)) {
    const held = await membershipActedFor(who, about)
    return held ? { done, ...namesOf(held), day: done === 'ended' ? held.toDay : held.fromDay } : { done }
  }
  const held = isOneOf(roleDeeds, done) ? await holdingActedFor(who, about) : null
  if (!held) return { done }
  return { done, ...namesOf(held), role: held.role, day: done === 'unappointed' ? held.toDay : held.fromDay }
}

function namesOf({ fullName: name, unitName: unit }: { fullName: string; unitName: string }) {
  return { name, unit }
}

function isOneOf(deeds: readonly Done[], done: Done): boolean {
  return deeds.includes(done)
}
