import { parseArgs } from 'node:util'
import { currentEdition } from '#app/courses/edition.server.ts'
import { rebuild, type Scope } from '#app/ledger/rebuild.server.ts'
import { personNamed } from '#app/people/person-named.server.ts'

type Command = { usage: string; run(args: string[]): Promise<number> }

/** `npm run admin -- ledger <verb>`: 0 done, 1 refused, 2 not understood. */
export const ledgerCommands: Record<string, Command> = {
  rebuild: {
    usage:
      'ledger rebuild [--person <username> | --course <slug>]   makes progress, answers and marks again from the ledger',
    run: runRebuild,
  },
}

async function runRebuild(args: string[]): Promise<number> {
  const asked = askedFor(args)
  if (!asked) return tell(`Usage: ${ledgerCommands.rebuild?.usage}`, 2)
  const scope = await scopeOf(asked)
  if (typeof scope === 'object' && 'missing' in scope) return tell(`Refused: ${scope.missing}`, 1)
  const rebuilt = (await rebuild('command-line', scope)) ?? 0
  process.stdout.write(
    `Rebuilt: ${rebuilt} ${rebuilt === 1 ? 'learner' : 'learners'} (one for each person and edition).\n`,
  )
  return 0
}

type Asked = { person?: string | undefined; course?: string | undefined }

function askedFor(args: string[]): Asked | null {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args, options: { person: text, course: text } })
    return values.person !== undefined && values.course !== undefined ? null : values
  } catch {
    return null
  }
}

async function scopeOf({ person, course }: Asked): Promise<Scope | { missing: string }> {
  if (person !== undefined) {
    const found = await personNamed('command-line', person)
    return found ? { personId: found.id } : { missing: `nobody is called ${person}` }
  }
  if (course === undefined) return 'all'
  const edition = await currentEdition(course)
  return edition ? { courseId: edition.courseId } : { missing: `there is no course ${course}` }
}

function tell(line: string, code: number): number {
  process.stderr.write(`${line}\n`)
  return code
}
