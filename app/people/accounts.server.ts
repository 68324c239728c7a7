import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { contactOf } from '#app/people/contact.ts'
import { people } from '#app/people/schema.ts'

/** Every one of them costs a hash at sign-in; who shares a phone with more uses the user name. */
const mostThatShare = 8

/** What signing in needs of an account. */
export const accountColumns = {
  id: people.id,
  username: people.username,
  fullName: people.fullName,
  role: people.role,
  language: people.language,
  email: people.email,
  phone: people.phone,
  passwordHash: people.passwordHash,
}

const byId = openWhere(people.id)
const byUsername = openWhere(people.username)
const byPhone = openWhere(people.phone)
const byEmail = openWhere(people.email)

/** Whom the words in the box "phone, e-mail or user name" may mean. `key` counts failures, known or not. */
export async function accountsNamed(typed: string): Promise<{ key: string; accounts: Account[] }> {
  const contact = contactOf(typed)
  const key = contact?.phone ?? contact?.email ?? nameKey(typed)
  const named = contact?.phone ? byPhone : contact?.email ? byEmail : byUsername
  return { key, accounts: await named.execute({ value: key }) }
}

export type Account = Awaited<ReturnType<typeof byUsername.execute>>[number]

/** Prepared once: beside the hash nothing of a sign-in may cost much. */
function openWhere(column: typeof people.id | typeof people.username | typeof people.phone | typeof people.email) {
  return db
    .select(accountColumns)
    .from(people)
    .where(and(eq(column, sql.placeholder('value')), isNull(people.closedAt)))
    .orderBy(asc(people.createdAt), asc(people.id))
    .limit(mostThatShare)
    .prepare()
}

/** A user name as typed on a phone: capitals and spaces that the keyboard put in do not matter. */
function nameKey(typed: string): string {
  return typed
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]/gu, '')
}

/** Inside verbs that already know who it is. */
export async function accountOf(personId: string): Promise<Account | null> {
  const [account] = await byId.execute({ value: personId })
  return account ?? null
}
