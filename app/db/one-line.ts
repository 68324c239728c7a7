/** What went wrong, in one line, with the cause behind it. */
export function oneLine(problem: unknown): string {
  if (!(problem instanceof Error)) return firstLine(String(problem))
  // A name with several addresses, none of which answered: Node leaves the message empty.
  if (problem instanceof AggregateError && problem.message === '') return oneLine(problem.errors[0])
  const cause = problem.cause instanceof Error ? ` (${firstLine(problem.cause.message)})` : ''
  return firstLine(problem.message || problem.name) + cause
}

function firstLine(text: string) {
  return text.trim().split('\n')[0] ?? ''
}
