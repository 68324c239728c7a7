import { expect, test } from 'vitest'
import { serialOf, stateOf } from '#app/certificates/certificate.ts'
import { factsOf } from '#app/certificates/facts.ts'
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
