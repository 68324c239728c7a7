import { startBare } from '#tests/bench/bare.ts'
import { compare } from '#tests/bench/compare.ts'
import type { Context } from '#tests/bench/context.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import type { User } from '#tests/bench/get-load.ts'
import { load } from '#tests/bench/load.ts'
import type { Serving } from '#tests/bench/serving.ts'

type Wish = { name: string; users: User[]; aim: number; connections?: number }

/** Requests a second of one process on one core, beside a bare server sending the same bytes. */
export async function againstBare(context: Context, server: Serving, wish: Wish): Promise<Figure> {
  const { name, aim, users, connections = 64 } = wish
  const bare = await startBare(context, server.port, users[0] ?? { path: '/' })
  try {
    const seen = await compare(
      context,
      () => load(context, bare, { users, connections }),
      () => load(context, server, { users, connections }),
    )
    return figure({
      name,
      value: seen.value,
      unit: 'requests/s',
      limit: { name: 'bare node:http, same bytes', value: seen.limit },
      ratio: seen.ratio,
      aim: { atLeast: aim },
      details: {
        bytes: bare.bytes,
        'p95 ms': seen.p95,
        'server CPU µs': seen.cpuMicros,
        'bare CPU µs': seen.limitCpuMicros,
        'ratio by CPU time': seen.limitCpuMicros / seen.cpuMicros,
      },
    })
  } finally {
    bare.stop()
  }
}
