import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { formatNumber } from '#app/i18n/day.ts'
import { type Messages, messages } from '#app/i18n/messages.ts'
import { tellInTx } from '#app/messages/tell-in-tx.server.ts'
import { people } from '#app/people/schema.ts'

type Said = { subject: string; body: string[] }

/** `say` is handed the words of the person's language and how it writes half tiết. */
type News = {
  key: string
  path: string
  say: (t: Messages['hours']['told'], hours: (halfHours: number) => string) => Said
}

/** Inner step: tells a learner once what was decided about their hours, in the write that decides it. */
export async function tellOfHoursInTx(tx: Transaction, personId: string, { key, path, say }: News, now: Date) {
  const { id, language, email, phone, closedAt } = people
  const [person] = await tx
    .select({ id, language, email, phone })
    .from(people)
    .where(and(eq(id, personId), isNull(closedAt)))
  if (!person) return
  const { subject, body } = say(messages(person.language).hours.told, (half) => formatNumber(half / 2, person.language))
  await tellInTx(tx, { person, kind: 'decision', key, subject, body: body.filter(Boolean).join('\n'), path, now })
}
