import { limits } from '#app/intake/reading/limits.ts'
import { openTable } from '#app/intake/reading/open-table.server.ts'
import type { PassedRow, PersonRow } from '#app/intake/reading/person-row.ts'
import { type Refusal, RefusedFile } from '#app/intake/reading/refusal.ts'
import type { Source } from '#app/intake/reading/table.ts'
import { type Plan, understand } from '#app/intake/reading/understand.ts'
import type { Choices } from '#app/intake/sheet/columns.ts'

export type ReadJob = {
  path: string
  /** The sheet of a workbook; without it the first that looks like a list of people. */
  sheet?: string
  /** What a person chose for the columns. */
  choices?: Choices
  /** The last year that can be a birth year. */
  latestYear: number
}

export type Batch = { people: PersonRow[]; passed: PassedRow[] }

/** What a reading tells as it goes: once the plan, then batches, then that it is done or why not. */
export type Told =
  | { kind: 'plan'; source: Source; plan: Plan }
  | { kind: 'batch'; batch: Batch; row: number; share: number }
  | { kind: 'done'; people: number; passed: number }
  | { kind: 'refused'; refusal: Refusal }

const batchSize = 500

/** Reads a file from bytes to people, in batches, with no more in memory than needed; refusals are told, not thrown. */
export async function* readTable({ path, sheet, choices, latestYear }: ReadJob): AsyncGenerator<Told> {
  let [people, passed] = [0, 0]
  try {
    const table = await openTable(path, sheet)
    try {
      let batch: Batch = { people: [], passed: [] }
      let row = 0
      for await (const part of understand(table.rows, table.isLegacy, { choices, latestYear })) {
        if (part.kind === 'plan') yield { kind: 'plan', source: table.source, plan: part.plan }
        else if (part.kind === 'person') {
          row = part.found.row
          batch.people.push(part.found)
          people++
        } else if (passed++ < limits.passedTold) batch.passed.push(part.passed)
        if (batch.people.length + batch.passed.length < batchSize) continue
        yield { kind: 'batch', batch, row, share: table.progress(row) }
        batch = { people: [], passed: [] }
      }
      if (batch.people.length + batch.passed.length > 0) yield { kind: 'batch', batch, row, share: 1 }
      yield people > 0 ? { kind: 'done', people, passed } : { kind: 'refused', refusal: { code: 'no-people' } }
    } finally {
      table.close()
    }
  } catch (problem) {
    if (!(problem instanceof RefusedFile)) throw problem
    yield { kind: 'refused', refusal: problem.refusal }
  }
}
