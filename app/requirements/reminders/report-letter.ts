import { type Day, formatDay } from '#app/i18n/day.ts'
import { type Locale, messages } from '#app/i18n/messages.ts'

/** Somebody who is late with one requirement. */
export type Late = {
  personId: string
  fullName: string
  sortKey: string
  unitId: string
  unitName: string
  title: string
  dueDay: Day
}

/** Who is newly late, and who is late by two weeks: what one head is told on one day. */
export type Report = { newly: Late[]; longLate: Late[] }

const mostLines = 200

/** One list for whoever answers for people: names, units and days, in the order of Vietnamese names; no link. */
export function reportLetter({ newly, longLate }: Report, language: Locale) {
  const t = messages(language).reminders.report
  const heads = [
    { title: t.newly(peopleIn(newly)), rows: newly },
    { title: t.longLate(peopleIn(longLate)), rows: longLate },
  ].filter(({ rows }) => rows.length > 0)
  const [one, other] = heads
  if (!one) throw new Error('a report of nobody')
  const subject = other ? t.both(one.title, other.title) : one.title
  const lists = heads.map(({ title, rows }) => [title, ...lines(rows, language)].join('\n'))
  return { subject, body: [...lists, [t.whatNow, t.isPrivate].join('\n')].join('\n\n') }
}

function lines(rows: readonly Late[], language: Locale): string[] {
  const t = messages(language).reminders.report
  const inOrder = [...rows].sort((a, b) => compare(a.sortKey, b.sortKey) || compare(a.personId, b.personId))
  const shown = inOrder
    .slice(0, mostLines)
    .map(({ fullName, unitName, title, dueDay }) => t.line(fullName, unitName, title, formatDay(dueDay, language)))
  return rows.length > mostLines ? [...shown, t.more(rows.length - mostLines)] : shown
}

function peopleIn(rows: readonly Late[]): number {
  return new Set(rows.map(({ personId }) => personId)).size
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
