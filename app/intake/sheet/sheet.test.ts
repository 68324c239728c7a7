import { expect, test } from 'vitest'
import { toTcvn3, toVni } from '#tests/vietnamese.ts'
import { aFile, aZip, peopleInSheet, readAll, sheetOf, workbookOf } from '#tests/workbook.ts'

const header = ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Điện thoại', 'Đơn vị', 'Chức vụ']
const ba = ['1', 'Nguyễn Thị Bé Ba', '1/7/1990', '999190001234', '0571234567', 'Sở Nội vụ', 'Chuyên viên']
const tam = ['2', 'Lê Văn Tám', '1965', '', '0572222222', 'Sở Nội vụ', '']

test('rows above the header, sections, subtotals, the header said again and signatures are no people', async () => {
  const { people, passed } = await peopleInSheet([
    ['UBND XÃ GIA THUẬN', null, null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['DANH SÁCH CÁN BỘ THEO ĐƠN VỊ'],
    [],
    header,
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
    ['I. Văn phòng'],
    ba,
    ['Cộng mục I: 1 người'],
    header,
    ['II. Phòng Kinh tế'],
    tam,
    ['Tổng cộng', null, '2'],
    [null, null, null, null, null, 'Gia Thuận, ngày 05 tháng 02 năm 2026'],
    [null, 'NGƯỜI LẬP BIỂU', null, null, null, 'CHỦ TỊCH'],
    [null, 'Võ Thị Bé Tám', null, null, null, 'Lê Văn Chín'],
  ])

  expect(people.map(({ row, person, besides }) => [row, person.fullName, besides.section])).toEqual([
    [7, 'Nguyễn Thị Bé Ba', 'Văn phòng'],
    [11, 'Lê Văn Tám', 'Phòng Kinh tế'],
  ])
  expect(passed.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
    '5 numbering',
    '6 section',
    '8 total',
    '9 header-again',
    '10 section',
    '12 total',
    '13 note',
    '14 note',
    '15 note',
  ])
})

test('where no unit is named, the heading of the section is the unit', async () => {
  const { people } = await peopleInSheet([
    ['STT', 'Họ và tên', 'Năm sinh'],
    ['A. Trường Tiểu học Thạnh Phú'],
    ['1', 'Nguyễn Thị Bé Ba', '1990'],
    ['B - Trạm Y tế'],
    ['2', 'Lê Văn Tám', '1965'],
  ])
  expect(people.map(({ person }) => person.unit)).toEqual(['Trường Tiểu học Thạnh Phú', 'Trạm Y tế'])
})

test('a unit merged over several rows belongs to each of them', async () => {
  const { people } = await peopleInSheet(
    [
      header,
      ba,
      ['2', 'Lê Văn Tám', '1965', null, '0572222222', null, 'Văn thư'],
      ['3', 'Tạ Thị Út', '1970', null, null, null, null],
    ],
    ['F2:F4'],
  )
  expect(people.map(({ person }) => person.unit)).toEqual(['Sở Nội vụ', 'Sở Nội vụ', 'Sở Nội vụ'])
})

test('a header of two rows: họ and tên, and years of birth under Nam and Nữ', async () => {
  const { people, plan } = await peopleInSheet(
    [
      ['TT', 'Họ và tên', null, 'Năm sinh', null, 'Đơn vị công tác'],
      [null, 'Họ và chữ đệm', 'Tên', 'Nam', 'Nữ', null],
      ['1', 'Nguyễn Thị Bé', 'Ba', null, '1990', 'Sở Nội vụ'],
      ['2', 'Lê Văn', 'Tám', '1965', null, 'Sở Nội vụ'],
    ],
    ['A1:A2', 'B1:C1', 'D1:E1', 'F1:F2'],
  )
  expect(plan?.plan.headerRows).toEqual([1, 2])
  expect(people.map(({ person, besides }) => [person.fullName, person.birth, besides.gender])).toEqual([
    ['Nguyễn Thị Bé Ba', { year: 1990 }, 'female'],
    ['Lê Văn Tám', { year: 1965 }, 'male'],
  ])
})

test('day, month and year of birth may stand in three columns', async () => {
  const { people } = await peopleInSheet(
    [
      ['STT', 'Họ tên', 'Ngày tháng năm sinh', null, null],
      [null, null, 'Ngày', 'Tháng', 'Năm'],
      ['1', 'Nguyễn Thị Bé Ba', '01', '07', '1990'],
    ],
    ['C1:E1'],
  )
  expect(people[0]?.person.birth).toEqual({ day: 1, month: 7, year: 1990 })
})

test('two header rows alike are one header', async () => {
  const { people, passed } = await peopleInSheet([header, header, ba])
  expect(people).toHaveLength(1)
  expect(passed).toEqual([{ row: 2, kind: 'header-again', text: header.join(' ') }])
})

