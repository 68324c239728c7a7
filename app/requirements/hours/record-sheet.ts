import type { TablePaper } from '#app/certificates/table-paper.ts'
import { type Day, formatDay, formatNumber } from '#app/i18n/day.ts'
import type { ExportTable } from '#app/intake/export/export-table.ts'
import type { RecordLine, TrainingRecord } from '#app/requirements/hours/training-record-of.server.ts'

/** It goes into a Vietnamese personnel file, so its words are Vietnamese whatever the language of the page. */
const sheet = {
  name: 'Đào tạo, bồi dưỡng',
  title: 'Quá trình đào tạo, bồi dưỡng',
  columns: [
    'Tên cơ sở đào tạo, bồi dưỡng',
    'Chuyên ngành, nội dung đào tạo, bồi dưỡng',
    'Từ tháng, năm – đến tháng, năm',
    'Hình thức',
    'Văn bằng, chứng chỉ',
    'Số tiết',
    'Nhóm nội dung',
  ],
  forms: { onsite: 'Tập trung', blended: 'Bán tập trung', online: 'Từ xa, trực tuyến' },
  person: (fullName: string) => `Họ và tên: ${fullName}`,
  sum: (lines: number, hours: string) => `Cộng: ${lines} khóa, ${hours} tiết.`,
  made: (day: string) =>
    `Bến Số lập ngày ${day}. Chỉ gồm giấy còn giá trị và khóa học nơi khác đã được cơ quan xác nhận.`,
  page: 'Trang',
} as const

/** The training record as a workbook: the columns of the personnel file, hours as numbers. */
export function recordTable({ lines }: TrainingRecord, categories: Record<string, string>): ExportTable {
  return {
    title: sheet.name,
    columns: sheet.columns.map((heading, at) => ({ heading, width: widths[at] ?? 12 })),
    rows: lines.map((line) => [...wordsOf(line, categories).slice(0, 5), line.halfHours / 2, nameOf(line, categories)]),
  }
}

/** The same to be printed. */
export function recordPaper(record: TrainingRecord, categories: Record<string, string>, day: Day): TablePaper {
  const total = record.lines.reduce((sum, { halfHours }) => sum + halfHours, 0) / 2
  return {
    title: sheet.title,
    about: [sheet.person(record.fullName)],
    columns: sheet.columns.map((heading, at) => ({ heading, share: widths[at] ?? 12, isNumber: at === 5 })),
    rows: record.lines.map((line) => wordsOf(line, categories)),
    foot: [sheet.sum(record.lines.length, formatNumber(total, 'vi')), sheet.made(formatDay(day, 'vi'))],
    madeOn: day,
    pageWord: sheet.page,
  }
}

const widths = [28, 36, 18, 14, 26, 9, 32]

function wordsOf(line: RecordLine, categories: Record<string, string>): string[] {
  const { provider, content, beganDay, completedDay, form, paper, halfHours } = line
  const period = `${monthOf(beganDay)} – ${monthOf(completedDay)}`
  return [
    provider,
    content,
    period,
    sheet.forms[form],
    paper,
    formatNumber(halfHours / 2, 'vi'),
    nameOf(line, categories),
  ]
}

function nameOf({ category }: RecordLine, categories: Record<string, string>): string {
  return categories[category] ?? category
}

/** 03/2026 */
function monthOf(day: Day): string {
  return `${day.slice(5, 7)}/${day.slice(0, 4)}`
}
