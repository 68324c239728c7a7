import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import type { SignedIn } from '#app/people/person.ts'
import { filterQuery, type ListFilter } from '#app/requirements/desk/list-address.ts'
import { exceptionKinds } from '#app/requirements/exceptions/exception.ts'
import { idsOfStandings } from '#app/requirements/keeping/ids-of-standings.server.ts'
import { remindNow } from '#app/requirements/reminders/remind-now.server.ts'
import { askedFilter } from '#app/routes/standings/asked-filter.ts'
import { formDataOf } from '#app/web/form-data.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** As many as the address of the form for exceptions can name. */
const mostInAddress = 300

const deedSchema = z.enum(['remind', ...exceptionKinds])

export type ListRefusal = 'nobody' | 'requirement-needed' | 'too-many'

/** What is done with people of a list at once: reminded here, led to the form for exceptions; of today alone. */
export async function listDeeds(request: Request, who: SignedIn, unitId: string) {
  const form = await formDataOf(request)
  const deed = found(deedSchema.safeParse(form.get('deed')).data)
  const { today: _, day: __, after: ___, ...filter } = askedFilter(new URL(request.url).searchParams)
  const { requirementId } = filter
  if (requirementId === undefined) return refused('requirement-needed')
  const personIds = form.has('whole')
    ? found(await idsOfStandings(who, { unitId, ...filter })).personIds
    : z.array(z.uuid()).catch([]).parse(form.getAll('person'))
  if (personIds.length === 0) return refused('nobody')
  const locale = localeOf(request)
  if (deed === 'remind') {
    const { told, left } = found(await remindNow(who, { requirementId, personIds }))
    return redirect(`${localPath(locale, `/units/${unitId}/standings/people`)}${reminded(filter, told, left)}`, 303)
  }
  if (personIds.length > mostInAddress) return refused('too-many')
  const query = new URLSearchParams([
    ['kind', deed],
    ['requirement', requirementId],
    ...personIds.map((id) => ['person', id]),
  ])
  return redirect(`${localPath(locale, `/units/${unitId}/exceptions/new`)}?${query}`, 303)
}

function refused(problem: ListRefusal) {
  return data({ problem }, { status: 422 })
}

function reminded(filter: ListFilter, told: unknown[], left: unknown[]): string {
  return `${filterQuery(filter)}&reminded=${told.length}&left=${left.length}`
}

const countSchema = z.coerce.number().int().min(0).max(100_000)

/** What an address tells of reminding. Null: nothing. */
export function remindedBy({ searchParams }: URL): { told: number; left: number } | null {
  const [told, left] = ['reminded', 'left'].map((name) => countSchema.safeParse(searchParams.get(name) ?? 'x').data)
  return told === undefined || left === undefined ? null : { told, left }
}
