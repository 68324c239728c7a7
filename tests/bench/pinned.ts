import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0

/** The command line that keeps a program on one core; the program as it is when no core is given or it cannot be done. */
export function pinnedTo(core: number | undefined, program: string): [string, ...string[]] {
  return core === undefined || !canPin ? [program] : ['taskset', '-c', String(core), program]
}

export const isPinning = canPin
