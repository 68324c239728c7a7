import { and, desc, eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { yearOf } from '#app/i18n/day.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { tidyName } from '#app/people/name.ts'
import { type Authority, auditIdOf, isSelf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { halfHoursOf } from '#app/requirements/hours/half-hours.ts'
import { isOpenAccount } from '#app/requirements/hours/kept-person.server.ts'
import { tellOfHoursInTx } from '#app/requirements/hours/tell-of-hours-in-tx.server.ts'
import { quotaOverrides } from '#app/requirements/schema.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'

/** As it is typed. `approver`: name and post, as the paper says. */
export type OverrideForm = { year: string; hours: string; reason: string; approver: string; documentNumber: string }
export type OverrideProblem = 'year-wrong' | 'hours-wrong' | 'needed'
export type Overridden =
  | { id: string }
  | { problems: Partial<Record<'year' | 'hours' | 'reason' | 'approver', OverrideProblem>> }

const longestApprover = 200
const longestNumber = 60
const mostYearsAway = 5

/**
 * What a person owes in a year instead of what the rule says: pro rata for who came in September, or was on leave. The rule
 * itself is never edited; of several the newest holds, from today on. The learner is told. Never one's own. Null: not this actor's to do.
 */
export async function overrideQuota(
  actor: Authority,
  personId: string,
  form: OverrideForm,
  now = new Date(),
): Promise<Overridden | null> {
  if (isSelf(actor, personId) || !(await isOpenAccount(personId)) || !(await looksAfter(actor, personId, now)))
    return null
  const read = readForm(form, yearOf(now))
  if ('problems' in read) return read
  return write(async (tx) => {
    const { year, halfHours } = quotaOverrides
    const [before] = await tx
      .select({ year, halfHours })
      .from(quotaOverrides)
      .where(and(eq(quotaOverrides.personId, personId), eq(year, read.year)))
      .orderBy(desc(quotaOverrides.at), desc(quotaOverrides.id))
      .limit(1)
    const madeBy = auditIdOf(actor)
    const [made] = await tx
      .insert(quotaOverrides)
      .values({ ...read, personId, at: now, madeBy })
      .returning({ id: quotaOverrides.id })
    if (!made) throw new Error('an override was not written')
    const { reason, ...after } = read
    const line = { verb: 'hours.override-quota', subjectKind: 'person', subjectId: personId, reason }
    await auditInTx(tx, madeBy, { ...line, after: { override: made.id, ...after }, ...(before && { before }) })
    await tellOfHoursInTx(tx, personId, newsOf(made.id, read), now)
    return made
  })
}

function newsOf(id: string, { year: ofYear, halfHours, reason, approver }: Read) {
  return {
    key: `quota ${id}`,
    path: '/me',
    say: (t: Messages['hours']['told'], hours: (halfHours: number) => string) => ({
      subject: t.subject.quota(ofYear, hours(halfHours)),
      body: [t.because(reason), t.approvedBy(approver), t.next.quota],
    }),
  }
}

type Read = { year: number; halfHours: number; reason: string; approver: string; documentNumber: string | null }

function readForm(form: OverrideForm, thisYear: number): Read | Exclude<Overridden, { id: string }> {
  const year = /^\d{4}$/.test(form.year) ? Number(form.year) : 0
  const isNear = Math.abs(year - thisYear) <= mostYearsAway
  const halfHours = halfHoursOf(form.hours)
  const [reason, approver] = [reasonOf(form.reason), tidyName(form.approver).slice(0, longestApprover)]
  const documentNumber = tidyName(form.documentNumber).slice(0, longestNumber) || null
  if (isNear && halfHours !== null && reason !== '' && approver !== '')
    return { year, halfHours, reason, approver, documentNumber }
  return {
    problems: {
      ...(!isNear && { year: 'year-wrong' }),
      ...(halfHours === null && { hours: 'hours-wrong' }),
      ...(reason === '' && { reason: 'needed' }),
      ...(approver === '' && { approver: 'needed' }),
    },
  }
}
