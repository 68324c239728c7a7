import type { LoaderFunctionArgs } from '@remix-run/node'
import { tablePdf } from '#app/certificates/pdf.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import { messages } from '#app/i18n/messages.ts'
import { recordPaper, recordTable } from '#app/requirements/hours/record-sheet.ts'
import { trainingRecordOf } from '#app/requirements/hours/training-record-of.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { tableFile } from '#app/routes/imports/table-file.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** GET …/training-record.xlsx and .pdf, one's own or of somebody whom one looks after: for the personnel file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requirePerson(request)
  const personId = params.person === undefined ? who.id : found(uuid.safeParse(params.person).data)
  const record = found(await trainingRecordOf(who, personId))
  const name = `qua-trinh-dao-tao-${fold(record.fullName).replace(/[^a-z0-9]+/g, '-')}`
  if (!new URL(request.url).pathname.endsWith('.pdf')) return tableFile(request, recordTable(record), name)
  const pdf = await tablePdf(recordPaper(record, dayOf(new Date())))
  if (pdf === 'busy') {
    const { busy } = messages(localeOf(request)).certificates
    return new Response(`${busy}\n`, { status: 503, headers: { 'retry-after': '60' } })
  }
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'cache-control': 'no-store',
    },
  })
}
