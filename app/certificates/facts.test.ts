import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serialOf, stateOf } from '#app/certificates/certificate.ts'
import { factsOf } from '#app/certificates/facts.ts'
import { hoursIn } from '#app/certificates/hours.ts'
import { paperOf } from '#app/certificates/paper-of.server.ts'
import { pictureOf } from '#app/certificates/picture-of.server.ts'
import { settingsOn } from '#app/web/settings.server.ts'
import type { Settings } from '#app/web/settings.ts'
import { aSheet } from '#tests/course-sheet.ts'
import { sampleFacts } from '#tests/paper.ts'

const settings = settingsOn('2026-11-22')
const official = aSheet({ code: 'CB2', audience: 'officials', hours: 10, certificate: { kind: 'completion' } })
const facts = (changes: Partial<Settings> = {}, sheet = official, fullName = 'Nguyễn Thị Bé Ba') =>
  factsOf({
    fullName,
    sheet,
    settings: { ...settings, ...changes },
    number: 7,
    completedOn: '2026-11-18',
    issuedOn: '2026-11-20',
  })

test('a paper is numbered in the register’s year, with four digits and more when they are needed', () => {
  expect(serialOf('GCN-BS', 2026, 7)).toBe('0007/2026/GCN-BS')
  expect(serialOf('GCN-BS', 2026, 12_345)).toBe('12345/2026/GCN-BS')
  expect(facts().serial).toBe('0007/2026/GCN-BS')
})

test('the number is of the year of issue, though the course was completed the year before', () => {
  const issued = factsOf({
    fullName: 'A',
    sheet: official,
    settings,
    number: 1,
    completedOn: '2026-12-31',
    issuedOn: '2027-01-02',
  })
  expect(issued).toMatchObject({ serial: '0001/2027/GCN-BS', completedOn: '2026-12-31', issuedOn: '2027-01-02' })
})

test('a name typed with letters and marks apart stands on the paper as one letter each', () => {
  expect(facts({}, official, 'Nguyễn Thị Bé Ba'.normalize('NFD')).fullName).toBe('Nguyễn Thị Bé Ba'.normalize('NFC'))
})

test('the regulated word stands on a paper only when a decision covers the course', () => {
  const papers = settings.papers.map((paper) => ({ ...paper, approved: 'CHỨNG CHỈ BỒI DƯỠNG' }))
  const approvals = [{ number: '12/QĐ-SKHCN', day: '2026-09-01', courses: ['CB2'] }]
  const other = aSheet({ ...official, code: 'CB3' })

  expect(facts({ papers, approvals })).toMatchObject({
    title: 'CHỨNG CHỈ BỒI DƯỠNG',
    approval: 'Quyết định số 12/QĐ-SKHCN ngày 01/09/2026',
  })
  expect(facts({ papers, approvals }, other)).toMatchObject({ title: 'GIẤY CHỨNG NHẬN', approval: '' })
  expect(facts({ papers })).toMatchObject({ title: 'GIẤY CHỨNG NHẬN', approval: '' })
})

test('a decision without another title changes no title', () => {
  const papers = settings.papers.map(({ approved, ...paper }) => paper)
  const approvals = [{ number: '12/QĐ', day: '2026-09-01', courses: [] }]
  expect(facts({ papers, approvals })).toMatchObject({
    title: 'GIẤY CHỨNG NHẬN',
    approval: expect.stringContaining('12/QĐ'),
  })
})

test('a category that the settings do not name is left out, not printed as a code', () => {
  expect(facts()).toMatchObject({ categoryName: settings.categories.KHCN_KNS })
  expect(facts({ categories: {} }).categoryName).toBe('')
})

test('what is invented is marked on every paper made with it', () => {
  expect(facts({ sample: true }).isSample).toBe(true)
  expect(facts({ sample: false }).isSample).toBe(false)
})

