import { z } from 'zod'
import { type Locale, messages } from '#app/i18n/messages.ts'
import { acceptLate } from '#app/ledger/accept-late.server.ts'
import { allowMoreTime } from '#app/ledger/allow-more-time.server.ts'
import { mendBirthYear } from '#app/people/mend-birth-year.server.ts'
import { roles, type SignedIn } from '#app/people/person.ts'
import { problemWords } from '#app/people/problem-words.ts'
import { setRole } from '#app/people/set-role.server.ts'
import { typed } from '#app/routes/people/form.server.ts'
import { mendName } from '#app/units/memberships/mend-name.server.ts'

const deedNames = ['role', 'name', 'birth-year', 'more-time', 'late'] as const
export type DeedName = (typeof deedNames)[number]

/** Every form of a person's page. Boxes have names of their own, because they stand on one page; so has each late answer's. */
export const deedSchema = z
  .object({
    deed: z.enum(deedNames).catch('role'),
    role: z.enum(roles).optional().catch(undefined),
    reason: typed,
    fullName: typed,
    'name-reason': typed,
    birthYear: typed,
    'year-reason': typed,
    guardianName: typed,
    guardian: typed,
    percent: typed,
    'time-reason': typed,
    attempt: typed,
    question: typed,
  })
  .catchall(z.string().catch(''))
export type DeedForm = z.infer<typeof deedSchema>

type Asked = { who: SignedIn; person: { id: string; role: SignedIn['role'] }; form: DeedForm; locale: Locale }
/** Sentences by box; none: done. Null: not there, or not this person's to do. */
type Outcome = Promise<Record<string, string> | null>

/** What each form of a person's page does. */
export const deeds: Record<DeedName, (asked: Asked) => Outcome> = {
  async role({ who, person, form, locale }) {
    const outcome = await setRole(who, person.id, form.role ?? person.role, form.reason)
    if (!outcome || !('problem' in outcome)) return outcome && {}
    return problemWords(locale, { [outcome.problem === 'reason-needed' ? 'reason' : 'role']: outcome.problem })
  },

  async name({ who, person, form, locale }) {
    const outcome = await mendName(who, person.id, form.fullName, form['name-reason'])
    if (!outcome || !('problems' in outcome)) return outcome && {}
    const { fullName, reason } = outcome.problems
    return problemWords(locale, { fullName, 'name-reason': reason })
  },

  async 'birth-year'({ who, person, form, locale }) {
    const year = /^\s*\d{4}\s*$/.test(form.birthYear) ? Number(form.birthYear) : Number.NaN
    const outcome = await mendBirthYear(who, person.id, {
      birthYear: year,
      reason: form['year-reason'],
      guardianName: form.guardianName,
      hasGuardianAgreed: form.guardian !== '',
    })
    if (!outcome || !('problems' in outcome)) return outcome && {}
    const { birthYear, reason, guardianName: unnamed, guardian } = outcome.problems
    return {
      ...problemWords(locale, {
        birthYear,
        'year-reason': reason,
        guardianName: unnamed === 'name-empty' ? 'guardian-empty' : unnamed,
      }),
      ...(guardian && { guardian: messages(locale).administration.problems.guardian }),
    }
  },

  async 'more-time'({ who, person, form, locale }) {
    const percent = /^\s*\d{1,3}\s*%?\s*$/.test(form.percent) ? Number.parseInt(form.percent, 10) : Number.NaN
    const outcome = await allowMoreTime(who, person.id, percent, form['time-reason'])
    if (!outcome || !('refusal' in outcome)) return outcome && {}
    if (outcome.refusal === 'no-reason') return problemWords(locale, { 'time-reason': 'reason-needed' })
    const { share, own } = messages(locale).administration.problems
    return { percent: outcome.refusal === 'own' ? own : share }
  },

  async late({ who, form, locale }) {
    const [box, reason] = Object.entries(form).find(([name]) => name.startsWith('late-reason-')) ?? ['form', '']
    const outcome = await acceptLate(who, form.attempt, form.question, reason ?? '')
    if (!outcome || !('refusal' in outcome)) return outcome && {}
    if (outcome.refusal === 'no-reason') return problemWords(locale, { [box]: 'reason-needed' })
    const { worse, own } = messages(locale).administration.problems
    return { [box]: outcome.refusal === 'own' ? own : worse }
  },
}
