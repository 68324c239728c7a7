import { BoxProblem } from '#app/ui/box-problem.tsx'

type Props = {
  name: string
  label: string
  options: ReadonlyArray<{ value: string; label: string }>
  defaultValue?: string | undefined
  problem?: string | undefined
  /** The first line, which chooses nothing. */
  empty?: string
}

/** A list to choose one from. The id is the name, so that a list of problems can point here. */
export function SelectField({ name, label, options, defaultValue = '', problem, empty }: Props) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-problem` : undefined}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map(({ value, label: said }) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
      <BoxProblem name={name} problem={problem} />
    </div>
  )
}
