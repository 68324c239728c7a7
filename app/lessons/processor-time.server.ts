import { readFileSync } from 'node:fs'

/**
 * Milliseconds of processor time a process has used; null where the system does not tell (anything but Linux).
 * On a crowded machine five seconds by the clock can be half a second of work.
 */
export function processorMs(pid: number): number | null {
  try {
    // After the name in brackets, which may hold anything: utime and stime, in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}
