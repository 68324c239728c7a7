import { randomUUID } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { type GentlePace, gentlePace } from '#app/db/gentle-pace.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { leaveLease, takeLease } from '#app/messages/lease.server.ts'
import { type ChangedPerson, lookedAtInTx, somePeopleChanged, treeChanged } from '#app/people/changed-people.server.ts'
import { aliases } from '#app/people/schema.ts'
import { type Look, lookAt } from '#app/requirements/keeping/look-at.server.ts'
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
/** To find out who is next costs much the same for some and for many. */
const peopleFoundAtOnce = 4_096
/** While learners do. On PostgreSQL a step is work of the database, which the pace does not see: so the most is not many. */
const [fewestPeople, mostPeople] = [64, 256]

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
  /** The last write of a step, which goes on while the next people are looked at. */
  writing: Promise<unknown>
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
  const tree = await wholeTree(db)
  const run: Run = { day, at, tree, published, done, goesOn, pace, writing: Promise.resolve() }

  const whole = isWhole || treeMark !== null
  const fresh = published.filter(({ keptAt }) => whole || keptAt === null)
  if (fresh.length > 0 || treeMark) {
    const isThrough = fresh.length === 0 || (await lookAtMeant(run, fresh))
    if (isThrough) await write((tx) => noteThroughInTx(tx, fresh, treeMark))
  }

  const someChanged = () => somePeopleChanged(sizeOf(run))
  for (let marks = await someChanged(); marks.length > 0 && (await goesOn()); marks = await someChanged()) {
    const these = marks
    const personIds = await withKept(these.map(({ personId }) => personId))
    await note(run, published, await look(run, published, personIds), async (tx) => {
      await sortPastInTx(tx, personIds)
      await lookedAtInTx(tx, these)
    })
  }
  await lookAtAll(run, published, async () => {
    await run.writing // whoever is written of is due no more
    return dueByCalendar(day, peopleFoundAtOnce)
  })
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
  let after = ''
  return lookAtAll(run, meant, async () => {
    const people = await peopleMeant(asked, { after, most: peopleFoundAtOnce })
    after = people.at(-1) ?? after
    return people
  })
}

/**
 * Looks at people of whom `next` finds some at a time, until it finds nobody. While nobody waits, what was found of some is
 * written while the next are looked at: PostgreSQL does its part on another core. True when it came to the end.
 */
async function lookAtAll(run: Run, meant: Published[], next: () => Promise<string[]>): Promise<boolean> {
  try {
    for await (const personIds of inSteps(run, next)) {
      if (!(await run.goesOn())) return false
      const seen = await look(run, meant, personIds)
      await run.writing
      run.writing = note(run, meant, seen)
      run.writing.catch(() => {}) // told where it is awaited
      if (run.pace) await run.writing
    }
    return true
  } finally {
    await run.writing
  }
}

async function* inSteps(run: Run, next: () => Promise<string[]>): AsyncIterable<string[]> {
  for (let people = await next(); people.length > 0; people = await next())
    for (let [done, size] = [0, sizeOf(run)]; done < people.length; done += size, size = sizeOf(run))
      yield people.slice(done, done + size)
}

type Seen = { people: number; found: Look; tookMs: number }

async function look(run: Run, meant: Published[], personIds: string[]): Promise<Seen> {
  const began = performance.now()
  const found = await lookAt(db, meant, personIds, run)
  return { people: personIds.length, found, tookMs: performance.now() - began }
}

type Further = (tx: Transaction) => Promise<unknown>

async function note(run: Run, meant: Published[], { people, found, tookMs }: Seen, further?: Further) {
  run.done.people += people
  const isNothing = Object.values(found).every((list) => list.length === 0)
  if (isNothing && !further) return
  await (run.pace?.write ?? write)(async (tx) => {
    await noteStandingsInTx(tx, found, run.day)
    await renewInTx(tx, meant, found, run)
    await further?.(tx)
  })
  run.done.changed += found.noted.length + found.ended.length
  await run.pace?.rest(tookMs)
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
