import { awardInTx } from '#app/certificates/award.server.ts'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { write } from '#app/db/db.server.ts'
import type { Role, SignedIn } from '#app/people/person.ts'
import { anEdition, aPerson } from '#tests/factories.ts'

/** Somebody who may hold a certificate. */
export function aHolder(fullName = 'Nguyễn Thị Bé Ba', role: Role = 'learner'): Promise<SignedIn> {
  return aPerson({ fullName, role })
}

/** An edition for officials to be certified for; change what the test is about. Returns its id. */
export async function aCertifiedEdition(sheet: Partial<CourseSheet> = {}): Promise<string> {
  const edition = await anEdition({ lessons: 1, practice: 0, bank: 0, sheet: { ...forOfficials, ...sheet } })
  return edition.id
}

/** What passing the exam does at its end. */
export function award(holder: { id: string }, editionId: string, at = new Date('2026-11-18T03:00:00Z')): Promise<void> {
  return write((tx) => awardInTx(tx, { personId: holder.id, editionId, at }))
}

const forOfficials = {
  code: 'CB2',
  title: 'An toàn thông tin và bảo vệ dữ liệu cá nhân cho cán bộ, công chức, viên chức',
  audience: 'officials',
  hours: 10,
  certificate: { kind: 'completion' },
} as const
