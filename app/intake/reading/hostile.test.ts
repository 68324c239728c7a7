import { open, readFile, truncate } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messages } from '#app/i18n/messages.ts'
import { kindOf } from '#app/intake/reading/file-kind.ts'
import { refusalCodes } from '#app/intake/reading/refusal.ts'
import { inWords } from '#app/intake/reading/refusal-in-words.ts'
import { toUtf16 } from '#tests/vietnamese.ts'
import { aFile, aZip, readAll, sheetOf, workbookOf } from '#tests/workbook.ts'

const list = 'Họ và tên,Ngày sinh\nNguyễn Thị Bé Ba,1/7/1990\n'
const sheet = sheetOf([
  ['Họ và tên', 'Ngày sinh'],
  ['Nguyễn Thị Bé Ba', '1/7/1990'],
])
const refusalOf = async (path: string) => (await readAll(path)).refusal

test('a file is what its bytes say, whatever its name is', async () => {
  expect((await readAll(await aFile(list, 'danh-sach.xlsx'))).people).toHaveLength(1)
  const path = await aZip(workbookOf([{ xml: sheet }]), 'danh-sach.csv')
  expect((await readAll(path)).people).toHaveLength(1)
})

test('what is no list of people is refused by what it is', async () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const oleWith = (name: string) =>
    Buffer.concat([ole, Buffer.alloc(600), Buffer.from(name, 'utf16le'), Buffer.alloc(600)])
  const cases: Array<[path: string, code: string]> = [
    [await aFile('', 'a.csv'), 'empty'],
    [await aFile(' \r\n \n'), 'empty'],
    [await aFile(oleWith('Workbook'), 'a.xlsx'), 'old-excel'],
    [await aFile(oleWith('EncryptedPackage'), 'a.xlsx'), 'encrypted'],
    [await aFile(oleWith('WordDocument'), 'a.xlsx'), 'word'],
    [await aFile('%PDF-1.7\n…', 'a.xlsx'), 'pdf'],
    [await aFile(Buffer.from('89504e470d0a1a0a', 'hex'), 'a.csv'), 'picture'],
    [await aFile('<html><table><tr><td>Họ và tên</td></tr></table></html>', 'a.xls'), 'web-page'],
    [await aFile('<?xml version="1.0"?><Workbook/>', 'a.xls'), 'other-spreadsheet'],
    [await aFile('{\\rtf1 Họ và tên}', 'a.csv'), 'word'],
    [await aFile(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 200, 1, 2, 3]), 'a.csv'), 'not-a-list'],
    [await aZip({ 'word/document.xml': '<w/>' }), 'word'],
    [await aZip({ 'ppt/presentation.xml': '<p/>' }), 'slides'],
    [await aZip({ mimetype: 'application/vnd.oasis…', 'content.xml': '<o/>' }), 'other-spreadsheet'],
    [await aZip({ 'danh-sach.csv': list }), 'archive'],
    [await aZip({ ...workbookOf([{ xml: sheet }]), 'xl/vbaProject.bin': 'macro' }, 'a.xlsm'), 'macros'],
    [await aZip(workbookOf([])), 'no-sheet'],
    [await aFile('Chào bạn. Đây là một lá thư.\nThân mến.\n', 'thu.txt'), 'no-people'],
    [await aFile('Họ và tên;Ngày sinh\n'), 'no-people'],
    ['/nowhere/danh-sach.xlsx', 'missing'],
    ['/tmp', 'missing'],
  ]
  for (const [path, code] of cases) expect(await refusalOf(path), path).toEqual({ code })
})

test('200 MB are refused without being read', async () => {
  const path = await aFile(list)
  await truncate(path, 200 * 1024 * 1024)
  expect(await refusalOf(path)).toEqual({ code: 'too-large' })
})

test('a workbook cut short, or with a part that is no XML, is broken', async () => {
  const bytes = await readFile(await aZip(workbookOf([{ xml: sheet }])))
  for (const share of [0.3, 0.6, 0.95]) {
    const path = await aFile(bytes.subarray(0, Math.floor(bytes.length * share)), 'a.xlsx')
    expect(await refusalOf(path), `${share}`).toEqual({ code: 'broken' })
  }
  expect(await refusalOf(await aZip(workbookOf([{ xml: sheet.slice(0, -40) }])))).toEqual({ code: 'broken' })
  expect(await refusalOf(await aZip(workbookOf([{ xml: 'nothing of the kind' }])))).toEqual({ code: 'broken' })
})

