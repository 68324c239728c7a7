import { readFileSync } from 'node:fs'
import fontkit from '@pdf-lib/fontkit'
import { PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib'
import { fontBytes, measure } from '#app/certificates/fonts.server.ts'
import { type Paper, shapesOf } from '#app/certificates/paper.ts'
import { type Colour, colours, type PathShape, sheet, type TextShape } from '#app/certificates/shape.ts'
import { startOf } from '#app/i18n/day.ts'

const a4 = { width: 841.89, height: 595.28 }
const points = a4.width / sheet.width
const logoBox = { x: 580, y: 98, size: 92 }

type Fonts = { regular: PDFFont; bold: PDFFont }

/**
 * The paper as a PDF: text as text in NFC, only the glyphs it uses, no date but its own, so that the same certificate
 * always gives the same bytes. About 20 ms of computing: called in a thread of its own.
 */
export async function drawPdf(paper: Paper): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.registerFontkit(fontkit)
  describe(pdf, paper)
  const fonts = {
    regular: await pdf.embedFont(fontBytes.regular, { subset: true }),
    bold: await pdf.embedFont(fontBytes.bold, { subset: true }),
  }
  const page = pdf.addPage([a4.width, a4.height])
  for (const shape of shapesOf(paper, measure))
    if (shape.kind === 'text') drawText(page, shape, fonts)
    else drawPath(page, shape)
  if (paper.logo) await drawLogo(pdf, page, paper.logo)
  return pdf.save()
}

function describe(pdf: PDFDocument, { code, facts }: Paper) {
  const issued = startOf(facts.issuedOn)
  pdf.setTitle(`${facts.title} ${code}`.normalize('NFC'), { showInWindowTitleBar: true })
  pdf.setLanguage('vi')
  pdf.setProducer('Bến Số')
  pdf.setCreationDate(issued)
  pdf.setModificationDate(issued)
}

function drawText(page: PDFPage, shape: TextShape, fonts: Fonts) {
  const words = shape.words.normalize('NFC')
  const width = shape.size * measure(words, shape.isBold)
  const left = shape.x - (shape.align === 'middle' ? width / 2 : shape.align === 'end' ? width : 0)
  page.drawText(words, {
    x: left * points,
    y: a4.height - shape.y * points,
    size: shape.size * points,
    font: shape.isBold ? fonts.bold : fonts.regular,
    color: inkOf(shape.colour),
  })
}

function drawPath(page: PDFPage, { d, colour, stroke }: PathShape) {
  const ink = inkOf(colour)
  const place = { x: 0, y: a4.height, scale: points }
  page.drawSvgPath(d, stroke ? { ...place, borderColor: ink, borderWidth: stroke } : { ...place, color: ink })
}

/** Between the two letterheads. */
async function drawLogo(pdf: PDFDocument, page: PDFPage, file: string) {
  const image = await pdf.embedPng(readFileSync(file))
  const { width, height } = image.scaleToFit(logoBox.size * points, logoBox.size * points)
  const [x, y] = [logoBox.x * points - width / 2, a4.height - logoBox.y * points - height / 2]
  page.drawImage(image, { x, y, width, height })
}

function inkOf(colour: Colour) {
  const part = (from: number) => Number.parseInt(colours[colour].slice(from, from + 2), 16) / 255
  return rgb(part(1), part(3), part(5))
}
