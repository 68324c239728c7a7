import { randomUUID } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { type GentlePace, gentlePace } from '#app/db/gentle-pace.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { leaveLease, takeLease } from '#app/messages/lease.server.ts'
import { type ChangedPerson, lookedAtInTx, somePeopleChanged, treeChanged } from '#app/people/changed-people.server.ts'
import { aliases } from '#app/people/schema.ts'
import { lookAt } from '#app/requirements/keeping/look-at.server.ts'
import { noteFiguresInTx, noteStandingsInTx } from '#app/requirements/keeping/note-standings-in-tx.server.ts'
import { type Published, publishedRequirements } from '#app/requirements/keeping/published.server.ts'
import { renewInTx } from '#app/requirements/keeping/renew-in-tx.server.ts'
import { sortPastInTx } from '#app/requirements/keeping/sort-past-in-tx.server.ts'
import { wholeTree } from '#app/requirements/keeping/whole-tree.server.ts'
import { dueByCalendar, peopleMeant } from '#app/requirements/keeping/whom-to-look-at.server.ts'
import { withHeirs } from '#app/requirements/keeping/with-heirs.ts'
import { requirements, standingVersions } from '#app/requirements/schema.ts'
import type { Tree } from '#app/requirements/standing/audience.ts'

const leaseName = 'keep-standings'
const leaseMs = 60_000
const renewedAfterMs = 5_000

/** How many people a step takes while nobody waits for the writer. */
const peopleAtOnce = 1_000
/** While learners do. */
const [fewestPeople, mostPeople] = [64, 512]

export type Keeping = { people: number; changed: number }

type Options = {
  now?: Date
  /** Everybody whom any requirement may mean, whether something changed or not. */
  isWhole?: boolean
  /** Asked between steps. */
  shouldStop?: () => boolean
  /** Learners wait for the same writer: small steps, and a rest after each. */
  isGentle?: boolean
}

/**
 * Brings what is noted of standings up to the facts and the calendar, in steps of some hundred people, each one write; a
 * process that ends in the middle loses nothing, the next goes on. Null: another process has the lease.
 */
export async function keepStandings({ now = new Date(), ...options }: Options = {}): Promise<Keeping | null> {
  const holder = randomUUID()
  if (!(await takeLease(leaseName, holder, leaseMs))) return null
  try {
    return await keep(holder, { day: await dayToKeep(now), at: now }, options)
  } finally {
    await leaveLease(leaseName, holder)
  }
}

type Moment = { day: Day; at: Date }
type Run = Moment & {
  tree: Tree
  published: Published[]
  done: Keeping
  goesOn: () => Promise<boolean>
  /** Null: nobody waits. */
  pace: GentlePace | null
}

async function keep(holder: string, { day, at }: Moment, options: Options) {
  const { isWhole = false, isGentle = false, shouldStop = () => false } = options
  const published = await publishedRequirements(db)
  const done: Keeping = { people: 0, changed: 0 }
  let leasedAt = performance.now()
  const goesOn = async () => {
    if (shouldStop()) return false
    if (performance.now() - leasedAt < renewedAfterMs) return true
    leasedAt = performance.now()
    return takeLease(leaseName, holder, leaseMs)
  }
  // The mark is read before the tree: what changes in between leaves a later one.
  const treeMark = await treeChanged()
  const pace = isGentle ? gentlePace({ fewest: fewestPeople, most: mostPeople }) : null
  const run: Run = { day, at, tree: await wholeTree(db), published, done, goesOn, pace }

  const whole = isWhole || treeMark !== null
  const fresh = published.filter(({ keptAt }) => whole || keptAt === null)
  if (fresh.length > 0 || treeMark) {
    const isThrough = fresh.length === 0 || (await lookAtMeant(run, fresh))
    if (isThrough) await write((tx) => noteThroughInTx(tx, fresh, treeMark))
  }

  const someChanged = () => somePeopleChanged(sizeOf(run))
  for (let marks = await someChanged(); marks.length > 0 && (await goesOn()); marks = await someChanged()) {
    const seen = marks
    const personIds = await withKept(seen.map(({ personId }) => personId))
    await step(run, published, personIds, async (tx) => {
      await sortPastInTx(tx, personIds)
      await lookedAtInTx(tx, seen)
    })
  }
  const someDue = () => dueByCalendar(day, sizeOf(run))
  for (let due = await someDue(); due.length > 0 && (await goesOn()); due = await someDue())
    await step(run, published, due)
  if (done.people > 0) await write((tx) => noteFiguresInTx(tx, day))
  return done
}

/** True when it came to the end. */
async function lookAtMeant(run: Run, meant: Published[]): Promise<boolean> {
  const clauses = meant.flatMap((one) => one.clauses)
  const asked = {
    requirementIds: meant.map(({ id }) => id),
    unitIds: withHeirs(
      clauses.map(({ unitId }) => unitId),
      run.tree,
    ),
    categories: clauses.some(({ categories }) => categories.length === 0)
      ? []
      : [...new Set(clauses.flatMap(({ categories }) => categories))],
  }
  for (let after = ''; ; ) {
    const people = await peopleMeant(asked, { after, most: sizeOf(run) })
    const last = people.at(-1)
    if (last === undefined) return true
    if (!(await run.goesOn())) return false
    await step(run, meant, people)
    after = last
  }
}

async function step(
  run: Run,
  meant: Published[],
  personIds: string[],
  further?: (tx: Transaction) => Promise<unknown>,
) {
  const found = await lookAt(db, meant, personIds, run)
  run.done.people += personIds.length
  const isNothing = Object.values(found).every((list) => list.length === 0)
  if (isNothing && !further) return
  await (run.pace?.write ?? write)(async (tx) => {
    await noteStandingsInTx(tx, found, run.day)
    await renewInTx(tx, meant, found, run)
    await further?.(tx)
  })
  run.done.changed += found.noted.length + found.ended.length
  await run.pace?.rest()
}

/** How many people the next step takes. */
function sizeOf({ pace }: Run): number {
  return pace?.size() ?? peopleAtOnce
}

/** Everybody whom these mean was looked at. */
async function noteThroughInTx(tx: Transaction, kept: readonly Published[], treeMark: ChangedPerson | null) {
  const requirementIds = kept.map(({ id }) => id)
  await tx.update(requirements).set({ keptAt: new Date() }).where(inArray(requirements.id, requirementIds))
  if (treeMark) await lookedAtInTx(tx, [treeMark])
}

/** And those whose account each of these led to: they stand by what was done in it. */
async function withKept(personIds: string[]): Promise<string[]> {
  const rows = await db.select({ id: aliases.keptId }).from(aliases).where(inArray(aliases.personId, personIds))
  return [...new Set([...personIds, ...rows.map(({ id }) => id)])]
}

/** A clock that was set back does not take reported days back. */
async function dayToKeep(now: Date): Promise<Day> {
  const [row] = await db.select({ day: standingVersions.day }).from(standingVersions)
  const today = dayOf(now)
  return row && row.day > today ? row.day : today
}
