import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { drawPdf } from '#app/certificates/draw-pdf.server.ts'
import { fontBytes } from '#app/certificates/fonts.server.ts'
import { aPaper } from '#tests/paper.ts'

const lower = [...'àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ']
const letters = [...lower, ...lower.map((letter) => letter.toLocaleUpperCase('vi'))]

test('the 134 Vietnamese letters come back from the PDF as NFC text, in the regular and in the bold face', async () => {
  expect(new Set(letters).size).toBe(134)
  const everyLetter = letters.join('')
  expect(everyLetter).toBe(everyLetter.normalize('NFC'))

  const text = await textOf(await drawPdf(aPaper({ courseTitle: inWords(everyLetter), sentence: everyLetter })))

  expect(text.join('')).toContain(everyLetter)
  expect(text.join(' ')).toContain(inWords(everyLetter))
})

test.each(['regular', 'bold'] as const)('the %s face has a drawn shape for each of the 134 letters', async (face) => {
  const { default: fontkit } = await import('@pdf-lib/fontkit')
  const font = fontkit.create(fontBytes[face])

  for (const letter of letters) {
    const [glyph] = font.glyphsForString(letter)
    expect(font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0), letter).toBe(true)
    expect(glyph?.path.toSVG().length, letter).toBeGreaterThan(20)
  }
})

test('a name typed in NFD is printed and selected as NFC', async () => {
  const text = await textOf(await drawPdf(aPaper({ fullName: 'Nguyễn Thị Bé Ba'.normalize('NFD') })))

  expect(text).toContain('Nguyễn Thị Bé Ba')
})

test('the paper of an official says what it certifies, for how many tiết, and who signs', async () => {
  const text = await textOf(await drawPdf(aPaper({ approval: 'Quyết định số 12/QĐ ngày 01/09/2026' })))

  expect(text).toEqual([
    'ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP',
    'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
    'Số: 0001/2026/GCN-BS',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'GIẤY CHỨNG NHẬN',
    'hoàn thành khóa học',
    'Sở Khoa học và Công nghệ tỉnh Đồng Tháp chứng nhận',
    'Nguyễn Thị Bé Ba',
    'đã học đủ chương trình và đạt yêu cầu kiểm tra khóa bồi dưỡng',
    'An toàn thông tin và bảo vệ dữ liệu cá nhân',
    'cho cán bộ, công chức, viên chức',
    '10 tiết · hoàn thành ngày 18/11/2026',
    'Nội dung: kiến thức khoa học, công nghệ, đổi mới sáng tạo, kỹ năng số, công nghệ số',
    'Chương trình theo Quyết định số 12/QĐ ngày 01/09/2026',
    'Mã giấy',
    'BS-7K4M-Q9TX',
    'Kiểm tra tại benso.example/certificates',
    'Đồng Tháp, ngày 18 tháng 11 năm 2026',
    'GIÁM ĐỐC',
    'Tên mẫu',
    'Bản mẫu, không có giá trị chứng nhận',
  ])
})

test('a confirmation without hours says nothing of hours, nor of a decision that is not there, nor sample when it is real', async () => {
  const text = (
    await textOf(await drawPdf(aPaper({ title: 'GIẤY XÁC NHẬN', lead: 'xác nhận', hours: 0, isSample: false })))
  ).join('\n')

  expect(text).toContain('GIẤY XÁC NHẬN')
  expect(text).toContain('Hoàn thành ngày 18/11/2026')
  for (const word of ['tiết', 'Nội dung', 'Quyết định', 'mẫu,']) expect(text).not.toContain(word)
})

test('a day and a month below ten are written as papers do', async () => {
  const text = await textOf(await drawPdf(aPaper({ issuedOn: '2026-02-05' })))

  expect(text).toContain('Đồng Tháp, ngày 05 tháng 02 năm 2026')
})

test('the same paper gives the same bytes, and weighs under 40 KB', async () => {
  const [once, twice] = [await drawPdf(aPaper()), await drawPdf(aPaper())]

  expect(Buffer.compare(once, twice)).toBe(0)
  expect(once.length).toBeLessThan(40_000)
})

test('the file names its title and its language, its own date, and no person', async () => {
  const document = await getDocument({ data: await drawPdf(aPaper()), verbosity: 0 }).promise
  const { info } = await document.getMetadata()

  expect(info).toMatchObject({
    Title: 'GIẤY CHỨNG NHẬN BS-7K4M-Q9TX',
    Language: 'vi',
    Producer: 'Bến Số',
    CreationDate: 'D:20261117170000Z',
  })
  expect(JSON.stringify(info)).not.toContain('Nguyễn')
  await document.destroy()
})

async function textOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: pdf, verbosity: 0 }).promise
  expect(document.numPages).toBe(1)
  const { items } = await (await document.getPage(1)).getTextContent({ disableNormalization: true })
  await document.destroy()
  return items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []))
}

/** In words of eight, so that lines can break. */
function inWords(all: string) {
  return (all.match(/.{1,8}/gu) ?? []).join(' ')
}
