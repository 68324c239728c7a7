import { cpus, release, totalmem } from 'node:os'
import { isPinning } from '#tests/bench/pinned.ts'

/** The machine the figures belong to. */
export function machineFacts() {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1e9),
    system: `Linux ${release()}`,
    node: process.version,
    isPinned: isPinning,
  }
}
