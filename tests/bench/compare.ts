import type { Context } from '#tests/bench/context.ts'
import { median } from '#tests/bench/figure.ts'

type Rate = { perSecond: number; p95?: number; cpuMicros?: number }

/** Limit and figure in turn, so that both meet the same neighbours on the machine: the ratio is the median of the rounds'. */
export async function compare<Limit extends Rate, Value extends Rate>(
  { options }: Context,
  limit: (round: number) => Promise<Limit>,
  value: (round: number) => Promise<Value>,
) {
  const rounds: Array<{ limit: Limit; value: Value }> = []
  for (let round = 0; round < options.rounds; round++)
    rounds.push({ limit: await limit(round), value: await value(round) })
  const middle = (pick: (round: { limit: Limit; value: Value }) => number) => median(rounds.map(pick))
  return {
    limit: middle((round) => round.limit.perSecond),
    value: middle((round) => round.value.perSecond),
    ratio: middle((round) => round.value.perSecond / round.limit.perSecond),
    p95: middle((round) => round.value.p95 ?? Number.NaN),
    cpuMicros: middle((round) => round.value.cpuMicros ?? Number.NaN),
    limitCpuMicros: middle((round) => round.limit.cpuMicros ?? Number.NaN),
  }
}
