import { laterDay } from '#app/units/period.ts'
import { calendar, dayAfter, someTerm } from '#tests/demo/calendar.ts'
import type { Somebody } from '#tests/demo/crowd.ts'
import type { Dice } from '#tests/demo/dice.ts'
import { someName } from '#tests/demo/names.ts'
import type { Workplace } from '#tests/demo/workplace.ts'

export type Places = { staff: (dice: Dice) => Workplace; workers: (dice: Dice) => Workplace; homes: string[] }

const { begin, merger, end } = calendar
const eve = dayAfter(merger, -1)

/** Staff who were there when the history begins, or came before the merger; one in twenty retires within the two years. */
export function anOldHand(dice: Dice, { staff }: Places): Somebody {
  const fromDay = dice.isLucky(0.9) ? someTerm(dice, calendar.foundation, begin) : someTerm(dice, begin, eve)
  const { positions, ...place } = staff(dice)
  const retires = dice.isLucky(0.05)
    ? { toDay: someTerm(dice, dayAfter(laterDay(fromDay, begin), 30), dayAfter(end, 60)) }
    : {}
  const memberships = [{ ...place, position: dice.pick(positions), fromDay, ...retires }]
  return { ...body(dice, 1966, 1999), memberships }
}

/** Staff of the new units, hired after the merger. */
export function aNewHand(dice: Dice, { staff }: Places): Somebody {
  const { positions, ...place } = staff(dice)
  const fromDay = someTerm(dice, dayAfter(merger, 1), end)
  return { ...body(dice, 1985, 2003), memberships: [{ ...place, position: dice.pick(positions), fromDay }] }
}

/** One worker in six changes the enterprise, one in ten leaves for another province. */
export function aWorker(dice: Dice, { workers }: Places): Somebody {
  const fromDay = someTerm(dice, '2021-01-01', '2025-12-31')
  const { positions, ...place } = workers(dice)
  const membership = { ...place, position: dice.pick(positions), fromDay }
  const person = body(dice, 1970, 2006, { women: 0.65 })
  const goes = dice.next()
  const toDay = someTerm(dice, dayAfter(laterDay(fromDay, begin), 10), end)
  if (goes < 0.1) return { ...person, memberships: [{ ...membership, toDay }] }
  const second = workers(dice)
  if (goes > 0.27 || second.unitId === place.unitId) return { ...person, memberships: [membership] }
  const after = { unitId: second.unitId, category: second.category, position: dice.pick(second.positions) }
  return {
    ...person,
    memberships: [
      { ...membership, toDay },
      { ...after, fromDay: toDay },
    ],
  }
}

/** Citizens who learn at their commune. */
export function aCitizen(dice: Dice, { homes }: Places): Somebody {
  const fromDay = someTerm(dice, begin, eve)
  const unitId = dice.pick(homes)
  const memberships = [{ unitId, category: 'nguoi_dan' as const, position: '', fromDay }]
  return { ...body(dice, 1945, 2007, { women: 0.55 }), phone: dice.isLucky(0.4) ? noPhone(dice) : null, memberships }
}

function body(dice: Dice, first: number, last: number, share = { women: 0.5 }) {
  return { fullName: someName(dice, share), birthYear: dice.between(first, last), phone: null }
}

/** 010 is the beginning of no number in Vietnam: nobody can be called by mistake. */
function noPhone(dice: Dice): string {
  return `+8410${String(dice.between(0, 9_999_999)).padStart(7, '0')}`
}
