import type { InputHTMLAttributes } from 'react'
import { BoxProblem } from '#app/ui/box-problem.tsx'

type Props = {
  label: string
  name: string
  /** An example, under the label. */
  eg?: string
  /** What is wrong with what was typed, and how to mend it. */
  problem?: string
} & InputHTMLAttributes<HTMLInputElement>

/** Label, example, box, problem: one under the other. The id is the name, so that a list of problems can point here. */
export function Field({ label, name, eg, problem, ...input }: Props) {
  const described = [eg ? `${name}-eg` : '', problem ? `${name}-problem` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {eg ? (
        <span className="eg" id={`${name}-eg`}>
          {eg}
        </span>
      ) : null}
      <input
        id={name}
        name={name}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
        {...input}
      />
      <BoxProblem name={name} problem={problem} />
    </div>
  )
}
