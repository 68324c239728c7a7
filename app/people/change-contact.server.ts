import { eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { confirmPassword, type Unconfirmed } from '#app/people/confirm-password.server.ts'
import { contactOf } from '#app/people/contact.ts'
import type { Actor } from '#app/people/person.ts'
import { oneTimeCodes, people } from '#app/people/schema.ts'

export type ContactChange = { changed: true } | Unconfirmed | { problem: 'contact-wrong' }

/** Adds or replaces one's phone number or e-mail address, whichever was typed. Open links to the old one end. */
export async function changeContact(
  person: Actor,
  { password, contact: typed }: { password: string; contact: string },
  now = new Date(),
): Promise<ContactChange | null> {
  const contact = contactOf(typed)
  if (!contact) return { problem: 'contact-wrong' }
  const confirmed = await confirmPassword(person, password, now)
  if (confirmed === null || 'problem' in confirmed) return confirmed

  const change = contact.phone === null ? { email: contact.email } : { phone: contact.phone }
  await write(async (tx) => {
    await tx.update(people).set(change).where(eq(people.id, person.id))
    await tx.delete(oneTimeCodes).where(eq(oneTimeCodes.personId, person.id))
    await auditInTx(tx, person.id, { verb: 'people.change-contact', subjectKind: 'person', subjectId: person.id })
  })
  return { changed: true }
}
