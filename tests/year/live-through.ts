import { write } from '#app/db/db.server.ts'
import { addDays } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import { deliverDue, type Servers } from '#app/messages/deliver.server.ts'
import { changedInTx } from '#app/people/changed-in-tx.server.ts'
import { type Reminding, runReminders } from '#app/requirements/reminders/run-reminders.server.ts'
import { exceptions } from '#app/requirements/schema.ts'
import { never } from '#app/units/unit.ts'
import { award } from '#tests/certificates.ts'
import { Dice } from '#tests/demo/dice.ts'

export type YearPlan = {
  firstDay: Day
  lastDay: Day
  /** Units are merged on the morning of it. */
  mergerDay: Day
  merge: () => Promise<unknown>
  /** On which the clock is three days behind for a while. */
  clockBackDay: Day
  /** Who finishes one of the courses now and then, or is given an exception from one of the requirements. */
  staff: readonly string[]
  editions: readonly string[]
  requirements: readonly string[]
  /** Of all of them, how many finish a course on a day; and on how many days of all somebody is given an exception. */
  chance: { done: number; excused: number }
  servers: Servers
  /** Told of each day that was lived through. */
  tell?: (day: LivedDay) => void
}

export type LivedDay = { day: Day; people: number; reports: number; sent: number; run: Cost; delivery: Cost }
type Cost = { seconds: number; cpuSeconds: number }

/**
 * Lives through a year as the primary process would, at its hours: in the night things become otherwise, at half past seven
 * the run is made, then letters go. On some days the server is off, or comes up at nine in the evening only, or makes the
 * run twice. Gives the days of the runs that were made, in the order in which they were made.
 */
export async function liveThrough(plan: YearPlan): Promise<Day[]> {
  const dice = new Dice('a year of reminders')
  const runs: Day[] = []
  const run = async (at: Date) => {
    const made = await runReminders({ at })
    if (!made) throw new Error(`no run at ${at.toISOString()}`)
    if (!made.wasMade) runs.push(made.day)
    return made
  }
  for (let day = plan.firstDay; day <= plan.lastDay; day = addDays(day, 1)) {
    if (day === plan.mergerDay) await plan.merge()
    await changeFacts(plan, day, dice)
    if (dice.isLucky(0.12)) continue // the server was off
    const isLate = dice.isLucky(0.05)
    if (day === plan.clockBackDay) await run(at(addDays(day, -3), '07:30'))
    // What the evening before left goes as soon as the quiet hours are over.
    const early = await costOf(() => deliverAll(at(day, '07:00'), plan.servers))
    const [made, cost] = await costOf<Reminding>(() => run(at(day, isLate ? '21:00' : '07:30')))
    if (dice.isLucky(0.2)) await run(at(day, isLate ? '22:00' : '11:00'))
    const late = await costOf(() => deliverAll(at(day, isLate ? '22:30' : '08:00'), plan.servers))
    const delivery = {
      seconds: early[1].seconds + late[1].seconds,
      cpuSeconds: early[1].cpuSeconds + late[1].cpuSeconds,
    }
    const { people, reports } = made
    plan.tell?.({ day, people, reports, sent: early[0] + late[0], run: cost, delivery })
  }
  // Letters of a last evening.
  await deliverAll(at(addDays(plan.lastDay, 1), '07:00'), plan.servers)
  return runs
}

const at = (day: Day, time: string) => new Date(`${day}T${time}:00+07:00`)

async function changeFacts({ staff, editions, requirements, chance }: YearPlan, day: Day, dice: Dice) {
  const done = staff.length * chance.done
  const many = Math.floor(done) + (dice.isLucky(done % 1) ? 1 : 0)
  const holders = Array.from({ length: many }, () => ({ id: dice.pick(staff), editionId: dice.pick(editions) }))
  await Promise.all(holders.map(({ id, editionId }) => award({ id }, editionId, at(day, '06:00'))))
  if (dice.isLucky(chance.excused)) await excuse(dice.pick(staff), dice.pick(requirements), day, dice)
}

async function excuse(personId: string, requirementId: string, day: Day, dice: Dice) {
  const kind = dice.pick(['extension' as const, 'waiver' as const, 'pause' as const])
  const toDay = kind === 'extension' ? never : addDays(day, dice.between(5, 65))
  await write(async (tx) => {
    await tx.insert(exceptions).values({
      kind,
      personId,
      requirementId: kind === 'pause' ? null : requirementId,
      fromDay: day,
      toDay,
      dueDay: kind === 'extension' ? addDays(day, dice.between(5, 65)) : null,
      reason: 'Nghỉ ốm',
      state: 'given',
      decidedAt: at(day, '06:00'),
    })
    await changedInTx(tx, [personId])
  })
}

/** Goes on until nothing is due any more; how many messages went. */
async function deliverAll(now: Date, servers: Servers): Promise<number> {
  let sent = 0
  for (let moment = now; ; moment = new Date(moment.getTime() + 5_000)) {
    const delivery = await deliverDue(moment, servers)
    if (!delivery?.sent) return sent
    sent += delivery.sent
  }
}

async function costOf<Value>(work: () => Promise<Value>): Promise<[Value, Cost]> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  return [value, { seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1_000_000 }]
}
