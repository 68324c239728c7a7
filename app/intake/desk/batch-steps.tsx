import { useWords } from '#app/i18n/words.tsx'
import type { BatchState } from '#app/intake/batch.ts'

const steps = ['upload', 'columns', 'check', 'commit', 'done'] as const

/** How far a list is: of five steps, those behind, the one it stands at, and those to come. */
export function BatchSteps({ state }: { state: BatchState }) {
  const t = useWords().intake.desk.steps
  const here = stepOf(state)
  if (here === null) return null
  return (
    <ol className="way" aria-label={t.name}>
      {steps.map((step, at) => (
        <li
          key={step}
          className={at < here ? 'done' : at === here ? 'now' : undefined}
          aria-current={at === here ? 'step' : undefined}
        >
          {t[step]}
        </li>
      ))}
    </ol>
  )
}

function stepOf(state: BatchState): number | null {
  if (state === 'uploaded' || state === 'failed') return 0
  if (state === 'understood') return 1
  if (state === 'checking' || state === 'checked') return 2
  if (state === 'committing') return 3
  return state === 'committed' ? 4 : null
}
