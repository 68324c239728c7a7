import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { keepCode } from '#app/people/codes.server.ts'
import { contactOf } from '#app/people/contact.ts'
import { insertNamed, insertPerson, type NewPerson } from '#app/people/insert-person.server.ts'
import { type IssuedCode, issuedCodeValidMs } from '#app/people/issue-code.server.ts'
import { type NameProblem, nameProblem, tidyName } from '#app/people/name.ts'
import { type Authority, auditIdOf, mayAdminister, type Role } from '#app/people/person.ts'
import { newSpokenCode } from '#app/people/token.server.ts'
import { normaliseUsername } from '#app/people/username.ts'

export type PersonForm = {
  fullName: string
  role?: Role
  /** Given by the agency; without one it is made from the name. */
  username?: string
  contact?: string
  birthYear?: number
  language?: 'vi' | 'en'
}

export type CreateProblems = {
  fullName?: NameProblem
  username?: 'username-wrong' | 'username-taken'
  contact?: 'contact-wrong'
}
export type Created = ({ id: string } & IssuedCode) | { problems: CreateProblems }

/** Makes an account for somebody, who sets their own password with the one-time code. Null: not this actor's to do. */
export async function createPerson(admin: Authority, form: PersonForm, now = new Date()): Promise<Created | null> {
  if (!mayAdminister(admin)) return null
  const fullName = tidyName(form.fullName)
  const username = form.username === undefined ? undefined : normaliseUsername(form.username)
  const contact = form.contact === undefined ? null : contactOf(form.contact)
  const problems: CreateProblems = {}
  const wrongName = nameProblem(fullName)
  if (wrongName) problems.fullName = wrongName
  if (username === null) problems.username = 'username-wrong'
  if (form.contact !== undefined && contact === null) problems.contact = 'contact-wrong'
  if (username === null || Object.keys(problems).length > 0) return { problems }

  const { role = 'learner', language = 'vi', birthYear = null } = form
  const details: NewPerson = {
    fullName,
    role,
    contact,
    birthYear,
    language,
    guardianName: null,
    passwordHash: null,
    createdAt: now,
  }
  const code = newSpokenCode()
  return write(async (tx) => {
    const person = username ? await insertNamed(tx, username, details) : await insertPerson(tx, details)
    if (!person) return { problems: { username: 'username-taken' as const } }
    const until = await keepCode(tx, code, { personId: person.id, purpose: 'reset', validMs: issuedCodeValidMs }, now)
    await auditInTx(tx, auditIdOf(admin), {
      verb: 'people.create',
      subjectKind: 'person',
      subjectId: person.id,
      after: { role },
    })
    return { ...person, code, until }
  })
}
