import type { LoaderFunctionArgs } from '@remix-run/node'
import { messages } from '#app/i18n/messages.ts'
import { reportOf } from '#app/intake/report-of.server.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { tableFile } from '#app/routes/imports/table-file.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** GET /imports/:batch/report.xlsx, /imports/:batch/report.csv: every row with what would become of it, and why. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const words = messages(localeOf(request)).intake.report
  const table = found(await reportOf(who, found(uuid.safeParse(params.batch).data), words))
  return tableFile(request, table, 'ket-qua-kiem-tra')
}
