import { addDays, daysBetween } from '#app/i18n/calendar.ts'
import { type Day, formatDay } from '#app/i18n/day.ts'
import { type Locale, messages } from '#app/i18n/messages.ts'

/** One thing that somebody has to do, and who asks for it. */
export type ToDo = {
  title: string
  unitName: string
  decisionNumber: string
  decisionDay: Day
  dueDay: Day
  /** The first day late. */
  lateDay: Day
}

/** What a learner is told on a day of all that is due: plain text without links; the subject alone goes as a short message. */
export function learnerLetter(toDos: readonly ToDo[], day: Day, language: Locale) {
  const t = messages(language).reminders
  const inOrder = [...toDos].sort((a, b) => (a.dueDay < b.dueDay ? -1 : 1))
  const [first, ...others] = inOrder
  if (!first) throw new Error('a reminder of nothing')
  const subject =
    others.length === 0
      ? t.subjectOfOne(first.title, when(first, day, language))
      : t.subjectOfMany(inOrder.length, formatDay(first.dueDay, language))
  const things = inOrder.map((toDo) => thing(toDo, day, language))
  const body = [t.greeting, '', ...things, '', t.whatNow, t.noTime, t.whomToAsk].join('\n')
  return { subject, body, path: '/me' }
}

function thing(toDo: ToDo, day: Day, language: Locale): string {
  const t = messages(language).reminders
  const { title, decisionNumber, decisionDay, unitName } = toDo
  const asked = t.askedBy(decisionNumber, formatDay(decisionDay, language), unitName)
  return `- ${title}: ${when(toDo, day, language)}.\n  ${asked}`
}

/** By the day and not by the step: a step may be taken later than on its day. */
function when({ dueDay, lateDay }: ToDo, day: Day, language: Locale): string {
  const t = messages(language).reminders
  const due = formatDay(dueDay, language)
  if (day >= lateDay) return t.isLate(due, daysBetween(dueDay, day))
  if (day > dueDay) return t.isInGrace(due, formatDay(addDays(lateDay, -1), language))
  return day === dueDay ? t.isToday(due) : t.isLeft(due, daysBetween(day, dueDay))
}
