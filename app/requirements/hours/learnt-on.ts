import type { Day } from '#app/i18n/day.ts'
import { countedOnce, type Learnt, type LeftOut } from '#app/requirements/hours/counted-once.ts'
import type { CreditFact, HourFacts, PaperFact } from '#app/requirements/hours/hour-facts.ts'

/** What somebody has learnt in a year, as of a day: what counts, what is the same as another, what waits for the agency. */
export function learntOn(facts: Pick<HourFacts, 'papers' | 'credits'>, year: number, day: Day): LearntOn {
  const isOfYear = ({ completedDay }: { completedDay: Day }) => completedDay.startsWith(`${year}-`)
  const papers = facts.papers.filter((paper) => isOfYear(paper) && standsOn(paper, day))
  const credits = facts.credits.filter(isOfYear)
  const confirmed = credits.filter((credit) => isConfirmedOn(credit, day))
  const { counted, leftOut } = countedOnce([...papers.map(asLearnt), ...confirmed.map(asToldLearnt)])
  const provisional = credits.filter((credit) => isProvisionalOn(credit, day)).map(asToldLearnt)
  return { counted, leftOut, waiting: countedOnce(provisional, counted).counted }
}

type LearntOn = { counted: Learnt[]; leftOut: LeftOut[]; waiting: Learnt[] }

function standsOn({ issuedDay, untilDay }: PaperFact, day: Day): boolean {
  return issuedDay <= day && (untilDay === null || day < untilDay)
}

function isConfirmedOn({ confirmedDay, revokedDay }: CreditFact, day: Day): boolean {
  return confirmedDay !== null && confirmedDay <= day && (revokedDay === null || day < revokedDay)
}

function isProvisionalOn({ addedDay, confirmedDay, refusedDay }: CreditFact, day: Day): boolean {
  const decidedDay = confirmedDay ?? refusedDay
  return addedDay <= day && (decidedDay === null || day < decidedDay)
}

/** A course of ours is the same by its code; whoever also tells it as learning elsewhere, by its title, gets it once. */
function asLearnt({ courseCode, folded, ...paper }: PaperFact): Learnt {
  return { ...paper, rank: 0, marks: [`course ${courseCode}`], bars: [`title ${folded}`] }
}

function asToldLearnt({ folded, paper, evidenceHash, ...credit }: CreditFact): Learnt {
  const marks: Learnt['marks'] = [`title ${folded}`, `evidence ${evidenceHash} ${credit.completedDay}`]
  return { ...credit, rank: 1, marks: paper === '' ? marks : [...marks, `paper ${paper}`], bars: [] }
}
