import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { yearOf } from '#app/i18n/day.ts'
import { ageGroupOf } from '#app/people/age.ts'
import { type Purpose, purposes } from '#app/people/consent.ts'
import { noteConsents } from '#app/people/consents.server.ts'
import { type Contact, contactOf } from '#app/people/contact.ts'
import { hashPassword } from '#app/people/hashing.server.ts'
import { insertPerson } from '#app/people/insert-person.server.ts'
import { type NameProblem, nameProblem, tidyName } from '#app/people/name.ts'
import { openSession, type Where } from '#app/people/open-session.server.ts'
import { type PasswordProblem, passwordProblem } from '#app/people/password.ts'
import type { SignedIn } from '#app/people/person.ts'
import { formatPhone } from '#app/people/phone.ts'
import { usernameBase } from '#app/people/username.ts'

export type SignUpForm = Where & {
  fullName: string
  /** Phone or e-mail. */
  contact: string
  password: string
  birthYear: number
  /** What was ticked; what is missing was refused. */
  consents: Partial<Record<Purpose, boolean>>
  guardianName?: string
  language: 'vi' | 'en'
}

export type SignUpProblems = {
  fullName?: NameProblem
  contact?: 'contact-wrong'
  password?: PasswordProblem
  birthYear?: 'birth-year-wrong' | 'too-young'
  guardianName?: NameProblem
  account?: 'consent-needed'
  guardian?: 'consent-needed'
}

export type SignUpOutcome = { token: string; person: SignedIn } | { problems: SignUpProblems }

/**
 * Makes an account with a short user name, and a session. Under 16 a parent or guardian is named and agrees too; under 7
 * there is no account (domain.md 1.2). Every purpose asked about gets a row in the ledger of consents, refused or given.
 */
export async function signUp(form: SignUpForm, now = new Date()): Promise<SignUpOutcome> {
  const fullName = tidyName(form.fullName)
  const contact = contactOf(form.contact)
  const isChild = ageGroupOf(form.birthYear, yearOf(now)) === 'child'
  const guardianName = isChild ? tidyName(form.guardianName ?? '') : null
  const problems = problemsOf(form, fullName, contact, guardianName, now)
  if (Object.keys(problems).length > 0) return { problems }

  const passwordHash = await hashPassword(form.password)
  const { birthYear, language } = form
  const asked = purposes.filter((purpose) => purpose !== 'guardian' || isChild)
  return write(async (tx) => {
    const role = 'learner'
    const details = {
      fullName,
      contact,
      birthYear,
      guardianName,
      language,
      passwordHash,
      role,
      createdAt: now,
    } as const
    const { id, username } = await insertPerson(tx, details)
    await noteConsents(
      tx,
      id,
      Object.fromEntries(asked.map((purpose) => [purpose, form.consents[purpose] === true])),
      now,
    )
    await auditInTx(tx, id, { verb: 'people.sign-up', subjectKind: 'person', subjectId: id })
    const token = await openSession(tx, { id, role }, form, now)
    return { token, person: { id, username, fullName, role, language, isShared: form.isShared } }
  })
}

function problemsOf(
  form: SignUpForm,
  fullName: string,
  contact: Contact | null,
  guardianName: string | null,
  now: Date,
): SignUpProblems {
  const age = ageGroupOf(form.birthYear, yearOf(now))
  const problems: SignUpProblems = {
    fullName: nameProblem(fullName) ?? undefined,
    contact: contact ? undefined : 'contact-wrong',
    password: passwordProblem(form.password, knownNames(form.password, fullName, contact)) ?? undefined,
    birthYear: age === 'impossible' ? 'birth-year-wrong' : age === 'too-young' ? 'too-young' : undefined,
    guardianName: guardianName === null ? undefined : (nameProblem(guardianName) ?? undefined),
    account: form.consents.account === true ? undefined : 'consent-needed',
    guardian: guardianName === null || form.consents.guardian === true ? undefined : 'consent-needed',
  }
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined))
}

/** What anyone knows of this person; the user name is made later, so whatever looks like it counts. */
function knownNames(password: string, fullName: string, contact: Contact | null): string[] {
  const username = new RegExp(`^${usernameBase(fullName)}\\d*$`, 'i').test(password) ? password : ''
  return [username, fullName, contact?.email ?? '', contact?.phone ?? '', formatPhone(contact?.phone ?? '')]
}
