import { useWords } from '#app/i18n/words.tsx'
import { Html } from '#app/questions/html.tsx'
import { letter } from '#app/questions/matching/letter.ts'
import { Rights } from '#app/questions/matching/rights.tsx'
import type { MatchingAnswer, MatchingAsk } from '#app/questions/matching/spec.ts'

type Props = { id: string; ask: MatchingAsk; answer: MatchingAnswer | null }

/** A list to choose from beside each left side. The right sides stand above in full: a narrow list cuts long ones. */
export function MatchFields({ id, ask, answer }: Props) {
  const { questions: t } = useWords()
  return (
    <div className="match">
      <Rights ask={ask} />
      <ul className="plain moves">
        {ask.lefts.map((left) => (
          <li className="move" key={left.id}>
            <label htmlFor={`match-${id}-${left.id}`}>
              <Html of={left.html} />
            </label>
            <select
              id={`match-${id}-${left.id}`}
              name={`answer.${id}.${left.id}`}
              defaultValue={answer?.[left.id] ?? ''}
            >
              <option value="">{t.choose}</option>
              {ask.rights.map((right, place) => (
                <option key={right.id} value={right.id}>
                  {letter(place)}. {right.text}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </div>
  )
}
