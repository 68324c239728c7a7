import { eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { type Locale, messages } from '#app/i18n/messages.ts'
import { tellAllInTx } from '#app/messages/tell-in-tx.server.ts'
import { people } from '#app/people/schema.ts'
import { whatItIs, whenItIs } from '#app/requirements/exceptions/exception-words.ts'
import type { ExceptionRow } from '#app/requirements/exceptions/note-exceptions-in-tx.server.ts'
import { requirements } from '#app/requirements/schema.ts'

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
  const letters = decided.flatMap(({ personId, row }) => {
    const person = byId.get(personId)
    if (!person) return []
    const letter = letterOf(row, titles.get(row.requirementId ?? '') ?? '', person.language)
    return [{ person, kind: 'decision' as const, key: `exception ${row.id} ${row.state}`, ...letter, now }]
  })
  await tellAllInTx(tx, letters)
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
  const { state } = row
  const deed = state === 'taken-back' ? 'takenBack' : state === 'refused' ? 'refused' : 'given'
  const reason = state === 'taken-back' ? row.takenBackReason : state === 'refused' ? row.decisionReason : null
  const lines = [
    state === 'refused' ? '' : whenItIs(row, t, language),
    reason ? t.told.because(reason) : '',
    t.told.next[deed],
  ]
  const subject = t.told.subject[deed](whatItIs({ ...row, title }, t))
  return { subject, body: lines.filter(Boolean).join('\n'), path: '/me/requests' }
}
