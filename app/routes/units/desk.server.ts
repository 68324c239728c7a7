import type { SignedIn } from '#app/people/person.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { membershipActedFor } from '#app/units/memberships/membership-acted-for.server.ts'
import { holdingActedFor } from '#app/units/roles/holding-acted-for.server.ts'
import { rolesIn } from '#app/units/roles/roles-in.server.ts'
import { mayKnowHolding } from '#app/units/sight/may-know-holding.server.ts'
import { mayKnowMembership } from '#app/units/sight/may-know-membership.server.ts'
import { mayKnowUnit } from '#app/units/sight/may-know-unit.server.ts'
import { unitActedFor } from '#app/units/sight/unit-acted-for.server.ts'
import { found } from '#app/web/found.server.ts'
import { lookOnly } from '#app/web/look-only.ts'

/** The unit of a desk. Who may not know of it gets a 404; who may only look at it a 403. */
export function deskUnit(who: SignedIn, id: string | undefined) {
  return onDesk(who, id, { actedFor: unitActedFor, mayKnow: mayKnowUnit })
}

/** Who answers for a unit, in the same way. */
export function deskRoles(who: SignedIn, id: string | undefined) {
  return onDesk(who, id, { actedFor: rolesIn, mayKnow: mayKnowUnit })
}

/** The place of somebody in a unit, in the same way. */
export function deskMembership(who: SignedIn, id: string | undefined) {
  return onDesk(who, id, { actedFor: membershipActedFor, mayKnow: mayKnowMembership })
}

/** A role that somebody holds, in the same way. */
export function deskHolding(who: SignedIn, id: string | undefined) {
  return onDesk(who, id, { actedFor: holdingActedFor, mayKnow: mayKnowHolding })
}

type Desk<Thing> = {
  actedFor: (who: SignedIn, id: string) => Promise<Thing | null>
  mayKnow: (who: SignedIn, id: string) => Promise<boolean>
}

async function onDesk<Thing>(who: SignedIn, asked: string | undefined, { actedFor, mayKnow }: Desk<Thing>) {
  const id = found(uuid.safeParse(asked).data)
  const thing = await actedFor(who, id)
  if (thing === null && (await mayKnow(who, id))) throw lookOnly()
  return found(thing)
}
