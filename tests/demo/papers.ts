import { v7 as uuid } from 'uuid'
import { codeAlphabet } from '#app/certificates/code.ts'
import { factsOf } from '#app/certificates/facts.ts'
import { certificateCounters, type certificates } from '#app/certificates/schema.ts'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { settingsOn } from '#app/web/settings.server.ts'
import type { Dice } from '#tests/demo/dice.ts'

type Passed = { personId: string; fullName: string; editionId: string; sheet: CourseSheet; at: Date }

/** The register: numbers without gaps by issuer and year, in the order in which papers are asked for. */
export class Register {
  #last = new Map<string, { issuer: string; year: number; last: number }>()
  readonly #dice: Dice

  constructor(dice: Dice) {
    this.#dice = dice
  }

  /** The row of a paper, as the app's own award would keep it; only its public code comes out of the seed. */
  paper({ personId, fullName, editionId, sheet, at }: Passed): typeof certificates.$inferInsert {
    const issuedOn = dayOf(at)
    const settings = settingsOn(issuedOn)
    const issuer = settings.issuer.code
    const year = Number(issuedOn.slice(0, 4))
    const counter = this.#last.get(`${issuer} ${year}`) ?? { issuer, year, last: 0 }
    counter.last++
    this.#last.set(`${issuer} ${year}`, counter)
    const number = counter.last
    const facts = factsOf({ fullName, sheet, settings, number, completedOn: issuedOn, issuedOn })
    const code = this.#code()
    return { id: uuid(), code, issuer, year, number, personId, editionId, issue: 1, facts, issuedAt: at }
  }

  async keepInTx(tx: Transaction): Promise<void> {
    for (const counter of this.#last.values()) await tx.insert(certificateCounters).values(counter)
  }

  #code(): string {
    const letters = Array.from({ length: 8 }, () => this.#dice.pick([...codeAlphabet])).join('')
    return `BS-${letters.slice(0, 4)}-${letters.slice(4)}`
  }
}
