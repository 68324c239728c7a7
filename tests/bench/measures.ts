import type { Context } from '#tests/bench/context.ts'
import type { Figure } from '#tests/bench/figure.ts'
import { measureDocuments } from '#tests/bench/figures/documents.ts'
import { measureEvents } from '#tests/bench/figures/events.ts'
import { measureFirstOpen } from '#tests/bench/figures/first-open.ts'
import { measureImports } from '#tests/bench/figures/imports.ts'
import { measureJourneys } from '#tests/bench/figures/journeys.ts'
import { measureMemory } from '#tests/bench/figures/memory.ts'
import { measureProvince } from '#tests/bench/figures/province.ts'
import { measurePublicPage } from '#tests/bench/figures/public-page.ts'
import { measureSignIns } from '#tests/bench/figures/sign-ins.ts'
import { measureStandings, measureStandingsOnPostgres } from '#tests/bench/figures/standings.ts'
import { measureStorm } from '#tests/bench/figures/storm.ts'
import { measureSummary } from '#tests/bench/figures/summary.ts'
import { measureYear } from '#tests/bench/figures/year.ts'

/** By the names that `--only` knows, in the order they are measured. Memory comes last: it tells of the servers before. */
export const measures = new Map<string, (context: Context) => Promise<Figure[]>>([
  ['page', measurePublicPage],
  ['summary', measureSummary],
  ['documents', measureDocuments],
  ['events', measureEvents],
  ['journeys', measureJourneys],
  ['sign-ins', measureSignIns],
  ['storm', measureStorm],
  ['province', measureProvince],
  ['standings', measureStandings],
  ['standings-postgres', measureStandingsOnPostgres],
  ['imports', measureImports],
  ['bytes', measureFirstOpen],
  ['memory', measureMemory],
])

/** Measured only where `--only` names them: they take longer than all others together. */
export const longMeasures = new Map([['year', measureYear]])
