import { useWords } from '#app/i18n/words.tsx'
import type { AskedGap } from '#app/questions/gap/spec.ts'

type Props = { id: string; gap: AskedGap; given: string }

/** A gap within a sentence: a box to type into or a list to choose from, with its own name. */
export function GapField({ id, gap, given }: Props) {
  const { questions: t } = useWords()
  const field = { id: `gap-${id}-${gap.gap}`, name: `answer.${id}.${gap.gap}`, defaultValue: given }
  return (
    <span className="gap">
      <label htmlFor={field.id}>
        <span className="hide">{t.blank(gap.gap)}</span>
        <span aria-hidden="true">{gap.gap}</span>
      </label>
      {gap.by === 'typing' ? (
        <input {...field} type="text" maxLength={200} autoComplete="off" autoCapitalize="off" spellCheck={false} />
      ) : (
        <select {...field}>
          <option value="">{t.choose}</option>
          {gap.choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </span>
  )
}
