import { parseArgs } from 'node:util'
import { momentFrom } from '#app/i18n/day.ts'
import { ladderSteps } from '#app/requirements/reminders/ladder.ts'
import { type Reminding, runReminders } from '#app/requirements/reminders/run-reminders.server.ts'

type Command = { usage: string; run(args: string[]): Promise<number> }

/** `npm run admin -- reminders <verb>`: 0 done, 1 refused, 2 not understood. */
export const remindersCommands: Record<string, Command> = {
  run: {
    usage:
      'reminders run [--at <instant>] [--dry-run]   as 2026-11-22T07:30 by Vietnamese clocks, or with an offset or Z: what a run then would have told is told now; --dry-run tells nobody',
    run,
  },
}

async function run(args: string[]): Promise<number> {
  const asked = optionsIn(args)
  if (!asked) {
    process.stderr.write(`Usage: ${remindersCommands.run?.usage}\n`)
    return 2
  }
  const tellAt = new Date()
  if (!asked.isDry && asked.at > tellAt) return refused('that moment is to come: everybody would be told too early')
  const done = await runReminders({ ...asked, tellAt })
  if (!done) return refused('another process is making a run or keeping standings: try again in a minute')
  tell(done)
  return 0
}

function optionsIn(args: string[]): { at: Date; isDry: boolean } | null {
  try {
    const options = { at: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const
    const { values } = parseArgs({ args, options })
    const at = values.at === undefined ? new Date() : momentFrom(values.at)
    return at && { at, isDry: values['dry-run'] === true }
  } catch {
    return null
  }
}

function tell({ day, wasMade, steps, passedOver, people, reports }: Reminding) {
  if (wasMade) return say(`The run of ${day} was made before.`)
  say(`Run of ${day}: ${people} people`)
  for (const step of ladderSteps) say(`  ${step}: ${steps[step]}`)
  say(`  passed over: ${passedOver}`)
  say(`  lists for heads and agencies: ${reports}`)
}

function refused(why: string): number {
  process.stderr.write(`Refused: ${why}\n`)
  return 1
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}
