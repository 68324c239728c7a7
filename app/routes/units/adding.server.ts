import { z } from 'zod'
import { formatMoment } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { tidyName } from '#app/people/name.ts'
import type { SignedIn } from '#app/people/person.ts'
import { formOf, typed } from '#app/routes/people/form.server.ts'
import { again, category, step, uuid } from '#app/routes/units/steps.server.ts'
import { addMembership } from '#app/units/memberships/add-membership.server.ts'
import { createMember, type MemberProblems } from '#app/units/memberships/create-member.server.ts'
import { boxOfProblem } from '#app/units/memberships/membership-boxes.ts'
import { isFreshMemberId, newMemberId } from '#app/units/memberships/new-member-id.ts'
import { previewMember } from '#app/units/memberships/preview-member.server.ts'
import { previewMembership } from '#app/units/memberships/preview-membership.server.ts'
import { namesakesSeen } from '#app/units/sight/namesakes-seen.server.ts'
import { personSeen } from '#app/units/sight/person-seen.server.ts'
import { type PersonToTake, personToTake } from '#app/units/sight/person-to-take.server.ts'
import type { UnitActedFor } from '#app/units/sight/unit-acted-for.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const schema = z.object({
  step,
  person: typed,
  made: typed,
  fullName: typed,
  birthYear: typed,
  fromDay: typed,
  position: typed,
  category,
  reason: typed,
})
type Form = z.infer<typeof schema>

/** One of the two ways into a unit: somebody who has an account, or somebody who gets one. */
export async function adding(request: Request, who: SignedIn, unit: UnitActedFor) {
  const form = await formOf(request, schema)
  if (form.step === 'edit') return again(form)
  return form.person === '' ? addingNew(request, who, { unit, form }) : addingKnown(request, who, { unit, form })
}

async function addingKnown(request: Request, who: SignedIn, { unit, form }: { unit: UnitActedFor; form: Form }) {
  const words = messages(localeOf(request)).units
  const { fromDay, position, reason } = form
  const personId = found(uuid.safeParse(form.person).data)
  const row = { personId, unitId: unit.unitId, fromDay, position, category: form.category, reason }
  const outcome = found(form.step === 'write' ? await addMembership(who, row) : await previewMembership(who, row))
  const problem = 'problem' in outcome ? outcome.problem : null
  if (problem)
    return again(form, { [boxOfProblem(problem, { day: 'fromDay', unit: 'form' })]: words.membershipProblems[problem] })
  if (form.step === 'write' && 'id' in outcome) return { kind: 'added' as const, membershipId: outcome.id }
  const { fullName } = found(await personToTake(who, personId))
  return shown(request, form, { name: fullName, isNew: false, namesakes: [] })
}

async function addingNew(request: Request, who: SignedIn, { unit, form }: { unit: UnitActedFor; form: Form }) {
  const locale = localeOf(request)
  const birthYear = form.birthYear.trim() === '' ? null : Number(form.birthYear.trim())
  const { fullName, fromDay, position, reason } = form
  const row = {
    ...{ unitId: unit.unitId, fullName, birthYear, language: locale },
    ...{ fromDay, position, reason, category: form.category },
  }
  if (form.step === 'preview') {
    const problems = found(await previewMember(who, row))
    if (Object.keys(problems).length > 0) return again(form, said(problems, request))
    const made = isFreshMemberId(form.made) ? form.made : newMemberId()
    const namesakes = await namesakesSeen(who, row)
    return shown(request, { ...form, made }, { name: tidyName(fullName), isNew: true, namesakes })
  }
  const outcome = found(await createMember(who, { id: form.made, ...row }))
  if ('problems' in outcome) return again({ ...form, made: '' }, said(outcome.problems, request))
  if ('already' in outcome) {
    const { id, fullName: name } = outcome.already
    return { kind: 'already' as const, name, personId: (await personSeen(who, id)) ? id : null }
  }
  const { username, code, until } = outcome
  return { kind: 'issued' as const, issued: { username, code, until: formatMoment(until, locale) } }
}

type Shown = { name: string; isNew: boolean; namesakes: PersonToTake[] }

function shown(request: Request, form: Form, { name, isNew, namesakes }: Shown) {
  const { units } = messages(localeOf(request))
  const place = units.desk.members.of(tidyName(form.position), units.categories[form.category])
  return { kind: 'preview' as const, name, isNew, namesakes, place, values: { ...form } }
}

function said({ fullName, birthYear, fromDay, id }: MemberProblems, request: Request): Record<string, string> {
  const { people, units } = messages(localeOf(request))
  return {
    ...(fullName && { fullName: people.problems[fullName] }),
    ...(birthYear && { birthYear: units.desk.members.birthYearWrong }),
    ...(fromDay && { fromDay: units.membershipProblems[fromDay] }),
    ...(id && { form: units.desk.members.stale }),
  }
}
