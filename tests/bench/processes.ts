import { readFileSync } from 'node:fs'

export type Busy = {
  /** CPU time of the server for one answer, in µs: tells more than the clock when the machine is shared. */
  cpuMicros: number
}

/** Starts counting the CPU time of these processes. */
export function watchCpu(pids: number[]) {
  const before = cpuSeconds(pids)
  return { per: (answers: number): Busy => ({ cpuMicros: ((cpuSeconds(pids) - before) / answers) * 1e6 }) }
}

const ticksPerSecond = 100

function cpuSeconds(pids: number[]): number {
  return pids.reduce((sum, pid) => {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const fields = after.split(' ')
    return sum + (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  }, 0)
}

/** The processes that a process started. */
export function childrenOf(pid: number): number[] {
  const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return pids === '' ? [] : pids.split(' ').map(Number)
}

/** Memory that a process holds, and the most it ever held, in MB. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN)
  return { now: kilobytes('VmRSS') / 1024, most: kilobytes('VmHWM') / 1024 }
}

/** The most memory that the children of a process, and theirs, held together at any moment; in MB. `known` are left out. */
export function watchMemoryBelow(pid: number, known: number[]) {
  let most = 0
  const timer = setInterval(() => {
    const others = childrenOf(pid).filter((child) => !known.includes(child))
    const held = [...others, ...others.flatMap(childrenIfThere)].reduce((sum, child) => sum + memoryIfThere(child), 0)
    most = Math.max(most, held)
  }, 200)
  return {
    stop: () => {
      clearInterval(timer)
      return most
    },
  }
}

/** A process may end while it is looked at. */
function childrenIfThere(pid: number): number[] {
  try {
    return childrenOf(pid)
  } catch {
    return []
  }
}

function memoryIfThere(pid: number): number {
  try {
    return memoryOf(pid).now || 0
  } catch {
    return 0
  }
}
