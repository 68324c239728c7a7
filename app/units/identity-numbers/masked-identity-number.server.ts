import { maskIdentityNumber, wholeMask } from '#app/people/identity-number.ts'
import { identityNumberOf } from '#app/people/identity-number-of.server.ts'
import type { Authority } from '#app/people/person.ts'
import { mayReadIdentityNumber } from '#app/units/identity-numbers/may-read-identity-number.server.ts'

/** A person's identity number as pages show it; `masked` is null when there is none. Null: not there, or not this actor's to see. */
export async function maskedIdentityNumber(manager: Authority, personId: string, now = new Date()) {
  if (!(await mayReadIdentityNumber(manager, personId, now))) return null
  const kept = await identityNumberOf(personId)
  if (!kept) return { masked: null }
  return { masked: kept.number === null ? wholeMask : maskIdentityNumber(kept.number) }
}
