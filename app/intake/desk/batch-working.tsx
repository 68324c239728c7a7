import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { Counts } from '#app/intake/batch.ts'
import { WorkUnderWay } from '#app/ui/work-under-way.tsx'

export type Working = {
  state: 'uploaded' | 'checking' | 'committing' | 'undoing'
  phase: 'make' | 'join' | 'name' | null
  counts: Counts
}

type Props = Working & {
  /** The page of the list, to be looked at again. */
  address: string
  /** The page script looks again; without one the page does by itself. */
  isScripted: boolean
}

/** What is going on, how far it is, and that nobody needs to wait for it. */
export function BatchWorking({ address, isScripted, ...working }: Props) {
  const t = useWords().intake.desk.working
  const locale = useLocale()
  const number = (count: number) => formatNumber(count, locale)
  return (
    <WorkUnderWay
      {...{ address, isScripted, ...progressOf(working) }}
      title={t[working.state]}
      said={saidOf(working, number, t)}
      leave={t.leave}
      look={t.look}
    />
  )
}

type Words = ReturnType<typeof useWords>['intake']['desk']['working']

function saidOf(working: Working, number: (count: number) => string, t: Words): string {
  const { state, phase, counts } = working
  if (state === 'uploaded') return t.read(number(counts.people))
  if (state === 'committing' && phase === 'name') return t.naming
  if (state === 'committing' && phase !== 'join') return t.looking
  const say = state === 'committing' ? t.joining : t.of
  const { done, all } = progressOf(working)
  return say(number(done), number(all))
}

function progressOf({ state, counts }: Working): { done: number; all: number } {
  const { people, verdicts, made, joined, removed, kept } = counts
  const judged = verdicts.new + verdicts.matched + verdicts.conflict + verdicts.refused
  if (state === 'checking') return { done: Math.min(judged, people), all: people }
  if (state === 'undoing') return { done: removed + kept, all: made }
  if (state !== 'committing') return { done: 0, all: 0 }
  return { done: joined, all: Math.max(joined, verdicts.new + verdicts.matched) }
}
