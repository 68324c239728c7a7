import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { ExportTable } from '#app/intake/export/export-table.ts'
import { sheetXml } from '#app/intake/export/sheet-xml.ts'
import { workbookParts } from '#app/intake/export/workbook-parts.ts'

/** Pieces of this many letters are packed at once: a row alone would cost more in passing than in packing. */
const pieceLength = 64 * 1024

/** A table as a workbook with one sheet, packed while its rows come. The same table gives the same bytes. */
export async function* xlsxBytes(table: ExportTable): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const mtime = new Date(Date.UTC(2000, 0, 1))
  for (const [path, xml] of workbookParts(table.title)) zip.addBuffer(Buffer.from(xml), path, { mtime })
  const sheet = Readable.from(pieces(sheetXml(table)))
  const output = Readable.from(zip.outputStream)
  sheet.on('error', (problem) => output.destroy(problem))
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { mtime })
  zip.end()
  try {
    for await (const chunk of output) yield chunk
  } finally {
    sheet.destroy()
  }
}

async function* pieces(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = ''
  for await (const text of texts) {
    piece += text
    if (piece.length < pieceLength) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}