test('a bomb is stopped while it unpacks: one text without end, and tables larger than any list needs', async () => {
  const endless = sheet.replace('1/7/1990', 'A'.repeat(40_000_000))
  expect(await refusalOf(await aZip(workbookOf([{ xml: endless }])))).toEqual({ code: 'bomb' })
  const styles = `<styleSheet>${'<font><name val="x"/></font>'.repeat(1_000_000)}</styleSheet>`
  expect(await refusalOf(await aZip(workbookOf([{ xml: sheet }], { 'xl/styles.xml': styles })))).toEqual({
    code: 'bomb',
  })
})

test('a bomb of many entries is not even looked through', async () => {
  const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`xl/media/${at}.png`, '']))
  expect(await refusalOf(await aZip({ ...workbookOf([{ xml: sheet }]), ...many }))).toEqual({ code: 'bomb' })
})

test('no entity is expanded, near or far', async () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
  const far = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
  for (const doctype of [laughs, far]) {
    const evil = sheet.replace('<worksheet>', `${doctype}<worksheet>`).replace('1/7/1990', '&b;&secret;')
    expect(await refusalOf(await aZip(workbookOf([{ xml: evil }])))).toEqual({ code: 'unsafe-xml' })
  }
})

test('2 million empty rows are not read to their end', async () => {
  const empty = Array.from({ length: 2_000_000 }, (_, at) => `<row r="${at + 3}"/>`).join('')
  const path = await aZip(workbookOf([{ xml: sheet.replace('</sheetData>', `${empty}</sheetData>`) }]))
  const started = Date.now()
  expect((await readAll(path)).people).toHaveLength(1)
  expect(Date.now() - started).toBeLessThan(20_000)

  const lines = await readAll(await aFile(list + ',\n'.repeat(2_000_000)))
  expect(lines.people).toHaveLength(1)
})

test('a list longer than we take is refused with the row', async () => {
  const long = `Họ và tên\n${'Nguyễn Thị Bé Ba\n'.repeat(100_001)}`
  expect(await refusalOf(await aFile(long))).toEqual({ code: 'too-many-rows', row: 100_001 })
})

test('one huge line, and a quotation mark that never closes, are refused with their row', async () => {
  expect(await refusalOf(await aFile(`${list}${'x'.repeat(3_000_000)}\n`))).toEqual({ code: 'line-too-long', row: 3 })
  expect(await refusalOf(await aFile(`${list}"Lê Văn Tám,1965\nTạ Thị Út,1970\n`))).toEqual({
    code: 'quote-open',
    row: 3,
  })
})

test('zeros between the letters, lone carriage returns and a told separator do no harm', async () => {
  const zeros = list.replaceAll('ễ', 'ễ\0')
  expect((await readAll(await aFile(zeros))).people[0]?.person.fullName).toBe('Nguyễn Thị Bé Ba')
  expect((await readAll(await aFile(list.replaceAll('\n', '\r')))).people).toHaveLength(1)
  const told = await readAll(await aFile(`sep=|\r\n${list.replaceAll(',', '|')}`))
  expect(told.people.map(({ row }) => row)).toEqual([3])
  expect((await readAll(await aFile(toUtf16(list, 'utf-16be', { mark: false })))).people).toHaveLength(1)
})

test('a bit that fell over anywhere in a workbook never makes the reading throw', async () => {
  const bytes = await readFile(await aZip(workbookOf([{ xml: sheet }])))
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const path = await aFile(bytes, 'a.xlsx')
      const file = await open(path, 'r+')
      await file.write(Uint8Array.of((bytes[at] ?? 0) ^ flip), 0, 1, at)
      await file.close()
      await readAll(path)
    }),
    { numRuns: 150 },
  )
})

test('no bytes whatever make the reading throw', async () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void kindOf(bytes)))
  const pieces = fc.constantFrom(
    'Họ tên',
    'Lê Văn Tám',
    '"',
    ';',
    ',',
    '\n',
    '\t',
    '\0',
    '1990',
    '=1+1',
    '\ufeff',
    'PK',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(pieces, { maxLength: 60 }),
      async (some) => void (await readAll(await aFile(some.join('')))),
    ),
    { numRuns: 100 },
  )
})

test('every refusal says in both languages what happened and what to do now', () => {
  for (const locale of ['vi', 'en'] as const)
    for (const code of refusalCodes) {
      const { what, now } = inWords({ code, row: 7 }, messages(locale).intake)
      expect(`${what} ${now}`).toMatch(/7.+\./)
    }
})