test('a revocation weighs more than a replacement', () => {
  const day = new Date()
  expect(stateOf({ replacedAt: null, revokedAt: null })).toBe('valid')
  expect(stateOf({ replacedAt: day, revokedAt: null })).toBe('replaced')
  expect(stateOf({ replacedAt: null, revokedAt: day })).toBe('revoked')
  expect(stateOf({ replacedAt: day, revokedAt: day })).toBe('revoked')
})

test('no picture goes round of a paper that counts no more', async () => {
  const verdict = { code: 'BS-7K4M-Q9TX', facts: sampleFacts }
  expect((await pictureOf({ ...verdict, state: 'valid' }, 'https://benso.example'))?.length).toBeGreaterThan(10)
  for (const state of ['replaced', 'revoked'] as const)
    expect(await pictureOf({ ...verdict, state }, 'https://benso.example')).toBeNull()
  expect(paperOf({ ...verdict, state: 'valid' }, 'https://benso.example')).toMatchObject({
    code: 'BS-7K4M-Q9TX',
    site: 'https://benso.example',
    facts: sampleFacts,
  })
})

const paper = (changes: Partial<typeof sampleFacts>, state = 'valid') => ({
  state,
  facts: { ...sampleFacts, ...changes },
})

test('hours count in the Vietnamese year of completion, by category', () => {
  const papers = [
    paper({ courseCode: 'CB1', hours: 8, category: 'A', completedOn: '2026-01-01' }),
    paper({ courseCode: 'CB2', hours: 10, category: 'B', completedOn: '2026-12-31' }),
    paper({ courseCode: 'CB3', hours: 4.5, category: 'A', completedOn: '2026-06-01' }),
    paper({ courseCode: 'CB4', hours: 20, category: 'A', completedOn: '2025-12-31' }),
    paper({ courseCode: 'CB5', hours: 20, category: 'A', completedOn: '2027-01-01' }),
  ]
  expect(hoursIn(2026, papers)).toEqual({
    total: 22.5,
    byCategory: [
      { category: 'A', hours: 12.5 },
      { category: 'B', hours: 10 },
    ],
  })
})

test('a course counts once a year, and papers that were taken back or replaced not at all', () => {
  expect(hoursIn(2026, [paper({}), paper({ fullName: 'Khác' })]).total).toBe(10)
  expect(hoursIn(2026, [paper({}, 'revoked'), paper({}, 'replaced')])).toEqual({ total: 0, byCategory: [] })
  expect(hoursIn(2026, [paper({}, 'revoked'), paper({})]).total).toBe(10)
})

test('a course without hours is no line of its own', () => {
  expect(hoursIn(2026, [paper({ courseCode: 'CD3', hours: 0, category: 'X' })])).toEqual({ total: 0, byCategory: [] })
})

test('whatever the papers, the lines make the sum, and one paper more never takes hours away', () => {
  const papers = fc.array(
    fc.record({
      courseCode: fc.constantFrom('CB1', 'CB2', 'CB3', 'CD3'),
      category: fc.constantFrom('A', 'B'),
      completedOn: fc.constantFrom('2025-12-31', '2026-01-01', '2026-07-01'),
      state: fc.constantFrom('valid', 'revoked', 'replaced'),
    }),
  )
  const hoursOf = { CB1: 8, CB2: 10, CB3: 4, CD3: 0 }
  fc.assert(
    fc.property(papers, papers, (some, more) => {
      const held = [...some, ...more].map(({ state, courseCode, ...rest }) =>
        paper({ ...rest, courseCode, hours: hoursOf[courseCode] }, state),
      )
      const all = hoursIn(2026, held)
      expect(all.total).toBe(all.byCategory.reduce((sum, line) => sum + line.hours, 0))
      expect(all.total).toBeLessThanOrEqual(22)
      expect(all.total).toBeGreaterThanOrEqual(hoursIn(2026, held.slice(0, some.length)).total)
    }),
  )
})
