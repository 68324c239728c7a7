import { csvLines } from '#app/intake/export/csv-lines.ts'
import type { ExportTable } from '#app/intake/export/export-table.ts'
import { xlsxBytes } from '#app/intake/export/xlsx-bytes.server.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A table to be downloaded, as its address ends: .xlsx or .csv. It is written while it is sent. */
export function tableFile(request: Request, table: ExportTable, name: string): Response {
  const kind = new URL(request.url).pathname.endsWith('.csv') ? 'csv' : 'xlsx'
  const pieces = kind === 'csv' ? encoded(csvLines(table)) : xlsxBytes(table)
  return new Response(streamOf(pieces), {
    headers: {
      'content-type': types[kind],
      'content-disposition': `attachment; filename="${name}.${kind}"`,
      'cache-control': 'no-store',
    },
  })
}

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(line)
}

function streamOf(pieces: AsyncGenerator<Uint8Array>) {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
