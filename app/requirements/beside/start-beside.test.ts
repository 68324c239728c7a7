import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayOf } from '#app/i18n/day.ts'
import { startBeside } from '#app/requirements/beside/start-beside.server.ts'
import { isKeepingDue } from '#app/requirements/keeping/is-keeping-due.server.ts'
import { aCertifiedEdition } from '#tests/certificates.ts'
import { aMember } from '#tests/people.ts'
import { aCourseOf, aRequirement } from '#tests/requirements.ts'
import { aMembership, aUnit } from '#tests/units.ts'

test('standings are kept in a process of its own; where it is killed another goes on, and none is left behind', {
  timeout: 120_000,
}, async () => {
  const unitId = await aUnit()
  await aRequirement({ unitId, courseIds: [await aCourseOf(await aCertifiedEdition())] })
  const stop = startBeside()
  const first = await until(async () => processesBeside()[0])
  await keptBy(unitId)
  process.kill(first, 'SIGKILL')
  const second = await until(async () => processesBeside().find((id) => id !== first))
  await keptBy(unitId)
  expect(second).not.toBe(first)
  await stop()
  expect(processesBeside()).toEqual([])
})

test('whoever is stopped while it begins ends too', async () => {
  const stop = startBeside()
  await stop()
  expect(processesBeside()).toEqual([])
})

/** Somebody joins, and is seen. */
async function keptBy(unitId: string) {
  await aMembership({ unitId, personId: (await aMember()).id })
  expect(await isKeepingDue(dayOf(new Date()))).toBe(true)
  await until(async () => !(await isKeepingDue(dayOf(new Date()))) || undefined)
}

function processesBeside(): number[] {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)
  return children.filter((id) => commandOf(id).includes('beside-serving')).map(Number)
}

/** Empty: it has ended meanwhile. */
function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

async function until<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((wake) => setTimeout(wake, 50))
  }
}
