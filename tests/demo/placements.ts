import { and, asc, eq, inArray } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import { addMembershipsInTx } from '#app/units/memberships/add-memberships-in-tx.server.ts'
import { moveMembership } from '#app/units/memberships/move-membership.server.ts'
import { memberships } from '#app/units/schema.ts'
import { calendar, dayAfter, someDay } from '#tests/demo/calendar.ts'
import type { Person } from '#tests/demo/crowd.ts'
import type { Dice } from '#tests/demo/dice.ts'
import { byWeight } from '#tests/demo/weighted.ts'
import type { Weighed } from '#tests/demo/workplace.ts'

const from = dayAfter(calendar.merger, 14)

/** Whoever waits since the districts ended is placed in the weeks after, one after the other; one in ten waits still. */
export async function placeWaiting(dice: Dice, provinceId: string, districtIds: string[], workplaces: Weighed[]) {
  const office = byWeight(workplaces)
  const waiting = await db
    .select({ id: memberships.id, toDay: memberships.toDay })
    .from(memberships)
    .where(and(eq(memberships.unitId, provinceId), inArray(memberships.waitsFromId, ['', ...districtIds])))
    .orderBy(asc(memberships.originId))
  for (const { id: membershipId, toDay } of waiting) {
    const day = someDay(dice, from, dayAfter(from, 75))
    const { unitId: toUnitId } = office(dice)
    if (dice.isLucky(0.1) || day >= toDay) continue
    const moved = await moveMembership('command-line', { membershipId, toUnitId, day, reason: 'MẪU-PCNS' })
    if (!moved || 'problem' in moved) throw new Error(`not placed: ${JSON.stringify(moved)}`)
  }
}

/** Six or seven of a commune's people are its community digital team besides what else they are. */
export async function fillTeams(dice: Dice, teams: string[], anybody: Person[]) {
  for (const unitId of teams) {
    const members = new Set(Array.from({ length: 7 }, () => dice.pick(anybody).id))
    const forms = [...members].map((personId) => {
      const fromDay = someDay(dice, dayAfter(calendar.merger, 1), calendar.end)
      return { personId, unitId, fromDay, position: 'Thành viên', category: 'nguoi_dan' as const, isMain: false }
    })
    await write((tx) => addMembershipsInTx(tx, forms))
  }
}
