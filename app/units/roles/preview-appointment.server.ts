import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import type { MembershipProblem } from '#app/units/memberships/membership-form.ts'
import type { Appointment } from '#app/units/roles/appoint.server.ts'
import { appointmentProblem } from '#app/units/roles/check-appointment.server.ts'
import { mayAppoint } from '#app/units/roles/may-appoint.server.ts'

/** What would stand in the way of `appoint`; writes nothing. Null: not this actor's to do. */
export async function previewAppointment(
  who: Authority,
  form: Appointment,
  now = new Date(),
): Promise<{ problem: MembershipProblem | null } | null> {
  if (!(await mayAppoint(db, who, form, dayOf(now)))) return null
  return { problem: await appointmentProblem(db, form) }
}
