import { and, eq } from 'drizzle-orm'
import { type Transaction, write } from '#app/db/db.server.ts'
import { rowsStatement } from '#app/db/rows-statement.server.ts'
import { yearOf } from '#app/i18n/day.ts'
import { noCounts } from '#app/intake/batch.ts'
import { fileOf } from '#app/intake/batch-file.server.ts'
import { forgetRows } from '#app/intake/forget-rows.server.ts'
import { keptRow } from '#app/intake/kept-row.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import type { PassedRow, PersonRow } from '#app/intake/reading/person-row.ts'
import { type ReadLimits, readList } from '#app/intake/reading/read-list.server.ts'
import { intakeBatches, intakeRows } from '#app/intake/schema.ts'
import { type Sealed, seal } from '#app/people/identity-cipher.server.ts'
import { type IdentityKeys, identityKeys } from '#app/people/identity-keys.server.ts'
import { readyIdentityKeys } from '#app/people/ready-identity-keys.server.ts'

const passedKept = 200

/** A worker's first part: uploaded → understood, or failed with the refusal. Begun again when it was broken off. */
export async function readBatch(
  batch: Batch,
  alive: () => Promise<boolean>,
  now: Date,
  within: ReadLimits = {},
): Promise<void> {
  await forgetRows(batch.id)
  const keys = (await readyIdentityKeys()) ? identityKeys() : null
  const stop = new AbortController()
  const passed: PassedRow[] = []
  let people = 0
  const job = { path: fileOf(batch.id), sheet: batch.sheet ?? undefined, choices: batch.choices ?? undefined }
  const outcome = await readList(
    { ...job, latestYear: yearOf(now) },
    {
      onPlan: (source, plan) => change(batch.id, { source, plan }),
      async onBatch(found) {
        passed.push(...found.passed.slice(0, passedKept - passed.length))
        people += found.people.length
        const rows = found.people.map((person) => ({
          batchId: batch.id,
          row: person.row,
          understood: keptRow(person),
          identity: sealedNumber(person, keys),
        }))
        const counts = { ...noCounts, people }
        const isWanted = await write(async (tx) => {
          if (!(await isUploaded(tx, batch.id))) return false
          await insertRows(tx, rows)
          await tx.update(intakeBatches).set({ counts, changedAt: new Date() }).where(eq(intakeBatches.id, batch.id))
          return true
        })
        if (!isWanted || !(await alive())) stop.abort()
      },
    },
    { ...within, signal: stop.signal },
  )
  if (stop.signal.aborted) return
  if ('refusal' in outcome) {
    await forgetRows(batch.id)
    return change(batch.id, { state: 'failed', problem: outcome, passed, counts: noCounts })
  }
  await change(batch.id, { state: 'understood', passed, counts: { ...noCounts, ...outcome } })
}

const insertRows = rowsStatement(intakeRows, ['batchId', 'row', 'understood', 'identity'], (tx, rows) =>
  tx.insert(intakeRows).values(rows),
)

/** Without the keys of this database no number is kept: what could not be found again would only be a risk. */
function sealedNumber({ person: { personalId } }: PersonRow, keys: IdentityKeys | null): Sealed | null {
  return personalId === null || keys === null ? null : seal(personalId, keys)
}

/** Only while nobody has called it off. */
async function change(batchId: string, values: Partial<Batch>): Promise<void> {
  await write((tx) =>
    tx
      .update(intakeBatches)
      .set({ ...values, changedAt: new Date() })
      .where(and(eq(intakeBatches.id, batchId), eq(intakeBatches.state, 'uploaded'))),
  )
}

async function isUploaded(tx: Transaction, batchId: string): Promise<boolean> {
  const [row] = await tx.select({ state: intakeBatches.state }).from(intakeBatches).where(eq(intakeBatches.id, batchId))
  return row?.state === 'uploaded'
}
