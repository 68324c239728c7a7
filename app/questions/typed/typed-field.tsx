import type { InputHTMLAttributes } from 'react'

type Props = { id: string; label: string; answer: string | null } & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'inputMode' | 'maxLength'
>

/** One line to type into. Its width is always the same: it says nothing of what belongs there. */
export function TypedField({ id, label, answer, ...input }: Props) {
  return (
    <div className="field">
      <label htmlFor={`typed-${id}`}>{label}</label>
      <input
        id={`typed-${id}`}
        name={`answer.${id}`}
        type="text"
        defaultValue={answer ?? ''}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...input}
      />
    </div>
  )
}
