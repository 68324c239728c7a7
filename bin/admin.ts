import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { environment, isPostgres, sqliteFile } from '#app/db/environment.server.ts'
import { oneLine } from '#app/db/one-line.ts'

/** One verb of a room's command line; `run` gives the exit code: 0 done, 1 refused, 2 not understood. */
type Command = { usage: string; run(args: string[]): Promise<number> }

type Group = { about: string; verbs(asked: string): Promise<Record<string, Command>> }

/** Sharp edge: verbs are fetched when asked for, since most open the database, and `restore` must find none. */
const groups: Record<string, Group> = {
  people: {
    about: 'who may sign in, one-time codes, roles, lists of people',
    verbs: peopleVerbs,
  },
  courses: {
    about: 'check and load folders of lessons',
    verbs: async () => (await import('#app/courses/commands.server.ts')).coursesCommands,
  },
  exams: {
    about: 'maintenance windows, more time, late answers',
    verbs: async () => (await import('#app/ledger/exam-commands.server.ts')).examCommands,
  },
  requirements: {
    about: 'what people must learn: list, show, preview, publish, end, recompute',
    verbs: async () => (await import('#app/requirements/asking/commands.server.ts')).requirementsCommands,
  },
  reminders: {
    about: 'tell who must learn what, and whom it concerns: the run of a day',
    verbs: async () => (await import('#app/requirements/reminders/commands.server.ts')).remindersCommands,
  },
  ledger: {
    about: 'make progress and marks again from what learners did',
    verbs: async () => (await import('#app/ledger/commands.server.ts')).ledgerCommands,
  },
}

const commands: Record<string, Command> = {
  backup: {
    usage: 'backup <folder>   copies database, media, keys and settings into an empty folder while the server works',
    run: runBackup,
  },
  restore: { usage: 'restore <folder>   puts a backup back where there is no database', run: runRestore },
}

const wasThere = isPostgres || existsSync(sqliteFile)
const code = await administer(process.argv.slice(2))
if (!wasThere && existsSync(sqliteFile)) tellOfNewDatabase()
process.exit(code)

async function administer([name = '--help', ...args]: string[]): Promise<number> {
  try {
    if (isHelp(name)) return tell(process.stdout, everyUsage(), 0)
    const alone = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (alone) return await runOrHelp(name, alone, args)
    if (Object.hasOwn(groups, name)) return await runInGroup(name, args)
    return tell(process.stderr, [`There is no command "${name}". There are:`, ...everyUsage()], 2)
  } catch (problem) {
    if (environment.LOG_LEVEL === 'debug' && problem instanceof Error) process.stderr.write(`${problem.stack}\n`)
    return tell(process.stderr, [oneLine(problem)], 1)
  }
}

/** Whoever forgets the server's settings works on a database of their own, and everything looks as if it were done. */
function tellOfNewDatabase() {
  const [made, otherwise] = [
    `A new database was made: ${resolve(sqliteFile)}.`,
    'If the server uses another one, delete it',
  ]
  tell(process.stderr, [`${made} ${otherwise} and give this command the server's DATABASE_URL and DATA_DIR.`], 0)
}

async function runInGroup(group: string, [verb = '--help', ...args]: string[]): Promise<number> {
  const verbs = (await groups[group]?.verbs(verb)) ?? {}
  if (isHelp(verb)) return tell(process.stdout, usagesOf(group, verbs), 0)
  const command = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (command) return runOrHelp(group, command, args)
  return tell(process.stderr, [`There is no command "${group} ${verb}". There are:`, ...usagesOf(group, verbs)], 2)
}

async function runOrHelp(group: string, command: Command, args: string[]): Promise<number> {
  if (args.some(isHelp)) return tell(process.stdout, usagesOf(group, { command }), 0)
  return command.run(args)
}

/** Looking at a list neither opens nor makes a database. */
async function peopleVerbs(asked: string): Promise<Record<string, Command>> {
  const { intakeCommands } = await import('#app/intake/commands.server.ts')
  if (Object.hasOwn(intakeCommands, asked)) return intakeCommands
  return { ...(await import('#app/people/commands.server.ts')).peopleCommands, ...intakeCommands }
}

function everyUsage(): string[] {
  const ofGroups = Object.entries(groups).map(([name, { about }]) => `${name} <verb>   ${about}; more: ${name} --help`)
  return [...ofGroups.map((usage) => `  npm run admin -- ${usage}`), ...usagesOf('', commands)]
}

function usagesOf(group: string, verbs: Record<string, Command>): string[] {
  return Object.values(verbs).map(({ usage }) => {
    const whole = group === '' || usage.startsWith(`${group} `) || usage === group ? usage : `${group} ${usage}`
    return `  npm run admin -- ${whole}`
  })
}

async function runBackup([folder, ...rest]: string[]): Promise<number> {
  if (!folder || rest.length > 0) return tell(process.stderr, usagesOf('', commands), 2)
  const { backup } = await import('#app/db/backup.server.ts')
  return report(await backup(folder), `Backed up into ${folder}`)
}

async function runRestore([folder, ...rest]: string[]): Promise<number> {
  if (!folder || rest.length > 0) return tell(process.stderr, usagesOf('', commands), 2)
  const { restore } = await import('#app/db/restore.server.ts')
  return report(await restore(folder), `Restored from ${folder}`)
}

type Outcome = { problem: string } | { at: string; files: Array<{ bytes: number }> }

function report(outcome: Outcome, done: string): number {
  if ('problem' in outcome) return tell(process.stderr, [outcome.problem], 1)
  const megabytes = outcome.files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
  const what = `${outcome.files.length} files, ${megabytes.toFixed(1)} MB, as of ${outcome.at}`
  return tell(process.stdout, [`${done}: ${what}.`], 0)
}

function isHelp(word: string) {
  return word === '--help' || word === '-h' || word === 'help'
}

function tell(stream: NodeJS.WriteStream, lines: string[], code: number): number {
  stream.write(`${lines.join('\n')}\n`)
  return code
}
