import { announcedMaintenance } from '#app/attempts/announced-maintenance.server.ts'
import { formatMoment, momentFrom } from '#app/i18n/day.ts'
import { acceptLate } from '#app/ledger/accept-late.server.ts'
import { allowMoreTime } from '#app/ledger/allow-more-time.server.ts'
import { announceMaintenance } from '#app/ledger/announce-maintenance.server.ts'
import { withdrawMaintenance } from '#app/ledger/withdraw-maintenance.server.ts'
import { personNamed } from '#app/people/person-named.server.ts'

type Command = { usage: string; run(args: string[]): Promise<number> }

/** `npm run admin -- exams <verb>`: 0 done, 1 refused, 2 not understood. */
export const examCommands: Record<string, Command> = {
  maintenance: {
    usage: 'exams maintenance <starts> <ends>   as 2026-11-22T20:00 by Vietnamese clocks, or with an offset or Z',
    run: maintenance,
  },
  'withdraw-maintenance': {
    usage: 'exams withdraw-maintenance <starts> <ends>   as it was announced; one under way ends now',
    run: withdrawal,
  },
  'more-time': {
    usage: 'exams more-time <username> <percent> "<reason>"   for all their exams; 0 takes it back',
    run: moreTime,
  },
  'accept-late': {
    usage: 'exams accept-late <attempt> <question> "<reason>"   counts an answer that came too late',
    run: lateAnswer,
  },
}

async function maintenance([starts = '', ends = '', ...rest]: string[]): Promise<number> {
  const [startsAt, endsAt] = [momentFrom(starts), momentFrom(ends)]
  if (!startsAt || !endsAt || rest.length > 0) return misunderstood('maintenance')
  const announced = await announceMaintenance('command-line', startsAt, endsAt)
  if (!announced || 'refusal' in announced) return refused('a window ends after it starts and lasts at most 7 days')
  say(`Announced: ${formatMoment(startsAt, 'en')} to ${formatMoment(endsAt, 'en')}.`)
  return say(`Attempts moved: ${announced.moved}`)
}

async function withdrawal([starts = '', ends = '', ...rest]: string[]): Promise<number> {
  const [startsAt, endsAt] = [momentFrom(starts), momentFrom(ends)]
  if (!startsAt || !endsAt || rest.length > 0) return misunderstood('withdraw-maintenance')
  const windows = (await announcedMaintenance('command-line')) ?? []
  const window = windows.find(
    (one) => Number(one.startsAt) === Number(startsAt) && Number(one.endsAt) === Number(endsAt),
  )
  const outcome = window && (await withdrawMaintenance('command-line', window.id))
  if (!outcome) return refused('no such maintenance was announced')
  if ('refusal' in outcome) return refused('that maintenance is over')
  if ('ended' in outcome) return say('Ended now. What it gave stays given.')
  say('Withdrawn.')
  return say(`Attempts moved back: ${outcome.withdrawn.moved}`)
}

async function moreTime([username = '', percent = '', ...reason]: string[]): Promise<number> {
  if (username === '' || !/^\d{1,4}$/.test(percent)) return misunderstood('more-time')
  const person = await personNamed('command-line', username)
  const given = person && (await allowMoreTime('command-line', person.id, Number(percent), reason.join(' ')))
  if (!given) return refused(`nobody is called ${username}`)
  if ('refusal' in given)
    return refused(given.refusal === 'no-reason' ? 'a reason is needed' : 'the share is a whole number from 0 to 300')
  say(`${username}: ${percent}% more time in every exam`)
  return say(`Attempts moved: ${given.moved}`)
}

async function lateAnswer([attempt = '', question = '', ...reason]: string[]): Promise<number> {
  if (attempt === '' || question === '') return misunderstood('accept-late')
  const accepted = await acceptLate('command-line', attempt, question, reason.join(' '))
  if (!accepted) return refused('there is no such late answer')
  if ('refusal' in accepted)
    return refused(accepted.refusal === 'no-reason' ? 'a reason is needed' : 'the answer in time is worth more')
  return say(`Accepted: ${accepted.credit / 10}% of the credit, ${accepted.isPassed ? 'passed' : 'not passed'}`)
}

function misunderstood(verb: string): number {
  process.stderr.write(`Usage: ${examCommands[verb]?.usage}\n`)
  return 2
}

function refused(why: string): number {
  process.stderr.write(`Refused: ${why}\n`)
  return 1
}

function say(line: string): number {
  process.stdout.write(`${line}\n`)
  return 0
}
