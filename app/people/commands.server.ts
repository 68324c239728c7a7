import { parseArgs } from 'node:util'
import { environment } from '#app/db/environment.server.ts'
import { formatMoment } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { createPerson } from '#app/people/create-person.server.ts'
import { findPeople } from '#app/people/find-people.server.ts'
import { type IssuedCode, issueCode } from '#app/people/issue-code.server.ts'
import { type Role, roles } from '#app/people/person.ts'
import { personNamed } from '#app/people/person-named.server.ts'
import { problemWords } from '#app/people/problem-words.ts'
import { setRole } from '#app/people/set-role.server.ts'

type Command = { usage: string; run(args: string[]): Promise<number> }

/** `npm run admin -- people <verb>`: 0 done, 1 refused, 2 not understood. */
export const peopleCommands: Record<string, Command> = {
  create: {
    usage:
      'people create "<full name>" [--username <name>] [--role <role>] [--contact <phone or e-mail>] [--language vi|en]   makes an account and prints a code to come in with',
    run: create,
  },
  reset: { usage: 'people reset <username>   prints a code to choose a new password with', run: reset },
  role: {
    usage: `people role <username> <${roles.join('|')}> "<reason>"   what somebody may do in the whole site`,
    run: changeRole,
  },
  find: {
    usage:
      'people find "<part of a name, user name, phone or e-mail>"   prints user name, name, year of birth and role',
    run: find,
  },
}

async function create(args: string[]): Promise<number> {
  const given = optionsIn(args)
  if (!given?.name || given.role === null) return misunderstood('create')
  const { name, username, role, contact, language } = given
  const created = await createPerson('command-line', { fullName: name, username, role, contact, language })
  if (!created || 'problems' in created)
    return refused(Object.values(problemWords('en', created?.problems ?? {})).join(' '))
  say(`${tidy(name)}: ${created.username}`)
  sayCode(created)
  return 0
}

function optionsIn(args: string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { username: text, role: text, contact: text, language: text }
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const { username, contact } = values
    const role = values.role === undefined ? undefined : roleNamed(values.role)
    const language: 'vi' | 'en' = values.language === 'en' ? 'en' : 'vi'
    return { name: positionals.join(' '), username, contact, language, role }
  } catch {
    return null
  }
}

async function reset([username = '']: string[]): Promise<number> {
  if (username === '') return misunderstood('reset')
  const person = await personNamed('command-line', username)
  const issued = person && (await issueCode('command-line', person.id))
  if (!issued) return refused(`nobody is called ${username}`)
  sayCode(issued)
  return 0
}

async function changeRole([username = '', named = '', ...reason]: string[]): Promise<number> {
  const role = roleNamed(named)
  if (username === '' || role === null) return misunderstood('role')
  const person = await personNamed('command-line', username)
  const change = person && (await setRole('command-line', person.id, role, reason.join(' ')))
  if (!change) return refused(`nobody is called ${username}`)
  if ('problem' in change) return refused(messages('en').people.problems[change.problem])
  say(`${username}: ${change.role}`)
  return 0
}

async function find(words: string[]): Promise<number> {
  const found = (await findPeople('command-line', words.join(' '))) ?? []
  for (const person of found) say([person.username, person.fullName, person.birthYear ?? '', person.role].join('\t'))
  return found.length > 0 ? 0 : 1
}

function roleNamed(named: string): Role | null {
  return roles.find((role) => role === named) ?? null
}

function sayCode({ username, code, until }: IssuedCode) {
  const address = new URL('/reset', environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`).href
  say(`One-time code for ${username}: ${code}`)
  say(`To be typed at ${address} until ${formatMoment(until, 'en')}.`)
}

function misunderstood(verb: string): number {
  process.stderr.write(`Usage: ${peopleCommands[verb]?.usage}\n`)
  return 2
}

function refused(why: string): number {
  process.stderr.write(`Refused: ${why}\n`)
  return 1
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}

function tidy(name: string): string {
  return name.replace(/\p{Cc}/gu, ' ')
}
