import { constants, cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ComparedYear, CompareYear } from '#tests/bench/compare-year.ts'
import { type Context, dataIn } from '#tests/bench/context.ts'
import { type Figure, figure, median } from '#tests/bench/figure.ts'
import { runJob } from '#tests/bench/job.ts'
import type { LivedYear, LiveYear } from '#tests/bench/live-year.ts'
import { madeProvince } from '#tests/bench/made-province.ts'
import type { Differences } from '#tests/year/differences.ts'
import { yearServers } from '#tests/year/servers.ts'

/** A letter takes a tenth of a second: that long the mail server listens for whoever speaks before it does. */
const wholeYear: LiveYear = { firstDay: '2026-01-01', lastDay: '2026-12-31', reached: '04' }
/** In which everybody in office is to be done. */
const june: LiveYear = { firstDay: '2026-06-01', lastDay: '2026-07-06', reached: '04' }

/** A year of reminders over the whole demonstration province; quick: its fullest weeks, with fewer letters. */
export async function measureYear(context: Context): Promise<Figure[]> {
  const made = await madeProvince()
  const data = mkdtempSync(join(context.folder, 'year-'))
  cpSync(made.folder, data, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const servers = await yearServers()
  const timer = setInterval(servers.gather, 500)
  try {
    const env = { ...dataIn(data), SMTP_URL: servers.smtpUrl, GATEWAY_URL: servers.gatewayUrl }
    const settings = { folder: context.folder, env }
    const lived = await runJob<LivedYear>('live-year.ts', context.options.isQuick ? june : wholeYear, settings)
    const received = join(data, 'received.json')
    writeFileSync(received, JSON.stringify([...servers.gather()]))
    const asked: CompareYear = { runs: lived.runs, received }
    const compared = await runJob<ComparedYear>('compare-year.ts', asked, settings)
    return [...rightFigures(compared), ...costFigures(lived)]
  } finally {
    clearInterval(timer)
    await servers.close()
  }
}

const name = (what: string) => `a year of reminders: ${what}`

function rightFigures({ differences, kinds }: ComparedYear): Figure[] {
  const whats = {
    steps: 'steps of the ladder',
    learners: 'learners told',
    reports: 'lists for heads and agencies',
    messages: 'messages made',
    sent: 'messages that servers got',
  }
  return Object.entries(whats).map(([key, what]) =>
    wrongFigure(what, differences[key], key === 'steps' ? kinds : undefined),
  )
}

function wrongFigure(what: string, found: Differences | undefined, more: Record<string, number> = {}): Figure {
  const { expected = 0, missing = ['all'], wrong = [], double = [] } = found ?? {}
  const [first = 'none'] = [...missing, ...wrong, ...double]
  return figure({
    name: name(`${what}, missing, wrong or double`),
    value: missing.length + wrong.length + double.length,
    unit: 'lines',
    aim: { atMost: 0 },
    details: { expected, missing: missing.length, wrong: wrong.length, double: double.length, first, ...more },
  })
}

function costFigures({ days, runs, memoryMB }: LivedYear): Figure[] {
  const worst = days.reduce((one, other) => (other.run.cpuSeconds > one.run.cpuSeconds ? other : one))
  const sent = days.reduce((sum, day) => sum + day.sent, 0)
  const delivering = days.reduce((sum, { delivery }) => sum + delivery.cpuSeconds, 0)
  const told = days.reduce((sum, { people }) => sum + people, 0)
  const remembered = { days: days.length, runs: runs.length, told, 'memory MB': memoryMB }
  return [
    figure({
      name: name('processor time of a run, the worst day'),
      value: worst.run.cpuSeconds,
      unit: 's',
      aim: { atMost: 120 },
      details: {
        day: worst.day,
        people: worst.people,
        seconds: worst.run.seconds,
        'median CPU s': median(days.map(({ run }) => run.cpuSeconds)),
        'all CPU s': days.reduce((sum, { run }) => sum + run.cpuSeconds, 0),
        ...remembered,
      },
    }),
    figure({
      name: name('processor time of a message sent'),
      value: (delivering / sent) * 1000,
      unit: 'ms',
      aim: { atMost: 5 },
      details: {
        sent,
        'CPU s': delivering,
        seconds: days.reduce((sum, { delivery }) => sum + delivery.seconds, 0),
        'most a day': Math.max(...days.map((day) => day.sent)),
      },
    }),
  ]
}
