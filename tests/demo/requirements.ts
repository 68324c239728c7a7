import { v7 as uuid } from 'uuid'
import { write } from '#app/db/db.server.ts'
import { addDays } from '#app/i18n/calendar.ts'
import { type Day, startOf } from '#app/i18n/day.ts'
import { changedPeople } from '#app/people/schema.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import type { Clause, Window } from '#app/requirements/requirement.ts'
import { exceptions, requirements } from '#app/requirements/schema.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { laterDay } from '#app/units/period.ts'
import { never } from '#app/units/unit.ts'
import { calendar, someDay } from '#tests/demo/calendar.ts'
import type { Person } from '#tests/demo/crowd.ts'
import type { Dice } from '#tests/demo/dice.ts'
import type { Taught } from '#tests/demo/taught.ts'

type Courses = { forOfficials: Taught; forResidents: Taught }
type Units = { province: string; departments: string[]; communes: string[] }
type Row = typeof requirements.$inferInsert & { id: string }
type Exception = typeof exceptions.$inferInsert
type Asked = { unitId: string; unitName: string; title: string; course: Taught; window: Window; day: Day }

/**
 * What a province asks of its people, and how they stand to it on the last day of the history: everybody in office by the
 * middle of June, departments of whoever joins them and anew each quarter, communes by July and, of their residents, each
 * year. Rows come in bulk, as people do; the keeper looks at everybody once.
 */
export async function mandatoryLearning(dice: Dice, units: Units, courses: Courses, officials: Person[]) {
  const ofProvince = asked({
    unitId: units.province,
    unitName: 'UBND tỉnh',
    title: 'An toàn thông tin cho toàn tỉnh năm 2026',
    course: courses.forOfficials,
    window: { kind: 'fixed', opensDay: '2026-01-01', dueDay: '2026-06-15' },
    day: '2026-01-01',
  })
  const rows = [
    ofProvince,
    ...units.departments.flatMap((unitId) => ofDepartment(unitId, courses)),
    ...units.communes.flatMap((unitId, place) => ofCommune(unitId, place, courses)),
  ]
  const given = officials.filter(() => dice.isLucky(0.02)).map((person) => exceptionFor(dice, person, ofProvince.id))
  await write(async (tx) => {
    for (const some of inChunks(rows)) await tx.insert(requirements).values(some)
    for (const some of inChunks(given)) await tx.insert(exceptions).values(some)
    // Everybody is looked at below; one by one, by what changed of them, would take long.
    await tx.delete(changedPeople)
  })
  await keepStandings({ now: new Date(startOf(calendar.end).getTime() + 12 * 60 * 60_000), isWhole: true })
  return { requirements: rows.length, exceptions: given.length }
}

function ofDepartment(unitId: string, { forOfficials }: Courses): Row[] {
  const common = { unitId, unitName: 'Sở', course: forOfficials, day: '2026-01-05' }
  return [
    asked({ ...common, title: 'Người mới về sở', window: { kind: 'joining', days: 120 } }),
    asked({
      ...common,
      title: 'Nhắc lại mỗi quý',
      window: { kind: 'recurring', firstDay: '2026-01-01', everyMonths: 3 },
    }),
  ]
}

function ofCommune(unitId: string, place: number, { forOfficials, forResidents }: Courses): Row[] {
  const common = { unitId, unitName: 'UBND xã', day: '2026-03-02' }
  const ofOffice = asked({
    ...common,
    title: 'Cán bộ xã làm việc an toàn trên mạng',
    course: forOfficials,
    window: { kind: 'fixed', opensDay: '2026-03-02', dueDay: addDays('2026-07-01', place % 30) },
  })
  const ofResidents = asked({
    ...common,
    title: 'Mỗi năm một khóa cho bà con',
    course: forResidents,
    window: { kind: 'recurring', firstDay: '2026-01-01', everyMonths: 12 },
    categories: ['nguoi_dan'],
  })
  return place % 4 === 0 ? [ofOffice, ofResidents] : [ofOffice]
}

let number = 1

function asked({
  course,
  day,
  categories = ['cong_chuc', 'vien_chuc'],
  ...row
}: Asked & { categories?: Clause['categories'] }): Row {
  return {
    id: uuid(),
    ...row,
    courseIds: [course.facts.courseId],
    programme: null,
    renewalCourseIds: [],
    clauses: [{ unitId: row.unitId, withBelow: true, categories, positions: [] }],
    graceDays: 5,
    atLeastDays: 30,
    decisionNumber: `MẪU-${number++}/KH`,
    decisionDay: day,
    fromDay: day,
    toDay: never,
    createdAt: startOf(day),
    publishedAt: startOf(day),
  }
}

/** One in six was only asked for, one in six was refused; what was given was now and then taken back. */
function exceptionFor(dice: Dice, person: Person, requirementId: string): Exception {
  const kind = dice.pick(['extension', 'waiver', 'pause'] as const)
  const state = dice.pick(['given', 'given', 'given', 'asked', 'refused', 'taken-back'] as const)
  const fromDay = someDay(dice, laterDay(person.since, '2026-02-01'), '2026-06-20')
  const at = startOf(fromDay)
  const isTakenBack = state === 'taken-back'
  return {
    id: uuid(),
    kind,
    personId: person.id,
    requirementId: kind === 'pause' ? null : requirementId,
    fromDay,
    toDay: kind === 'extension' ? never : addDays(fromDay, dice.between(20, 150)),
    dueDay: kind === 'extension' ? addDays('2026-06-15', dice.between(10, 60)) : null,
    reason: dice.pick(['Nghỉ thai sản', 'Đi học tập trung', 'Biệt phái', 'Nghỉ ốm dài ngày']),
    documentNumber: `MẪU-${dice.between(1, 400)}/QĐ`,
    askedAt: at,
    state,
    decidedAt: state === 'asked' ? null : at,
    decisionReason: state === 'refused' ? 'Chưa đủ giấy tờ' : null,
    takenBackAt: isTakenBack ? startOf(addDays(fromDay, 7)) : null,
    takenBackReason: isTakenBack ? 'Đã đi làm lại' : null,
  }
}
