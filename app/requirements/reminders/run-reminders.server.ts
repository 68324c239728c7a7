import { randomUUID } from 'node:crypto'
import { db, write } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { leaveLease, takeLease } from '#app/messages/lease.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { type Published, publishedRequirements } from '#app/requirements/keeping/published.server.ts'
import { beginRun, endRuns, isMade } from '#app/requirements/reminders/day-of-run.server.ts'
import { type LadderStep, ladderSteps } from '#app/requirements/reminders/ladder.ts'
import { report } from '#app/requirements/reminders/report.server.ts'
import { type DueOfPerson, peopleOnLadder, stepsDue } from '#app/requirements/reminders/steps-due.server.ts'
import { takeStepsInTx } from '#app/requirements/reminders/take-steps-in-tx.server.ts'

const leaseName = 'remind'
const leaseMs = 60_000
const peopleAStep = 100

export type Reminding = {
  day: Day
  /** The run of this day had been made before: nothing was done. */
  wasMade: boolean
  /** How many took which step; `passedOver`: noted and told nobody. */
  steps: Record<LadderStep, number>
  passedOver: number
  people: number
  /** Heads and agencies that got a list. */
  reports: number
}

export type ReminderOptions = {
  at: Date
  /** When messages are written: later than `at` in a run that is made up for, or they would count as late and not go. */
  tellAt?: Date
  /** Writes nothing and tells nobody: by what is noted of standings. */
  isDry?: boolean
  /** Rests after each step as long as it took, so that learners' writes come through. */
  isGentle?: boolean
  /** Between steps: the rest is done by the next run. */
  shouldStop?: () => boolean
}

/**
 * Makes the run of a day, once: brings standings up to it, takes the steps of the ladder, each person in one message, and
 * then gives heads and agencies their lists. A run that was killed is gone on with, on that day or a later one, and nobody
 * is told twice. Null: another process is at it, or at the standings; or it took over in the middle.
 */
export async function runReminders({
  at,
  tellAt = at,
  isDry = false,
  ...options
}: ReminderOptions): Promise<Reminding | null> {
  const day = dayOf(at)
  const done: Reminding = { day, wasMade: false, steps: noSteps(), passedOver: 0, people: 0, reports: 0 }
  if (isDry) return tryOut(done)
  const holder = randomUUID()
  const { isGentle = false, shouldStop = () => false } = options
  const isOurs = async () => !shouldStop() && (await takeLease(leaseName, holder, leaseMs))
  if (!(await isOurs())) return null
  try {
    if (await isMade(day)) return { ...done, wasMade: true }
    if (!(await keepStandings({ now: at, isGentle, shouldStop }))) return null
    const runs = await beginRun(day, at)
    const goesOn = isGentle ? afterRest(isOurs) : isOurs
    if (!(await takeAll(done, tellAt, goesOn))) return null
    if (!(await report(done, { runs, at: tellAt, goesOn }))) return null
    await endRuns(runs)
    return done
  } finally {
    await leaveLease(leaseName, holder)
  }
}

/** True when it came to the end. */
async function takeAll(done: Reminding, at: Date, goesOn: () => Promise<boolean>): Promise<boolean> {
  const published = await requirementsById()
  for (const ids of bySteps(await peopleOnLadder(db, done.day))) {
    if (!(await goesOn())) return false
    count(done, await write((tx) => takeStepsInTx(tx, ids, { day: done.day, at, published })))
  }
  return true
}

async function tryOut(done: Reminding): Promise<Reminding> {
  if (await isMade(done.day)) return { ...done, wasMade: true }
  for (const ids of bySteps(await peopleOnLadder(db, done.day))) count(done, await stepsDue(db, ids, done.day))
  return done
}

function* bySteps(ids: readonly string[]): Iterable<string[]> {
  for (let from = 0; from < ids.length; from += peopleAStep) yield ids.slice(from, from + peopleAStep)
}

async function requirementsById(): Promise<Map<string, Published>> {
  return new Map((await publishedRequirements(db)).map((one) => [one.id, one]))
}

function count(done: Reminding, taken: readonly DueOfPerson[]) {
  done.people += taken.length
  for (const { step, passedOver } of taken.flatMap(({ due }) => due)) {
    done.steps[step]++
    done.passedOver += passedOver.length
  }
}

function noSteps(): Record<LadderStep, number> {
  const [a, b, c, d, e] = ladderSteps
  return { [a]: 0, [b]: 0, [c]: 0, [d]: 0, [e]: 0 }
}

/** Rests for as long as it was since it was asked last. */
function afterRest(isOurs: () => Promise<boolean>): () => Promise<boolean> {
  let last = performance.now()
  return async () => {
    await new Promise((wake) => setTimeout(wake, Math.min(1_000, performance.now() - last)))
    const ours = await isOurs()
    last = performance.now()
    return ours
  }
}
