import { log } from '#app/web/log.server.ts'

/**
 * One line about a failure. Sharp edge: a failed query's own message holds its parameters, which are people's names,
 * so of such errors only the engine's cause is written down.
 */
export function logProblem(problem: unknown, words: string) {
  log.error({ problem: described(problem) }, words)
}

function described(problem: unknown): unknown {
  if (!(problem instanceof Error)) return { type: typeof problem }
  const frames = (problem.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const root = rootOf(problem)
  return {
    type: root.name,
    code: 'code' in root ? root.code : undefined,
    message: 'params' in root ? 'a query failed' : root.message,
    at: frames.slice(0, 12).map((line) => line.trim()),
  }
}

function rootOf(problem: Error): Error {
  return problem.cause instanceof Error ? rootOf(problem.cause) : problem
}
