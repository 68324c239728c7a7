import { expect, test } from 'vitest'
import { recordPaper, recordTable } from '#app/requirements/hours/record-sheet.ts'

const line = {
  provider: 'Trường Chính trị tỉnh',
  content: 'Bồi dưỡng lãnh đạo, quản lý cấp phòng',
  beganDay: '2025-12-29',
  completedDay: '2026-01-09',
  form: 'blended' as const,
  paper: '12/GCN',
  halfHours: 80,
  category: 'QLNN',
}
const record = { fullName: 'Lê Thị Mai', lines: [line, { ...line, paper: '' }] }

test('the record has the five columns of the personnel file and no more, months as it wants them', () => {
  const { columns, rows } = recordTable(record)
  expect(columns.map(({ heading }) => heading)).toEqual([
    'Tên cơ sở đào tạo, bồi dưỡng',
    'Chuyên ngành, nội dung đào tạo, bồi dưỡng',
    'Từ tháng, năm – đến tháng, năm',
    'Hình thức',
    'Văn bằng, chứng chỉ',
  ])
  expect(rows).toEqual([
    [line.provider, line.content, '12/2025 – 01/2026', 'Bán tập trung', '12/GCN'],
    [line.provider, line.content, '12/2025 – 01/2026', 'Bán tập trung', ''],
  ])
})

test('the printed record names the person and says how many lines it has, or that there is none', () => {
  const paper = recordPaper(record, '2026-11-23')
  expect([paper.about, paper.foot[0], paper.rows]).toEqual([
    ['Họ và tên: Lê Thị Mai'],
    'Cộng: 2 khóa học.',
    recordTable(record).rows,
  ])
  expect(recordPaper({ ...record, lines: [] }, '2026-11-23').foot[0]).toBe('Chưa có khóa học nào để ghi.')
})
