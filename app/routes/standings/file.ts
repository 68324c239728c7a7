import type { LoaderFunctionArgs } from '@remix-run/node'
import { messages } from '#app/i18n/messages.ts'
import { mostInAddress } from '#app/requirements/desk/list-limits.ts'
import { standingsFile } from '#app/requirements/desk/standings-file.server.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { tableFile } from '#app/routes/imports/table-file.server.ts'
import { askedFilter } from '#app/routes/standings/asked-filter.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** GET /units/:unit/standings.xlsx, /units/:unit/standings.csv: the list of people with the same filters, whole, or of chosen ones. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unitId = found(uuid.safeParse(params.unit).data)
  const { searchParams } = new URL(request.url)
  const { after: _, today: __, ...asked } = askedFilter(searchParams)
  const chosen = searchParams.getAll('person').slice(0, mostInAddress)
  const personIds = chosen.length > 0 ? chosen : undefined
  const locale = localeOf(request)
  const table = found(
    await standingsFile(who, { unitId, ...asked, personIds }, { t: messages(locale).standings, locale }),
  )
  return tableFile(request, table, 'hoc-bat-buoc')
}
