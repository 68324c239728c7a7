import fontkit from '@pdf-lib/fontkit'
import { PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib'
import { fontBytes, measure } from '#app/certificates/fonts.server.ts'
import type { TablePaper } from '#app/certificates/table-paper.ts'
import { wrap } from '#app/certificates/wrap.ts'
import { startOf } from '#app/i18n/day.ts'

// Points. Rows are never torn: one that does not fit begins the next page, under the headings again.
const a4 = { width: 841.89, height: 595.28 }
const margin = 36
const inner = a4.width - 2 * margin
const size = 9
const line = 12.5
const pad = 4
const ink = rgb(0.1, 0.12, 0.15)
const rule = rgb(0.6, 0.62, 0.65)

type Fonts = { regular: PDFFont; bold: PDFFont }
type Cell = { lines: string[]; x: number; width: number; isNumber: boolean }

/** A table as a PDF: text as text in NFC, only the glyphs it uses; the same table always gives the same bytes. */
export async function drawTablePdf(paper: TablePaper): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.registerFontkit(fontkit)
  pdf.setTitle(paper.title.normalize('NFC'), { showInWindowTitleBar: true })
  pdf.setLanguage('vi')
  pdf.setProducer('Bến Số')
  pdf.setCreationDate(startOf(paper.madeOn))
  pdf.setModificationDate(startOf(paper.madeOn))
  const fonts = {
    regular: await pdf.embedFont(fontBytes.regular, { subset: true }),
    bold: await pdf.embedFont(fontBytes.bold, { subset: true }),
  }
  const pen = penOn(pdf, fonts)
  pen.words([paper.title], { points: 15, isBold: true })
  pen.words(paper.about, { points: size + 1 })
  const headings = cellsOf(
    paper,
    paper.columns.map(({ heading }) => heading),
    true,
  )
  pen.row(headings, true)
  for (const row of paper.rows) pen.row(cellsOf(paper, row, false), false, headings)
  pen.words(paper.foot, { points: size })
  number(pdf, paper, fonts)
  return pdf.save()
}

/** Writes from the top down, and turns the page when it is full. */
function penOn(pdf: PDFDocument, fonts: Fonts) {
  let page = pdf.addPage([a4.width, a4.height])
  let y = a4.height - margin

  function turnIfFull(height: number): boolean {
    if (y - height >= margin + line) return false
    page = pdf.addPage([a4.width, a4.height])
    y = a4.height - margin
    return true
  }

  function words(lines: string[], { points, isBold = false }: { points: number; isBold?: boolean }) {
    const all = lines.flatMap((text) => wrapped(text, inner, points, isBold))
    for (const text of all) {
      turnIfFull(points * 1.5)
      y -= points * 1.4
      write(page, text, { x: margin, y, points, font: isBold ? fonts.bold : fonts.regular })
    }
    y -= pad * 2
  }

  function row(cells: Cell[], isBold: boolean, headings?: Cell[]) {
    const height = Math.max(...cells.map(({ lines }) => lines.length)) * line + 2 * pad
    if (turnIfFull(height) && headings) row(headings, true)
    for (const { lines, x, width, isNumber } of cells)
      for (const [at, text] of lines.entries()) {
        const left = isNumber ? x + width - pad - size * measure(text, isBold) : x + pad
        write(page, text, {
          x: left,
          y: y - pad - (at + 0.75) * line,
          points: size,
          font: fonts[isBold ? 'bold' : 'regular'],
        })
      }
    y -= height
    page.drawLine({ start: { x: margin, y }, end: { x: margin + inner, y }, thickness: 0.5, color: rule })
  }

  return { words, row }
}

function cellsOf({ columns }: TablePaper, texts: readonly string[], isBold: boolean): Cell[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  let x = margin
  return columns.map(({ share, isNumber = false }, at) => {
    const width = (inner * share) / shares
    const cell = { lines: wrapped(texts[at] ?? '', width - 2 * pad, size, isBold), x, width, isNumber }
    x += width
    return cell
  })
}

function wrapped(text: string, width: number, points: number, isBold: boolean): string[] {
  const words = text.normalize('NFC').trim()
  return words === '' ? [''] : wrap(words, width, (part) => points * measure(part, isBold))
}

function write(page: PDFPage, text: string, at: { x: number; y: number; points: number; font: PDFFont }) {
  if (text !== '') page.drawText(text, { x: at.x, y: at.y, size: at.points, font: at.font, color: ink })
}

function number(pdf: PDFDocument, { pageWord }: TablePaper, { regular }: Fonts) {
  const pages = pdf.getPages()
  for (const [at, page] of pages.entries())
    write(page, `${pageWord} ${at + 1}/${pages.length}`, { x: margin, y: margin - line, points: size, font: regular })
}
