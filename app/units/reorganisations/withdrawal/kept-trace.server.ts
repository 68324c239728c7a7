import { deflateSync, inflateSync } from 'node:zlib'
import { z } from 'zod'
import { type Trace, traceIn } from '#app/units/reorganisations/withdrawal/trace.ts'

/**
 * A trace as it stands in the details of a decision: its rows say the same over and over, so that deflated they take a
 * tenth of the room. A merger of 20,000 people would otherwise put 26 MB into one row.
 */
export function packed(trace: Trace): { packed: string } {
  return { packed: deflateSync(JSON.stringify(trace), { level: 3 }).toString('base64') }
}

const details = z.object({ packed: z.string() })

/** The trace in the details of a reorganisation, packed or as it was kept before; null when it has none. */
export function keptTrace(value: unknown): Trace | null {
  const found = details.safeParse(value).data
  if (!found) return traceIn(value)
  return traceIn({ trace: JSON.parse(inflateSync(Buffer.from(found.packed, 'base64')).toString()) })
}
