import { randomUUID } from 'node:crypto'
import { asc, inArray } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dueStates } from '#app/intake/batch.ts'
import { judgeBatch } from '#app/intake/judge-batch.server.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { readBatch } from '#app/intake/read-batch.server.ts'
import { intakeBatches } from '#app/intake/schema.ts'
import { takeBackBatch } from '#app/intake/take-back-batch.server.ts'
import { takeInBatch } from '#app/intake/take-in-batch.server.ts'
import { leaveLease, takeLease } from '#app/messages/lease.server.ts'

const leaseName = 'take-people-in'
/** Longer than any one write; a worker that was killed is followed after this time. */
const leaseMs = 20_000
const renewedAfterMs = 5_000

type Options = { signal?: AbortSignal; onProblem?: (problem: unknown) => void }

/** Whether any list waits for a worker. */
export async function isWorkDue(): Promise<boolean> {
  return (await dueBatches()).length > 0
}

/**
 * Does what is due for lists, one list after the other, the oldest first, whoever else tries at the same time: two lists
 * with the same people make nobody twice. False: another worker is at it.
 */
export async function workDue({ signal, onProblem }: Options = {}): Promise<boolean> {
  const holder = randomUUID()
  if (!(await takeLease(leaseName, holder, leaseMs))) return false
  const alive = livingUntil(holder, signal)
  const broken = new Set<string>()
  try {
    for (;;) {
      const batch = (await dueBatches()).find(({ id }) => !broken.has(id))
      if (!batch || !(await alive())) return true
      try {
        await parts[batch.state](batch, alive, new Date())
      } catch (problem) {
        // One list that cannot be worked on does not hold up the others; it is tried again with the next run.
        broken.add(batch.id)
        if (!onProblem) throw problem
        onProblem(problem)
      }
    }
  } finally {
    await leaveLease(leaseName, holder)
  }
}

type Due = Batch & { state: (typeof dueStates)[number] }

const parts: Record<Due['state'], (batch: Batch, alive: () => Promise<boolean>, now: Date) => Promise<void>> = {
  uploaded: readBatch,
  checking: judgeBatch,
  committing: takeInBatch,
  undoing: takeBackBatch,
}

async function dueBatches(): Promise<Due[]> {
  const rows = await db
    .select()
    .from(intakeBatches)
    .where(inArray(intakeBatches.state, [...dueStates]))
    .orderBy(asc(intakeBatches.changedAt), asc(intakeBatches.id))
    .limit(20)
  return rows.filter(isDue)
}

function isDue(batch: Batch): batch is Due {
  return dueStates.some((state) => state === batch.state)
}

/** Renews the lease now and then; false when it was lost, or the worker is to stop. */
function livingUntil(holder: string, signal?: AbortSignal) {
  let renewedAt = Date.now()
  return async () => {
    if (signal?.aborted) return false
    if (Date.now() - renewedAt < renewedAfterMs) return true
    renewedAt = Date.now()
    return takeLease(leaseName, holder, leaseMs)
  }
}
