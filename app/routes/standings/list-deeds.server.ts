import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import type { SignedIn } from '#app/people/person.ts'
import { filterQuery, type ListFilter } from '#app/requirements/desk/list-address.ts'
import { mostInAddress, mostReminded } from '#app/requirements/desk/list-limits.ts'
import { exceptionKinds } from '#app/requirements/exceptions/exception.ts'
import { idsOfStandings } from '#app/requirements/keeping/ids-of-standings.server.ts'
import { remindNow } from '#app/requirements/reminders/remind-now.server.ts'
import { askedFilter } from '#app/routes/standings/asked-filter.ts'
import { formDataOf } from '#app/web/form-data.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const deedSchema = z.enum(['remind', ...exceptionKinds, 'assign', 'codes', 'export'])
type Deed = z.infer<typeof deedSchema>

export type ListRefusal = 'nobody' | 'requirement-needed' | 'too-many' | 'too-many-to-remind'

/**
 * What is done with people of a list at once, of today alone: reminded here; or led to the form for exceptions, to that of a
 * new requirement, to their codes or to their file.
 */
export async function listDeeds(request: Request, who: SignedIn, unitId: string) {
  const form = await formDataOf(request)
  const deed = found(deedSchema.safeParse(form.get('deed')).data)
  const { today: _, day: __, after: ___, ...filter } = askedFilter(new URL(request.url).searchParams)
  const { requirementId } = filter
  if (requirementId === undefined && ofRequirement.includes(deed)) return refused('requirement-needed')
  const { personIds, isMore } = form.has('whole')
    ? found(await idsOfStandings(who, { unitId, ...filter }))
    : { personIds: [...new Set(z.array(z.uuid()).catch([]).parse(form.getAll('person')))], isMore: false }
  if (personIds.length === 0) return refused('nobody')
  const locale = localeOf(request)
  const go = (path: string, query: string) => redirect(`${localPath(locale, `/units/${unitId}/${path}`)}${query}`, 303)
  if (deed === 'remind' && requirementId !== undefined) {
    if (isMore || personIds.length > mostReminded) return refused('too-many-to-remind')
    const { told, left } = found(await remindNow(who, { requirementId, personIds }))
    return go('standings/people', reminded(filter, told, left))
  }
  if (deed === 'export' && form.has('whole')) return go('standings.xlsx', filterQuery(filter))
  if (personIds.length > mostInAddress) return refused('too-many')
  const named = new URLSearchParams(personIds.map((id) => ['person', id]))
  const ofList = new URLSearchParams(filterQuery(filter))
  if (deed === 'export') return go('standings.xlsx', `?${new URLSearchParams([...ofList, ...named])}`)
  if (deed === 'codes') return go('codes', `?${named}`)
  if (deed === 'assign') return go('requirements/new', `?${named}`)
  return go('exceptions/new', `?${new URLSearchParams({ kind: deed, requirement: requirementId ?? '' })}&${named}`)
}

/** What speaks of one requirement. */
const ofRequirement: readonly Deed[] = ['remind', ...exceptionKinds]

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
