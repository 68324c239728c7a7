import type { RequirementForm } from '#app/requirements/asking/requirement-form.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { allOf } from '#tests/requirements.ts'
import { aMembership, aUnit, done } from '#tests/units.ts'

/** What a unit asks of all its people by the end of June 2026; change what the test is about. */
export function aForm(unitId: string, courseIds: string[], changes: Partial<RequirementForm> = {}): RequirementForm {
  return {
    title: '',
    programme: null,
    courseIds,
    renewalCourseIds: [],
    clauses: [allOf(unitId)],
    window: { kind: 'fixed', opensDay: '2026-03-01', dueDay: '2026-06-30' },
    graceDays: 0,
    atLeastDays: 30,
    decisionNumber: '12/QĐ-SNV',
    decisionDay: '2026-02-27',
    ...changes,
  }
}

/** A unit with an office below it, its manager, somebody in each, and a course to ask them for. */
export async function anAgency() {
  const name = `Sở ${made++}`
  const unitId = await aUnit({ name, type: 'so_nganh' })
  const officeId = await aUnit({ name: 'Văn phòng', parentId: unitId })
  const [manager, mai, phuc] = [
    await aPerson({ fullName: 'Trần Văn Trưởng', role: 'manager' }),
    await aPerson({ fullName: 'Lê Thị Mai' }),
    await aPerson({ fullName: 'Nguyễn Văn Phúc' }),
  ]
  await aMembership({ personId: mai.id, unitId })
  await aMembership({ personId: phuc.id, unitId: officeId, category: 'vien_chuc', position: 'Văn thư' })
  await manages(manager, unitId)
  const { id: editionId, courseId } = await anEdition({ lessons: 1, practice: 0, bank: 0 })
  return { unitId, name, officeId, manager, mai, phuc, editionId, courseId }
}

let made = 1

/** Makes somebody the manager of a unit. */
export async function manages(manager: { id: string }, unitId: string, fromDay = '2020-01-01'): Promise<void> {
  const role = { personId: manager.id, unitId, role: 'manager' as const, fromDay, reason: 'QĐ 1' }
  done(await appoint('command-line', role))
}
