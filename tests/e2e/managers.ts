import type { Browser } from 'playwright-core'
import { z } from 'zod'
import { aReader } from '#tests/e2e/browsing.ts'
import { signedUp } from '#tests/e2e/people.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import type { Serving } from '#tests/e2e/serving.ts'

const idSchema = z.object({ id: z.string() })

/** Managers and people of units that are made for a test, on its stage. */
export function managersOf({ server, browser }: { server: Serving; browser: Browser }) {
  const records = recordsIn(server.folder)

  /** Somebody who was made the manager of a new unit today, and opened a browser. */
  async function aManager(unitName: string, type: string, options: Parameters<Browser['newContext']>[0]) {
    const reader = await aReader(browser, options)
    await signedUp(reader.context, server.url)
    const manager = lastPerson()
    records.change("UPDATE people SET role = 'manager' WHERE id = ?", manager)
    const unit = records.aUnit(unitName, type)
    records.change("UPDATE role_holdings SET role = 'manager' WHERE id = ?", records.aHolding(manager, unit))
    return { ...reader, unit }
  }

  /** Somebody with an account and a place in a unit. */
  async function somebodyIn(unit: string) {
    const { context } = await aReader(browser)
    const { fullName } = await signedUp(context, server.url)
    await context.close()
    const id = lastPerson()
    records.aMembership(id, unit)
    return { id, fullName }
  }

  function lastPerson(): string {
    const rows = records.read(idSchema, 'SELECT id FROM people ORDER BY created_at DESC, id DESC LIMIT 1')
    return rows[0]?.id ?? ''
  }

  return { aManager, somebodyIn }
}
