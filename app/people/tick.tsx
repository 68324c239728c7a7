import { BoxProblem } from '#app/ui/box-problem.tsx'

type Props = { name: string; label: string; problem?: string | undefined; isTicked?: boolean }

/** One box to tick. Never ticked beforehand but to show what stands or what was just sent. */
export function Tick({ name, label, problem, isTicked = false }: Props) {
  return (
    <div>
      <label className="tick" htmlFor={name}>
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          defaultChecked={isTicked}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${name}-problem` : undefined}
        />
        {label}
      </label>
      {problem ? (
        <div className="field">
          <BoxProblem name={name} problem={problem} />
        </div>
      ) : null}
    </div>
  )
}
