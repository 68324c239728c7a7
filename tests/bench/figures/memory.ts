import type { Context } from '#tests/bench/context.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'

/** What the largest process held after its load, over all servers of this run. */
export async function measureMemory({ memory }: Context): Promise<Figure[]> {
  const largest = memory.toSorted((one, other) => other.megabytes - one.megabytes)[0]
  if (!largest) throw new Error('no server was measured: choose another figure too')
  const held = memory.map((one) => [`${one.after}, ${one.process}`, Math.round(one.megabytes)] as const)
  return [
    figure({
      name: 'memory of a process after the run',
      value: largest.megabytes,
      unit: 'MB',
      aim: { atMost: 300 },
      details: Object.fromEntries(held.toSorted(([, one], [, other]) => one - other)),
    }),
  ]
}
