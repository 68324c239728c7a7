import { eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { addDays } from '#app/i18n/calendar.ts'
import { formatDay } from '#app/i18n/day.ts'
import { type Locale, messages } from '#app/i18n/messages.ts'
import { tellInTx } from '#app/messages/tell-in-tx.server.ts'
import { people } from '#app/people/schema.ts'
import type { ExceptionRow } from '#app/requirements/exceptions/note-exceptions-in-tx.server.ts'
import { requirements } from '#app/requirements/schema.ts'
import { never } from '#app/units/unit.ts'

type Decided = { personId: string; row: ExceptionRow }

/** Inner step: tells learners once what was decided of them, in the write that decides it. */
export async function tellOfExceptionsInTx(tx: Transaction, decided: readonly Decided[], now: Date): Promise<void> {
  const titles = await titlesOf(tx, decided)
  const { id, language, email, phone } = people
  const told = await tx
    .select({ id, language, email, phone })
    .from(people)
    .where(
      inArray(
        id,
        decided.map(({ personId }) => personId),
      ),
    )
  const byId = new Map(told.map((person) => [person.id, person]))
  for (const { personId, row } of decided) {
    const person = byId.get(personId)
    if (!person) continue
    const letter = letterOf(row, titles.get(row.requirementId ?? '') ?? '', person.language)
    await tellInTx(tx, { person, kind: 'decision', key: `exception ${row.id} ${row.state}`, ...letter, now })
  }
}

async function titlesOf(tx: Transaction, decided: readonly Decided[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const requirementId of new Set(decided.map(({ row }) => row.requirementId ?? ''))) {
    const [row] = await tx
      .select({ title: requirements.title })
      .from(requirements)
      .where(eq(requirements.id, requirementId))
    titles.set(requirementId, row?.title ?? '')
  }
  return titles
}

function letterOf(row: ExceptionRow, title: string, language: Locale) {
  const t = messages(language).exceptions
  const { kind, fromDay, toDay, dueDay, state } = row
  const last = toDay === never ? null : formatDay(dueDay ?? addDays(toDay, -1), language)
  const what = t.told.what(t.kinds[kind], title)
  const when = t.period[kind](formatDay(fromDay, language), last)
  const reason = state === 'taken-back' ? row.takenBackReason : state === 'refused' ? row.decisionReason : null
  const lines = [
    state === 'refused' ? '' : when,
    reason ? t.told.because(reason) : '',
    t.told.next[state === 'refused' ? 'refused' : state === 'given' ? 'given' : 'takenBack'],
  ]
  const subject = t.told.subject[state === 'refused' ? 'refused' : state === 'given' ? 'given' : 'takenBack'](what)
  return { subject, body: lines.filter(Boolean).join('\n'), path: '/me/requests' }
}
