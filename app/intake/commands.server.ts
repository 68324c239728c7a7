import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dayOf, yearOf } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { readList } from '#app/intake/reading/read-list.server.ts'
import type { Refusal } from '#app/intake/reading/refusal.ts'
import { inWords } from '#app/intake/reading/refusal-in-words.ts'

type Command = { usage: string; run(args: string[]): Promise<number> }

/** `npm run admin -- people import …`: 0 understood, 1 refused, 2 not understood. */
export const intakeCommands: Record<string, Command> = {
  import: {
    usage:
      'people import <file> --dry-run [--json] [--sheet <name>]   tells what a list of people holds; changes nothing\n' +
      '  npm run admin -- people import <file> --unit <code> [--sheet <name>] [--from <YYYY-MM-DD>] [--commit [--leave-out]]   ' +
      'tells what would become of each row; with --commit takes them in, with --leave-out without those in conflict',
    run: importPeople,
  },
  'undo-import': { usage: 'people undo-import <batch> "<reason>"   takes a list back', run: undoImport },
}

async function importPeople(args: string[]): Promise<number> {
  const given = optionsIn(args)
  if (!given) {
    process.stderr.write(`Usage: ${intakeCommands.import?.usage}\n`)
    return 2
  }
  if (given.unit !== undefined) {
    // Only here: looking at a list opens no database.
    const { takeInFile } = await import('#app/intake/take-in-file.server.ts')
    return takeInFile({ ...given, unit: given.unit })
  }
  const people: string[] = []
  const counts = new Map<string, number>()
  const outcome = await readList(
    { path: given.path, sheet: given.sheet, latestYear: yearOf(new Date()) },
    {
      onBatch({ people: found }) {
        for (const { person } of found) {
          people.push(JSON.stringify(person))
          for (const problem of person.problems) counts.set(problem, (counts.get(problem) ?? 0) + 1)
        }
      },
    },
  )
  if ('refusal' in outcome) return tellRefusal(outcome.refusal)
  process.stdout.write(given.isJson ? `[\n${people.join(',\n')}\n]\n` : summary(outcome, counts))
  return 0
}

async function undoImport([batchId = '', ...reason]: string[]): Promise<number> {
  if (batchId === '' || reason.length === 0) {
    process.stderr.write(`Usage: ${intakeCommands['undo-import']?.usage}\n`)
    return 2
  }
  const { takeBackList } = await import('#app/intake/take-in-file.server.ts')
  return takeBackList(batchId, reason.join(' '))
}

function summary({ people, passed }: { people: number; passed: number }, counts: Map<string, number>): string {
  const lines = [...counts].sort(([, a], [, b]) => b - a).map(([problem, count]) => `${count}\t${problem}`)
  return `${[`${people} people, ${passed} other rows, as of ${dayOf(new Date())}`, ...lines].join('\n')}\n`
}

function tellRefusal(refusal: Refusal): number {
  const { what, now } = inWords(refusal, messages('en').intake)
  process.stderr.write(`Refused: ${what} ${now}\n`)
  return 1
}

function optionsIn(args: string[]) {
  try {
    const [flag, text] = [{ type: 'boolean' }, { type: 'string' }] as const
    const taking = { unit: text, from: text, commit: flag, 'leave-out': flag } as const
    const options = { 'dry-run': flag, json: flag, sheet: text, ...taking } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...rest] = positionals
    const isDry = values['dry-run'] === true
    if (file === undefined || rest.length > 0 || isDry === (values.unit !== undefined)) return null
    const { unit, from, sheet, json, commit } = values
    const wishes = { isCommit: commit === true, isLeftOut: values['leave-out'] === true }
    return { path: placeOf(file), isJson: json === true, sheet, unit, from, ...wishes }
  } catch {
    return null
  }
}

/** npm runs its scripts in the folder of the package: what was typed may be meant from where it was typed. */
function placeOf(file: string): string {
  const typed = resolve(process.env.INIT_CWD ?? '.', file)
  return existsSync(typed) ? typed : resolve(file)
}
