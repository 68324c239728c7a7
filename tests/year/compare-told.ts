import { and, eq, inArray, ne } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { notices, outbox } from '#app/messages/schema.ts'
import { people } from '#app/people/schema.ts'
import { reminders, requirements } from '#app/requirements/schema.ts'
import { type Expected, expectedBy } from '#tests/expected-reminders.ts'
import { compareInto, noDifferences } from '#tests/year/differences.ts'

export type Told = Awaited<ReturnType<typeof compareTold>>

/**
 * What was noted and told in a year, beside what the model expects of runs on these days: steps of the ladder, notices to
 * learners, lists for heads with everybody who stands on them, and for each notice the one message by the way that is known
 * of its person. Nobody refuses messages, and nothing else is told in such a year.
 */
export async function compareTold(runs: readonly Day[], { hasGateway }: { hasGateway: boolean }) {
  const told = {
    steps: noDifferences(),
    learners: noDifferences(),
    reports: noDifferences(),
    messages: noDifferences(),
  }
  const kinds = new Map<string, number>()
  const lists = new Map<string, string[]>()
  const titles = new Map((await db.select().from(requirements)).map(({ id, title }) => [id, title]))
  for await (const part of expectedBy(runs)) {
    const rows = await stepsOf(part.personIds)
    compareInto(told.steps, part.steps.map(lineOf), rows.map(lineOf))
    for (const { step } of rows) kinds.set(step, (kinds.get(step) ?? 0) + 1)
    const heard = await remindedOf(part.personIds)
    compareInto(told.learners, part.learners, heard)
    await addTo(lists, part, titles)
    const sent = await messagesOf(part.personIds)
    compareInto(told.messages, await waysOf(part.personIds, hasGateway), sent)
  }
  const reports = await db.select().from(notices).where(eq(notices.kind, 'report'))
  compareInto(
    told.reports,
    [...lists].map(([head, lines]) => `${head}: ${listed(lines)}`),
    reports.map(
      ({ createdAt, personId, body }) => `${dayOf(createdAt)} ${personId}: ${listed(linesIn(body), restIn(body))}`,
    ),
  )
  return { ...told, kinds: Object.fromEntries(kinds) }
}

const lineOf = (row: { [key: string]: unknown }) => Object.entries(row).sort().join(' ')

async function stepsOf(personIds: string[]) {
  const isTheirs = and(inArray(reminders.personId, personIds), eq(reminders.isSent, true))
  const rows = await db.select().from(reminders).where(isTheirs)
  return rows.map(({ isSent: _, ...row }) => row)
}

async function remindedOf(personIds: string[]): Promise<string[]> {
  const { personId, createdAt } = notices
  const isTheirs = and(inArray(personId, personIds), eq(notices.kind, 'reminder'))
  const rows = await db.select({ personId, createdAt }).from(notices).where(isTheirs)
  return rows.map((row) => `${dayOf(row.createdAt)} ${row.personId}`)
}

/** By the rule alone: a letter to whoever has an address, else through the gateway to whoever has a phone. */
async function waysOf(personIds: string[], hasGateway: boolean): Promise<string[]> {
  const { personId, key } = notices
  const rows = await db
    .select({ personId, key, email: people.email, phone: people.phone })
    .from(notices)
    .innerJoin(people, eq(people.id, personId))
    .where(inArray(personId, personIds))
  return rows.flatMap((row) => {
    if (row.email) return [`${row.key} to ${row.personId} by email: ${row.email}`]
    return row.phone && hasGateway ? [`${row.key} to ${row.personId} by gateway: ${row.phone}`] : []
  })
}

async function messagesOf(personIds: string[]): Promise<string[]> {
  const { key, toPersonId, channel, address } = outbox
  const isTheirs = and(inArray(toPersonId, personIds), ne(outbox.kind, 'account'))
  const rows = await db.select({ key, toPersonId, channel, address }).from(outbox).where(isTheirs)
  return rows.map((row) => `${row.key} to ${row.toPersonId} by ${row.channel}: ${row.address}`)
}

/** Everybody who should stand on a head's list of a day, by name and title. */
async function addTo(lists: Map<string, string[]>, { personIds, reports }: Expected, titles: Map<string, string>) {
  if (reports.size === 0) return
  const { id, fullName } = people
  const rows = await db.select({ id, fullName }).from(people).where(inArray(id, personIds))
  const names = new Map(rows.map((row) => [row.id, row.fullName]))
  for (const [head, late] of reports) {
    const lines = lists.get(head) ?? []
    lists.set(head, lines)
    for (const one of late) {
      const [personId = '', requirementId = ''] = one.split(' ')
      lines.push(`${names.get(personId)}: ${titles.get(requirementId)}`)
    }
  }
}

const mostLines = 200

/** All of a short list; of a long one, which no letter holds whole, how many. */
function listed(lines: readonly string[], more = 0): string {
  const all = lines.length + more
  return all > mostLines ? `${all} lines` : [...lines].sort().join('; ')
}

/** “- Lê Thị An (Phòng Nội vụ): Kỹ năng số cơ bản, hạn 31/03/2026” without unit and day. */
function linesIn(body: string): string[] {
  return [...body.matchAll(/^- (.*?) \(.*\): (.*), hạn [\d/]+$/gm)].map(([, name, title]) => `${name}: ${title}`)
}

function restIn(body: string): number {
  return [...body.matchAll(/^… và (\d+) dòng nữa\.$/gm)].reduce((sum, [, rest]) => sum + Number(rest), 0)
}
