import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { environment } from '#app/db/environment.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { keepLogo } from '#app/web/logo.server.ts'
import { inForce, type Settings } from '#app/web/settings.ts'
import { readSettings } from '#app/web/settings-file.server.ts'

const entries = readOrStop()

/** What pages and papers print on a day in Vietnam. */
export function settingsOn(day: Day): Settings {
  return inForce(entries, day)
}

export function settingsNow(): Settings {
  return settingsOn(dayOf(new Date()))
}

/** The operator's own file wins over the one that ships. A wrong file stops the start, as a wrong environment does. */
function readOrStop(): Settings[] {
  const own = join(environment.DATA_DIR, 'settings.yaml')
  const file = resolve(existsSync(own) ? own : join('content', 'settings.yaml'))
  try {
    const read = readSettings(readFileSync(file, 'utf8'), file)
    return read.map((entry) => (entry.logo ? { ...entry, logo: keepLogo(entry.logo) } : entry))
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
    process.exit(78)
  }
}
