import type { LoaderFunctionArgs } from '@remix-run/node'
import { messages } from '#app/i18n/messages.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { tableFile } from '#app/routes/imports/table-file.server.ts'
import { localeOf } from '#app/web/locale.ts'

const widths = [6, 28, 14, 16, 22]

/** GET /imports/example.xlsx, /imports/example.csv: what a list may look like. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireRole(request, 'administrator', 'manager')
  const { title, columns, rows } = messages(localeOf(request)).intake.desk.sample
  const table = {
    title,
    columns: columns.map((heading, at) => ({ heading, width: widths[at] ?? 20 })),
    rows: rows.map((row, at) => [at + 1, ...row]),
  }
  return tableFile(request, table, 'danh-sach-mau')
}
