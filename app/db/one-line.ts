/** What went wrong, in one line, with the cause behind it. */
export function oneLine(problem: unknown): string {
  if (!(problem instanceof Error)) return firstLine(String(problem))
  const cause = problem.cause instanceof Error ? ` (${firstLine(problem.cause.message)})` : ''
  return firstLine(problem.message || problem.name) + cause
}

function firstLine(text: string) {
  return text.trim().split('\n')[0] ?? ''
}
