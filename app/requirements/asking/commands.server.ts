import { parseArgs } from 'node:util'
import { standBehind } from '#app/db/stand-behind.server.ts'
import { dayOf, formatDay } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { allRequirements } from '#app/requirements/asking/all-requirements.server.ts'
import { endRequirement } from '#app/requirements/asking/end-requirement.server.ts'
import { previewRequirement } from '#app/requirements/asking/preview-requirement.server.ts'
import { publishRequirement } from '#app/requirements/asking/publish-requirement.server.ts'
import { requirementPage } from '#app/requirements/asking/requirement-page.server.ts'
import { windowInFull } from '#app/requirements/asking/window-words.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'

type Asked = { words: string[]; isJson: boolean; unit: string | null; from: string | null }
type Verb = { usage: string; words: number; does(asked: Asked): Promise<number> }

const verbs: Record<string, Verb> = {
  list: { usage: 'list [--unit <code>] [--json]   what is asked, by one unit or by all', words: 0, does: list },
  show: { usage: 'show <requirement> [--json]', words: 1, does: show },
  preview: { usage: 'preview <requirement> [--json]   whom a draft would ask today', words: 1, does: preview },
  publish: { usage: 'publish <requirement> [--json]   asks it from today on', words: 1, does: publish },
  end: {
    usage:
      'end <requirement> "<reason>" [--from <YYYY-MM-DD>] [--json]   asked of nobody any more, from today or a later day',
    words: 2,
    does: end,
  },
  recompute: {
    usage: 'recompute [--json]   works out anew how everybody stands today; days that are past stay as reported',
    words: 0,
    does: recompute,
  },
}

/** `npm run admin -- requirements <verb>`: the verbs of the pages; 0 done, 1 refused, 2 not understood. */
export const requirementsCommands = Object.fromEntries(
  Object.entries(verbs).map(([name, verb]) => [
    name,
    { usage: `requirements ${verb.usage}`, run: (args: string[]) => run(verb, args) },
  ]),
)

async function run(verb: Verb, args: string[]): Promise<number> {
  const asked = optionsIn(args)
  if (asked?.words.length === verb.words) return verb.does(asked)
  process.stderr.write(`Usage: requirements ${verb.usage}\n`)
  return 2
}

function optionsIn(args: string[]): Asked | null {
  try {
    const text = { type: 'string' } as const
    const options = { json: { type: 'boolean' }, unit: text, from: text } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const { json, unit, from } = values
    return { words: positionals, isJson: json === true, unit: unit ?? null, from: from ?? null }
  } catch {
    return null
  }
}

const words = messages('en').asking
const nobodys = 'there is no such requirement'

async function list({ unit, isJson }: Asked): Promise<number> {
  const all = await allRequirements('command-line', unit)
  if (!all) return refused(`no unit has the code ${unit} today`)
  return tell(
    isJson,
    all,
    all.map((one) => `${one.id}  ${one.state.padEnd(6)}  ${one.decisionNumber || '–'}  ${one.unitName}: ${one.title}`),
  )
}

async function show({ words: [id = ''], isJson }: Asked): Promise<number> {
  const page = await requirementPage('command-line', id)
  if (!page) return refused(nobodys)
  const { title, state, askedBy, decisionNumber, decisionDay, courses, clauses, names, endReason, toDay } = page
  return tell(isJson, page, [
    `${title} (${state})`,
    `Asked by: ${askedBy.name}, ${decisionNumber || 'no decision yet'}${decisionDay ? ` of ${decisionDay}` : ''}`,
    `Until: ${windowInFull(page, words, 'en')}`,
    `Courses: ${courses.map(({ slug }) => slug).join(', ')}`,
    ...clauses.map(({ unit, withBelow }) => `Asks: ${unit.name}${withBelow ? ' and what is below it' : ''}`),
    `By name: ${names}`,
    ...(endReason ? [`Ends: ${toDay}, ${endReason}`] : []),
  ])
}

async function preview({ words: [id = ''], isJson }: Asked): Promise<number> {
  const seen = await previewRequirement('command-line', id)
  if (!seen) return refused('there is no such draft')
  const { people, done, unreachable, units, own, elsewhere } = seen
  return tell(isJson, seen, [
    `Would ask ${people} people: ${done} have done it, ${unreachable} can be reached neither by phone nor by e-mail`,
    ...units.map((unit) => `  ${unit.people}  ${unit.name}`),
    ...(own > 0 ? [`  ${own}  the unit itself`] : []),
    ...(elsewhere > 0 ? [`  ${elsewhere}  elsewhere`] : []),
  ])
}

async function publish({ words: [id = ''], isJson }: Asked): Promise<number> {
  const outcome = await publishRequirement('command-line', id)
  if (!outcome) return refused(nobodys)
  if ('problems' in outcome) return refused(outcome.problems.map((problem) => words.problems[problem]).join(' '))
  return tell(isJson, outcome, [`Published, asked from ${formatDay(dayOf(outcome.publishedAt), 'en')} on.`])
}

async function end({ words: [id = '', reason = ''], from, isJson }: Asked): Promise<number> {
  const outcome = await endRequirement('command-line', id, { day: from ?? dayOf(new Date()), reason })
  if (!outcome) return refused(`${nobodys} that is published`)
  if ('problem' in outcome) return refused(words.problems[outcome.problem])
  return tell(isJson, outcome, [`Asked of nobody from ${formatDay(outcome.toDay, 'en')} on.`])
}

async function recompute({ isJson }: Asked): Promise<number> {
  standBehind()
  const kept = await keepStandings({ isWhole: true, isGentle: true })
  if (!kept) return refused('another process is keeping standings: try again in a minute')
  return tell(isJson, kept, [`Looked at ${kept.people} people, ${kept.changed} stand otherwise than was noted.`])
}

function tell(isJson: boolean, outcome: unknown, lines: string[]): number {
  process.stdout.write(isJson ? `${JSON.stringify(outcome, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''))
  return 0
}

function refused(why: string): number {
  process.stderr.write(`Refused: ${why}\n`)
  return 1
}
