import { eq } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import type { Role } from '#app/people/person.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { requirements } from '#app/requirements/schema.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { aCertifiedEdition, aHolder, award } from '#tests/certificates.ts'
import { aPerson } from '#tests/factories.ts'
import { aCourseOf, aRequirement } from '#tests/requirements.ts'
import { aMembership, aUnit, done } from '#tests/units.ts'

/** A department with an office below it; in the office one is done and two are not; one requirement, long overdue, kept. */
export async function anOfficeAsked({ type }: { type?: 'doanh_nghiep' } = {}) {
  const department = await aUnit({
    name: 'Sở Nội vụ',
    type: type ?? 'so_nganh',
    parentId: await aUnit({ type: 'tinh' }),
  })
  const office = await aUnit({
    name: 'Văn phòng Sở',
    type: type ? 'phan_xuong_to_chuyen' : 'phong_so',
    parentId: department,
  })
  const editionId = await aCertifiedEdition()
  const people = [await aHolder('Nguyễn Văn An'), await aHolder('Trần Thị Bình'), await aHolder('Lê Văn Cường')]
  for (const { id } of people) await aMembership({ personId: id, unitId: office })
  const requirementId = await aRequirement({ unitId: department, courseIds: [await aCourseOf(editionId)] })
  const [first] = people
  if (!first) throw new Error('nobody')
  await award(first, editionId, new Date('2026-03-10T03:00:00Z'))
  await keepStandings()
  return { department, office, people, requirementId, editionId }
}

/** Somebody who answers for a unit since 2020, or of a role on the site alone, signed in. */
export async function signedInFor(unitId: string | null, role: Role = 'manager') {
  const who = await aPerson({ role })
  if (unitId) {
    const holding = { personId: who.id, unitId, role: 'manager' as const, fromDay: '2020-01-01', reason: 'QĐ 1' }
    done(await appoint('command-line', holding))
  }
  const token = await write((tx) => openSession(tx, who, { device: '?', isShared: false }, new Date()))
  return { who, token }
}

/** As if the keeper had not come to it yet. */
export function unkept(requirementId: string) {
  return write((tx) => tx.update(requirements).set({ keptAt: null }).where(eq(requirements.id, requirementId)))
}
