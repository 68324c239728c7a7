import { fold } from '#app/i18n/fold.ts'
import type { Verdict, VerdictReason } from '#app/intake/batch.ts'
import { candidatesFor, type Reach, type SoughtByNumber } from '#app/intake/candidates.server.ts'
import type { Row } from '#app/intake/in-steps.server.ts'
import { type Judgement, judge } from '#app/intake/judge.ts'
import type { FoundUnit } from '#app/intake/unit-finder.server.ts'
import { namesElsewhere } from '#app/intake/unit-finder.server.ts'
import { ageGroupOf } from '#app/people/age.ts'
import { nameProblem, tidyName } from '#app/people/name.ts'
import { normaliseUsername } from '#app/people/username.ts'
import { checkMemberships } from '#app/units/memberships/check-membership.server.ts'
import type { MembershipProblem } from '#app/units/memberships/membership-form.ts'
import { placeProblems } from '#app/units/memberships/place-problems.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type RowVerdict = Judgement & { row: number; unitId: string | null }

export type Court = { reach: Reach; unitNamed: (named: string | null) => FoundUnit; thisYear: number }

/** What would become of some hundred rows of a list, if it were taken in now. */
export async function judgeRows(reads: Reads, rows: readonly Row[], court: Court): Promise<RowVerdict[]> {
  const places = rows.map(({ understood }) => court.unitNamed(understood.person.unit))
  const elsewhere = await namesElsewhere(
    reads,
    rows.flatMap(({ understood }, at) => ('problem' in (places[at] ?? {}) ? (understood.person.unit ?? []) : [])),
  )
  const { fromDay } = court.reach
  const found = places.flatMap((place) => ('unitId' in place ? [{ unitId: place.unitId, fromDay }] : []))
  const problems = await placeProblems(reads, found)
  const barred = new Map(found.map(({ unitId }, at) => [unitId, problems[at] ?? null]))
  const first = rows.map((row, at) => standing(row, places[at], { court, elsewhere, barred }))
  const sought = first.flatMap((one) => ('sought' in one ? one.sought : []))
  const candidatesOf = await candidatesFor(reads, sought, court.reach)
  const judged = first.map((one): RowVerdict => {
    if (!('sought' in one)) return one
    return { row: one.row, unitId: one.sought.unitId, ...judge(one.sought, candidatesOf(one.sought)) }
  })
  return withPlaces(reads, judged, fromDay)
}

type Around = { court: Court; elsewhere: Set<string>; barred: ReadonlyMap<string, MembershipProblem | null> }

/** What stands in the way of a row by itself, or whom to look for. */
function standing({ row, understood, identity }: Row, place: FoundUnit | undefined, around: Around) {
  const { person, besides, duplicateOf } = understood
  const fullName = tidyName(person.fullName)
  if (nameProblem(fullName)) return refused(row, 'name-missing')
  if (duplicateOf !== null) return refused(row, 'duplicate-row')
  const birthYear = person.birth?.year ?? null
  if (person.problems.includes('birth-invalid') || isImpossible(birthYear, around.court.thisYear))
    return refused(row, 'birth-impossible')
  if (!place || 'problem' in place) {
    const reason = place?.problem ?? 'unit-unknown'
    const isElsewhere = reason === 'unit-unknown' && around.elsewhere.has(person.unit ?? '')
    return refused(row, isElsewhere ? 'unit-not-yours' : reason)
  }
  const problem = around.barred.get(place.unitId)
  if (problem) return refused(row, problem === 'unit-not-alive' ? problem : 'day-wrong', place.unitId)
  const { phone } = person
  const username = besides.staffCode === null ? null : normaliseUsername(besides.staffCode)
  const sought: SoughtByNumber = {
    ...{ folded: fold(fullName), birthYear, phone, unitId: place.unitId, username },
    numberHash: identity?.hash ?? null,
  }
  return { row, sought }
}

function isImpossible(birthYear: number | null, thisYear: number): boolean {
  return birthYear !== null && ['impossible', 'too-young'].includes(ageGroupOf(birthYear, thisYear))
}

function refused(row: number, reason: VerdictReason, unitId: string | null = null): RowVerdict {
  const verdict: Verdict = 'refused'
  return { row, unitId, verdict, reasons: [reason], candidates: [] }
}

/** Who is known may be in the unit already, or come to it later on: nobody is twice in one unit on one day. */
async function withPlaces(reads: Reads, judged: RowVerdict[], fromDay: string): Promise<RowVerdict[]> {
  const known = judged.flatMap(({ verdict, candidates: [personId], unitId }) =>
    verdict === 'matched' && personId && unitId ? [{ personId, unitId }] : [],
  )
  const forms = known.map((one) => ({ ...one, fromDay, position: '', category: 'cong_chuc' as const }))
  const { problems, held } = await checkMemberships(reads, forms)
  const met = new Map(known.map((one, at) => [`${one.personId} ${one.unitId}`, problems[at]]))
  return judged.map((one) => {
    const [personId = ''] = one.candidates
    if (one.verdict !== 'matched' || !met.get(`${personId} ${one.unitId}`)) return one
    const isThere = (held.get(personId) ?? []).some(
      (place) => place.unitId === one.unitId && place.fromDay <= fromDay && fromDay < place.toDay,
    )
    return isThere ? { ...one, reasons: ['already-there'] } : { ...one, verdict: 'refused', reasons: ['overlap'] }
  })
}
