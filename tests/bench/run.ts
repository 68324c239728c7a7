import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Context, seedWorld } from '#tests/bench/context.ts'
import type { Figure } from '#tests/bench/figure.ts'
import { machineFacts } from '#tests/bench/machine.ts'
import { longMeasures, measures } from '#tests/bench/measures.ts'
import { readOptions } from '#tests/bench/options.ts'
import { tableOf } from '#tests/bench/table.ts'
import { setUp } from '../../bin/set-up.mjs'

/** Builds if the build is stale, seeds, measures, prints, writes. Ends with 1 if something could not be measured or an answer was lost. */
const options = readOptions({ usual: [...measures.keys()], long: [...longMeasures.keys()] })
await setUp()
const folder = mkdtempSync(join(tmpdir(), 'ben-so-bench-'))
const startedAt = new Date()
const failures: Array<{ measure: string; problem: string }> = []
const figures: Figure[] = []
try {
  say('Seeding …')
  const context: Context = { options, folder, world: await seedWorld(folder), memory: [] }
  for (const name of options.only) figures.push(...(await measureOr(name, context)))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
say(`\n${tableOf(figures)}\n`)
for (const { measure, problem } of failures) say(`${measure} could not be measured: ${problem}`)
if (!options.isQuick && failures.length === 0 && [...measures.keys()].every((name) => options.only.includes(name)))
  keep()
const lost = figures.filter(({ name }) => name.includes('lost')).reduce((sum, { value }) => sum + value, 0)
say(`Acknowledged answers lost: ${lost}`)
process.exit(failures.length > 0 || lost > 0 ? 1 : 0)

async function measureOr(name: string, context: Context): Promise<Figure[]> {
  say(`Measuring ${name} …`)
  try {
    const measured = await ((measures.get(name) ?? longMeasures.get(name))?.(context) ?? [])
    for (const { name, value, unit, ratio, details } of measured)
      say(
        `  ${name}: ${value.toFixed(1)} ${unit}${ratio === null ? '' : `, ratio ${ratio.toFixed(3)}`} ${JSON.stringify(details)}`,
      )
    return measured
  } catch (problem) {
    failures.push({ measure: name, problem: String(problem) })
    return []
  }
}

function keep() {
  const file = join(dirname(fileURLToPath(import.meta.url)), 'results.json')
  mkdirSync(dirname(file), { recursive: true })
  const { rounds, seconds } = options
  const results = { at: startedAt.toISOString(), machine: machineFacts(), rounds, seconds, figures }
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
}

function say(words: string) {
  process.stdout.write(`${words}\n`)
}
