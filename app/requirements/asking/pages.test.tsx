import { expect, test } from 'vitest'
import { DraftDeeds } from '#app/requirements/asking/draft-deeds.tsx'
import { PreviewFigures } from '#app/requirements/asking/preview-figures.tsx'
import { RequirementFields } from '#app/requirements/asking/requirement-fields.tsx'
import { RequirementList } from '#app/requirements/asking/requirement-list.tsx'
import { drawn } from '#tests/drawn.tsx'

const preview = {
  day: '2026-03-10',
  people: 1234,
  done: 12,
  unreachable: 3,
  units: [{ unitId: 'v', name: 'Văn phòng', people: 1200 }],
  own: 30,
  elsewhere: 4,
  categories: [{ category: 'cong_chuc' as const, people: 1234 }],
  names: ['Lê Thị Mai', 'Nguyễn Văn Phúc'],
}
const deeds = (people: number) => <DraftDeeds action="/requirements/r" people={people} />

test('a preview tells its numbers, where, of which group and some names; the button how many it is asked of', () => {
  const page = drawn(<PreviewFigures preview={preview}>{deeds(1234)}</PreviewFigures>)
  for (const words of ['1.234', '12', 'Văn phòng', 'Ngay tại đơn vị giao', 'Công chức', 'và 1.232 người nữa'])
    expect(page.text).toContain(words)
  expect(page.buttons[0]).toBe('Ban hành: giao cho 1.234 người')
  expect(page.troubles).toEqual([])
})

test('what would be asked of nobody cannot be published from the page', () => {
  const page = drawn(<PreviewFigures preview={{ ...preview, people: 0 }}>{deeds(0)}</PreviewFigures>)
  expect(page.buttons).toEqual(['Bỏ bản nháp'])
  expect(page.text).toContain('Chưa có ai phải học')
})

test('the form has its usual answers, and what is folded away opens where something is wrong', () => {
  const officials = [
    { title: 'An toàn thông tin', after: [] },
    { title: 'Dữ liệu', after: ['An toàn thông tin'] },
  ]
  const choices = {
    below: [{ unitId: 'v', name: 'Văn phòng' }],
    courses: [{ courseId: 'c', title: 'CB2. An toàn thông tin' }],
    programmes: [{ code: 'CBS-2026', title: { vi: 'Cán bộ số 2026', en: 'Digital officials' }, courses: officials }],
  }
  const form = (problems: Record<string, string>) =>
    drawn(
      <RequirementFields
        action="/x"
        unitId="u"
        unitName="Sở Nội vụ"
        choices={choices}
        usual={{ dueDay: '2026-06-30', graceDays: '0' }}
        typed={{ problems, values: {} }}
      />,
    )
  const open = (page: ReturnType<typeof drawn>) => page.named('details').map(({ attributes }) => 'open' in attributes)
  expect(form({}).text).toContain('Cán bộ số 2026 (2 khóa)')
  expect(form({}).text).toContain('học sau “An toàn thông tin”')
  expect(form({}).boxes).toContainEqual(['Học xong chậm nhất ngày', '2026-06-30'])
  expect(form({}).troubles).toEqual([])
  expect(open(form({}))).toEqual([false, false, false, false])
  expect(open(form({ months: 'Số tháng chưa đúng.' }))).toEqual([false, false, true, false])
})

test('a list tells until when, by which document, and how far it is', () => {
  const requirement = {
    id: 'r',
    title: 'Cán bộ số',
    unitName: 'Sở Nội vụ',
    decisionNumber: '12/QĐ-SNV',
    decisionDay: '2026-01-05',
    window: { kind: 'recurring' as const, firstDay: '2026-01-01', everyMonths: 12 },
    graceDays: 0,
    fromDay: '2026-01-10',
    toDay: '9999-12-31',
    state: 'asked' as const,
  }
  const figure = { due: 10, soon: 0, overdue: 2, done: 5, 'done-late': 1, excused: 3 }
  const page = drawn(
    <RequirementList title="x" requirements={[requirement]} none="" figures={{ r: figure }} isOfOthers />,
  )
  for (const words of [
    'Mỗi năm một lần, từ ngày 01/01/2026',
    '12/QĐ-SNV ngày 05/01/2026',
    '6/18, 2 quá hạn',
    'Sở Nội vụ giao',
  ])
    expect(page.text).toContain(words)
  expect(page.links).toEqual([['Cán bộ số', '/requirements/r']])
  expect(page.troubles).toEqual([])
})