test('a list without header is understood by what stands in it, and every column is a doubt', async () => {
  const { people, plan } = await readAll(await aFile(`${[ba, tam].map((row) => row.join(';')).join('\n')}\n`))
  expect(people.map(({ person }) => [person.fullName, person.phone, person.birth?.year])).toEqual([
    ['Nguyễn Thị Bé Ba', '+84571234567', 1990],
    ['Lê Văn Tám', '+84572222222', 1965],
  ])
  expect(
    plan?.plan.columns
      .filter(({ field }) => field)
      .every(({ by, confidence }) => by === 'contents' && confidence < 0.7),
  ).toBe(true)
})

test('a person may say which column holds what', async () => {
  const rows = [
    ['STT', 'Học viên', 'Mã', 'Thẻ'],
    ['1', 'Nguyễn Thị Bé Ba', '0571234567', '999190001234'],
  ]
  const { people } = await peopleInSheet(rows, [], { choices: { 1: 'fullName', 2: null, 3: 'personalId' } })
  expect(people[0]?.person).toMatchObject({ fullName: 'Nguyễn Thị Bé Ba', phone: null, personalId: '999190001234' })
})

test('days cells of Excel for Mac, formulas and numbers that lost their zero are read', async () => {
  const sheet = sheetOf([
    header,
    [
      '<c><v>1</v></c>',
      '<c t="str"><f>A1&amp;B1</f><v>Nguyễn Thị Bé Ba</v></c>',
      '<c s="1"><v>31228</v></c>',
      '<c><v>99190001234</v></c>',
      '<c><v>571234567</v></c>',
    ],
    ['<c><v>2</v></c>', 'Lê Văn Tám', '<c><f>NOW()</f></c>', '<c><v>9.9919E+11</v></c>', '<c t="e"><v>#N/A</v></c>'],
  ])
  const styles =
    '<styleSheet><fonts><font><name val="Arial"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/></cellXfs></styleSheet>'
  const parts = workbookOf([{ xml: sheet }], { 'xl/styles.xml': styles })
  const mac = {
    ...parts,
    'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace('<workbookPr/>', '<workbookPr date1904="1"/>'),
  }
  const { people } = await readAll(await aZip(mac))

  expect(people.map(({ person }) => person)).toMatchObject([
    {
      fullName: 'Nguyễn Thị Bé Ba',
      birth: { day: 1, month: 7, year: 1989 },
      personalId: '099190001234',
      phone: '+84571234567',
      problems: ['id-birth-mismatch', 'id-leading-zero-restored', 'phone-leading-zero-restored'],
    },
    { fullName: 'Lê Văn Tám', birth: null, personalId: null, phone: null, problems: ['id-scientific'] },
  ])
  expect(people[0]?.cells.birth?.raw).toBe('1/7/1989')
  expect(people[1]?.cells.birth?.doubts).toEqual(['no-result'])
})

test('of several sheets the first visible list is read, or the one asked for', async () => {
  const people = (name: string) => sheetOf([header, ['1', name, '1990', null, '0571234567']])
  const path = await aZip(
    workbookOf([
      { name: 'Hướng dẫn', xml: sheetOf([['Điền đủ các cột']]) },
      { name: 'Ẩn', state: 'hidden', xml: people('Lê Văn Ẩn') },
      { name: 'Xã A', xml: people('Nguyễn Thị Bé Ba') },
      { name: 'Xã B', xml: people('Lê Văn Tám') },
    ]),
  )
  const first = await readAll(path)
  expect(first.people[0]?.person.fullName).toBe('Nguyễn Thị Bé Ba')
  expect(first.plan?.source).toEqual({ format: 'xlsx', sheet: 'Xã A', sheets: ['Hướng dẫn', 'Xã A', 'Xã B'] })
  expect((await readAll(path, { sheet: 'Xã B' })).people[0]?.person.fullName).toBe('Lê Văn Tám')
})

test('the second row of a person is a copy; a namesake is not; one number under two names is a doubt', async () => {
  const { people } = await peopleInSheet([
    header,
    ba,
    [...ba.slice(0, 5), 'Sở Y tế', 'Kế toán'],
    ['3', 'Nguyễn Thị Bé Ba', '1/7/1990', '999190009999', '0579999999'],
    ['4', 'Lê Văn Tám', '1965', '999190001234', '0572222222'],
    ['5', 'Tạ Thị Út', '1970', null, '0573333333'],
    ['6', 'TẠ THỊ ÚT', '1970', null, '0573333333'],
  ])
  expect(people.map(({ person, duplicateOf }) => [person.problems.includes('duplicate-person'), duplicateOf])).toEqual([
    [false, undefined],
    [true, 2],
    [false, undefined],
    [false, undefined],
    [false, undefined],
    [true, 6],
  ])
  expect(people[3]?.cells.personalId?.doubts).toContain('id-shared')
})

