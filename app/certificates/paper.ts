import type { CertificateFacts } from '#app/certificates/certificate.ts'
import { landing } from '#app/certificates/landing.ts'
import { qrPath } from '#app/certificates/qr.ts'
import type { Colour, Measure, PathShape, Shape, TextShape } from '#app/certificates/shape.ts'
import { wrap } from '#app/certificates/wrap.ts'
import { formalDay, formatDay, formatNumber } from '#app/i18n/day.ts'

export type Paper = {
  code: string
  facts: CertificateFacts
  /** Where anybody checks it, without a slash at the end: https://benso.example */
  site: string
  /** A PNG of the issuer's own: its path. */
  logo?: string | undefined
}

type Line = { words: string; size: number; isBold: boolean; colour: Colour; gap: number }

const middle = 594
const body = { top: 270, bottom: 577, width: 1020 }
const qr = { left: 520, top: 594, size: 148 }
const nameLetters = 32

/** Lays the paper out: what stands where, for the PDF and for the picture on the page alike. */
export function shapesOf(paper: Paper, measure: Measure): Shape[] {
  return [...landing(), ...letterhead(paper, measure), ...bodyOf(paper, measure), ...foot(paper, measure)]
}

function letterhead({ facts }: Paper, measure: Measure): Shape[] {
  const issuer = wrap(facts.issuerHeading.toLocaleUpperCase('vi'), 440, (words) => 17 * measure(words, true))
  const below = 98 + (issuer.length - 1) * 22
  return [
    text(300, 73, 17, facts.issuerParent.toLocaleUpperCase('vi')),
    ...issuer.map((words, at) => text(300, 98 + at * 22, 17, words, { isBold: true })),
    rule(`M230 ${below + 12}h140`),
    text(300, below + 38, 16, `Số: ${facts.serial}`),
    text(872, 73, 17, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { isBold: true }),
    text(872, 98, 17, 'Độc lập - Tự do - Hạnh phúc', { isBold: true }),
    rule('M760 110h224'),
    text(middle, 226, 58, facts.title, { isBold: true, colour: 'river' }),
    text(middle, 264, 23, facts.subtitle, { isBold: true, colour: 'river' }),
    { kind: 'path', d: 'M519 282h150', colour: 'rice', stroke: 5 },
  ]
}

/** From the gold line to the QR: drawn closer together when a name or a title is long. */
function bodyOf({ facts }: Paper, measure: Measure): TextShape[] {
  const small = { isBold: false, width: body.width, leading: 1.3 }
  const large = { isBold: true, colour: 'ink', leading: 1.26 } as const
  const lines = [
    { ...small, words: `${facts.issuerName} ${facts.lead}`, size: 20, colour: 'soft', gap: 46 } as const,
    { ...large, words: facts.fullName, size: nameSize(facts.fullName, measure), width: body.width, gap: 58 },
    { ...small, words: facts.sentence, size: 20, colour: 'soft', gap: 42 } as const,
    { ...large, words: facts.courseTitle, size: 29, width: 900, gap: 42 },
    { ...small, words: factsLine(facts), size: 20, colour: 'ink', gap: 36 } as const,
    ...detailLines(facts).map((words) => ({ ...small, words, size: 16, colour: 'soft', gap: 27 }) as const),
  ].flatMap((block) => linesOf(block, measure))
  const height = lines.reduce((sum, { gap }) => sum + gap, 0)
  const room = body.bottom - body.top
  const scale = Math.min(1, room / height)
  const spread = Math.min(1.25, Math.max(1, room / height))
  let y = body.top
  return lines.map(({ words, size, isBold, colour, gap }) => {
    y += gap * scale * spread
    return text(middle, y, size * scale, words, { isBold, colour })
  })
}

/** Size 46 holds about 32 letters; longer ones go to 38, and beyond the paper's width to more lines. */
function nameSize(name: string, measure: Measure) {
  return name.length <= nameLetters && 46 * measure(name, true) <= body.width ? 46 : 38
}

type Block = Line & { width: number; leading: number }

function linesOf({ words, size, isBold, colour, gap, width, leading }: Block, measure: Measure): Line[] {
  const lines = wrap(words, width, (part) => size * measure(part, isBold))
  return lines.map((line, at) => ({ words: line, size, isBold, colour, gap: at === 0 ? gap : size * leading }))
}

function factsLine({ hours, completedOn }: CertificateFacts) {
  const done = `hoàn thành ngày ${formatDay(completedOn, 'vi')}`
  return hours > 0 ? `${formatNumber(hours, 'vi')} tiết · ${done}` : `H${done.slice(1)}`
}

function detailLines({ hours, categoryName, approval }: CertificateFacts) {
  return [
    hours > 0 && categoryName ? `Nội dung: ${categoryName}` : '',
    approval ? `Chương trình theo ${approval}` : '',
  ].filter(Boolean)
}

function foot({ code, facts, site }: Paper, measure: Measure): Shape[] {
  const address = `${site.replace(/^https?:\/\//, '')}/certificates`
  const check = `Kiểm tra tại ${address}`
  return [
    { kind: 'path', d: `M${qr.left} ${qr.top}h${qr.size}v${qr.size}h${-qr.size}z`, colour: 'white' },
    { kind: 'path', d: qrPath(`${site}/certificates/${code}`, qr.left, qr.top, qr.size), colour: 'ink' },
    { kind: 'path', d: `M${qr.left} ${qr.top}h${qr.size}v${qr.size}h${-qr.size}z`, colour: 'river', stroke: 2 },
    text(66, 598, 15, 'Mã giấy', { align: 'start', colour: 'soft' }),
    text(66, 630, 28, code, { align: 'start', isBold: true }),
    text(66, 656, Math.min(15, 430 / measure(check, false)), check, { align: 'start', colour: 'soft' }),
    text(946, 612, 18, `${facts.place}, ${formalDay(facts.issuedOn)}`),
    text(946, 640, 18, facts.signerTitle.toLocaleUpperCase('vi'), { isBold: true }),
    text(946, 724, 20, facts.signerName, { isBold: true }),
    ...(facts.isSample
      ? [text(1140, 829, 11, 'Bản mẫu, không có giá trị chứng nhận', { align: 'end', colour: 'soft' })]
      : []),
  ]
}

function rule(d: string): PathShape {
  return { kind: 'path', d, colour: 'ink', stroke: 1.5 }
}

function text(x: number, y: number, size: number, words: string, look: Partial<TextShape> = {}): TextShape {
  return { kind: 'text', x, y, size, words, isBold: false, colour: 'ink', align: 'middle', ...look }
}
