import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { aReader, phone } from '#tests/e2e/browsing.ts'
import { openStage } from '#tests/e2e/stage.ts'

const { server, browser } = await openStage()

const a4 = [595, 842]
const a5 = [420, 595]

for (const [course, lesson, title] of [
  ['cd3', 'gia-cong-an', 'Có người xưng công an gọi tới'],
  ['cb2', '24-gio-dau', '24 giờ đầu: ba điều nhớ'],
] as const)
  test(`a lesson of ${course} prints without the page around it, its summary on one sheet of A5`, async () => {
    const sheets = await printed(`/courses/${course}/${lesson}`)
    const small = sheets.filter(({ size }) => isAbout(size, a5))
    const large = sheets.filter(({ size }) => isAbout(size, a4))

    expect(small.length + large.length).toBe(sheets.length)
    expect(small.map(({ text }) => text).join('')).toContain(withoutSpaces(title))
    expect(small).toHaveLength(1)
    expect(large.length).toBeGreaterThan(2)
    const all = sheets.map(({ text }) => text).join('')
    for (const around of ['Nhờ người giúp', 'Cỡ chữ', 'Sang thẻ', 'Thoát bài', 'In bài này', 'Vào tài khoản'])
      expect(all).not.toContain(withoutSpaces(around))
  }, 120_000)

for (const [handout, most, words] of [
  ['/courses/cd3/handouts/huong-dan-lop', 4, 'Tờ phát: 6 tin, lừa hay thật'],
  ['/courses/cn3/handouts/huong-dan-lop', 4, 'Dán ở bảng tin của tổ'],
  ['/courses/cb1/handouts/ban-tom-cho-lanh-dao', 3, 'Một tờ cho túi áo'],
] as const)
  test(`${handout} prints on ${most} sheets of A4 at most, without the page around it`, async () => {
    const sheets = await printed(handout)
    expect(sheets.filter(({ size }) => !isAbout(size, a4))).toEqual([])
    expect(sheets.length).toBeLessThanOrEqual(most)
    const all = sheets.map(({ text }) => text).join('')
    expect(all).toContain(withoutSpaces(words))
    expect(all).not.toContain(withoutSpaces('Nhờ người giúp'))
  }, 120_000)

/** Prints a page as a reader would, on a phone as well as at a desk: each sheet's size in points and its words. */
async function printed(path: string) {
  const { page, context } = await aReader(browser, { viewport: phone })
  await page.goto(server.url + path, { waitUntil: 'networkidle' })
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  await context.close()
  const paper = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const numbers = Array.from({ length: paper.numPages }, (_, place) => place + 1)
  return Promise.all(
    numbers.map(async (number) => {
      const sheet = await paper.getPage(number)
      const { items } = await sheet.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
      return { size: sheet.view.slice(2), text: withoutSpaces(text) }
    }),
  )
}

function isAbout(size: number[], wanted: number[]) {
  return size.every((side, place) => Math.abs(side - (wanted[place] ?? 0)) < 3)
}

/** Letters with marks come out of a PDF in pieces, so only their order says something. */
function withoutSpaces(text: string) {
  return text.normalize('NFC').replace(/\s+/g, '')
}