test('Tống and Công are family names, not totals', async () => {
  const { people } = await readAll(
    await aFile('Họ tên,Năm sinh\nTống Văn Hai,1990\nCông Thị Ba,1991\nTổng số: 2 người,\n'),
  )
  expect(people.map(({ person }) => person.fullName)).toEqual(['Tống Văn Hai', 'Công Thị Ba'])
})

test('a row with a number or a phone and no name is told', async () => {
  const { passed } = await peopleInSheet([header, ba, ['2', '', '1/1/1990', '999190007777', '0571111111']])
  expect(passed).toMatchObject([{ row: 3, kind: 'nameless' }])
})

test('rows in Unicode, in TCVN3 and in VNI may stand under each other, also without fonts', async () => {
  const row = (write: (text: string) => string) => ba.map((text, at) => (at === 1 || at > 4 ? write(text) : text))
  const as = [(text: string) => text, toTcvn3, toVni, (text: string) => text.normalize('NFD')]
  const { people } = await peopleInSheet([header, ...as.map(row)])
  expect(people.map(({ person }) => [person.fullName, person.unit, person.position])).toEqual(
    as.map(() => ['Nguyễn Thị Bé Ba', 'Sở Nội vụ', 'Chuyên viên']),
  )
})

test('a cell that reads in two ways in a list of several letterings is marked', async () => {
  const { people } = await peopleInSheet([
    header,
    ['1', toTcvn3('Nguyễn Thị Đẹp'), '1990', '', '', 'Trường Tiểu học Thạnh Phú', 'Hé lý'],
    ['2', 'Trần Thị Diễm Lụa', '1990', '', '', toVni('Trường Tiểu học Thạnh Phú'), ''],
  ])
  expect(people[0]?.cells.position).toEqual({ column: 6, raw: 'Hé lý', doubts: ['letters-unsure'] })
})

test('small letters in a font that draws capitals are told, and become a name again', async () => {
  const styles =
    '<styleSheet><fonts><font><name val="Arial"/></font><font><name val=".VnTimeH"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>'
  const cell = `<c s="1" t="inlineStr"><is><t>${toTcvn3('nguyễn thị đẹp')}</t></is></c>`
  const sheet = sheetOf([header, ['1', cell, '1990']])
  const { people } = await readAll(await aZip(workbookOf([{ xml: sheet }], { 'xl/styles.xml': styles })))
  expect(people[0]?.person).toMatchObject({ fullName: 'Nguyễn Thị Đẹp', problems: ['name-case-lost'] })
  expect(people[0]?.cells.fullName?.raw).toBe(toTcvn3('nguyễn thị đẹp'))
})

test('rich text is one text, and its own font counts', async () => {
  const strings = `<sst><si><r><rPr><rFont val="VNI-Times"/></rPr><t xml:space="preserve">${toVni('Nguyễn Thị ')}</t></r><r><t>${toVni('Đẹp')}</t></r><rPh><t>ngu</t></rPh></si></sst>`
  const parts = workbookOf([{ xml: sheetOf([header, ['1', '<c t="s"><v>0</v></c>', '1990']]) }], {
    'xl/sharedStrings.xml': strings,
  })
  const rels = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
    '</Relationships>',
    '<Relationship Id="t" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
  )
  const { people } = await readAll(await aZip({ ...parts, 'xl/_rels/workbook.xml.rels': rels }))
  expect(people[0]?.person.fullName).toBe('Nguyễn Thị Đẹp')
})

test('what else a list tells is kept: gender, kind of staff, e-mail, code, note, and rows that were hidden', async () => {
  const path = await aFile(
    [
      'Mã NV,Họ và tên,Giới tính,Đối tượng,Email,Ghi chú,CMND',
      'NV01,Nguyễn Thị Bé Ba,Nữ,Công chức,Ba@Example.VN,Lớp 2,310123456',
      'NV02,Lê Văn Tám,khác,Cộng tác viên,tam(at)example.vn,,',
    ].join('\n'),
  )
  const { people } = await readAll(path)
  expect(people[0]?.besides).toMatchObject({
    gender: 'female',
    category: 'civil-servant',
    email: 'ba@example.vn',
    staffCode: 'NV01',
    note: 'Lớp 2',
    oldId: '310123456',
    isHidden: false,
  })
  const { gender, category, email } = people[1]?.cells ?? {}
  expect([gender, category, email].map((cell) => cell?.doubts)).toEqual([
    ['gender-unknown'],
    ['category-unknown'],
    ['email-invalid'],
  ])
  const hidden = sheetOf([header, ba]).replace('<row r="2">', '<row r="2" hidden="1">')
  expect((await readAll(await aZip(workbookOf([{ xml: hidden }])))).people[0]?.besides.isHidden).toBe(true)
})
