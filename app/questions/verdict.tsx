import { useWords } from '#app/i18n/words.tsx'
import type { Mark } from '#app/questions/question.ts'
import { Icon } from '#app/ui/icon.tsx'

/** How the whole answer was, in one line. */
export function Verdict({ mark }: { mark: Mark | null }) {
  const { questions: t } = useWords()
  const outcome = outcomeOf(mark)
  return (
    <p className={`verdict ic ${outcome}`}>
      <Icon name={outcome === 'right' ? 'check' : outcome === 'wrong' ? 'cross' : 'flag'} />
      <strong>{t.verdict[outcome]}</strong>
    </p>
  )
}

function outcomeOf(mark: Mark | null): 'right' | 'partly' | 'wrong' | 'none' {
  if (!mark) return 'none'
  if (mark.isRight) return 'right'
  return mark.credit > 0 ? 'partly' : 'wrong'
}
