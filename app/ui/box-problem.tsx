type Props = { name: string; problem: string | undefined }

/** What is wrong with a box, under it; the box says so by `aria-describedby`. */
export function BoxProblem({ name, problem }: Props) {
  if (!problem) return null
  return (
    <span className="problem" id={`${name}-problem`}>
      {problem}
    </span>
  )
}
