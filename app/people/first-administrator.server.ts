import { and, eq, isNull } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { isOpen, keepCode, spendCode } from '#app/people/codes.server.ts'
import { contactOf } from '#app/people/contact.ts'
import { hashPassword } from '#app/people/hashing.server.ts'
import { insertPerson } from '#app/people/insert-person.server.ts'
import { type NameProblem, nameProblem, tidyName } from '#app/people/name.ts'
import { openSession, type Where } from '#app/people/open-session.server.ts'
import { type PasswordProblem, passwordProblem } from '#app/people/password.ts'
import type { SignedIn } from '#app/people/person.ts'
import { oneTimeCodes, people } from '#app/people/schema.ts'
import { hashOf, newToken, readCode } from '#app/people/token.server.ts'

const validMs = 24 * 60 * 60_000

/** For the link printed at start while there is no administrator; each new one ends those before. Null: there is one. */
export function firstAdministratorCode(now = new Date()): Promise<string | null> {
  const code = newToken()
  return write(async (tx) => {
    if (await hasAdministrator(tx)) return null
    await tx
      .update(oneTimeCodes)
      .set({ usedAt: now })
      .where(and(eq(oneTimeCodes.purpose, 'first-administrator'), isNull(oneTimeCodes.usedAt)))
    await keepCode(tx, code, { personId: null, purpose: 'first-administrator', validMs }, now)
    return code
  })
}

/** Whether the link still opens anything: the page asks before it shows the form. */
export async function isFirstAdministratorCode(code: string, now = new Date()): Promise<boolean> {
  const [row] = await db
    .select({ id: oneTimeCodes.id })
    .from(oneTimeCodes)
    .where(and(isOpen('first-administrator', now), eq(oneTimeCodes.codeHash, hashOf(readCode(code)))))
  return row !== undefined
}

export type FirstAdministratorForm = Where & {
  code: string
  fullName: string
  contact: string
  password: string
  language: 'vi' | 'en'
}

export type FirstAdministrator =
  | { token: string; person: SignedIn }
  | { problems: { fullName?: NameProblem; contact?: 'contact-wrong'; password?: PasswordProblem } }

/** Makes the first administrator. Null: the code opens nothing, or somebody was first. */
export async function becomeFirstAdministrator(
  form: FirstAdministratorForm,
  now = new Date(),
): Promise<FirstAdministrator | null> {
  if (!(await isFirstAdministratorCode(form.code, now))) return null
  const fullName = tidyName(form.fullName)
  const contact = contactOf(form.contact)
  const wrong = { fullName: nameProblem(fullName), password: passwordProblem(form.password, [form.contact]) }
  if (!contact || wrong.fullName || wrong.password)
    return {
      problems: {
        ...(wrong.fullName ? { fullName: wrong.fullName } : {}),
        ...(wrong.password ? { password: wrong.password } : {}),
        ...(contact ? {} : { contact: 'contact-wrong' as const }),
      },
    }

  const passwordHash = await hashPassword(form.password)
  const role = 'administrator' as const
  const { language } = form
  return write(async (tx) => {
    if ((await hasAdministrator(tx)) || !(await spendCode(tx, form.code, 'first-administrator', now))) return null
    const details = {
      fullName,
      contact,
      language,
      passwordHash,
      role,
      birthYear: null,
      guardianName: null,
      createdAt: now,
    }
    const { id, username } = await insertPerson(tx, details)
    await auditInTx(tx, null, {
      verb: 'people.first-administrator',
      subjectKind: 'person',
      subjectId: id,
      after: { role },
    })
    const token = await openSession(tx, { id, role }, form, now)
    return { token, person: { id, username, fullName, role, language, isShared: form.isShared } }
  })
}

async function hasAdministrator(tx: Transaction): Promise<boolean> {
  const [row] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'administrator'), isNull(people.closedAt)))
    .limit(1)
  return row !== undefined
}
