import type { TablePaper } from '#app/certificates/table-paper.ts'
import { type Day, formatDay } from '#app/i18n/day.ts'
import type { ExportTable } from '#app/intake/export/export-table.ts'
import type { RecordLine, TrainingRecord } from '#app/requirements/hours/training-record-of.server.ts'

/**
 * It goes into a Vietnamese personnel file, so its words are Vietnamese whatever the language of the page, and its columns
 * are those of the file (mẫu 2C) and no more: hours stand on the page of the year, where each course counts once.
 */
const sheet = {
  name: 'Đào tạo, bồi dưỡng',
  title: 'Quá trình đào tạo, bồi dưỡng',
  columns: [
    { heading: 'Tên cơ sở đào tạo, bồi dưỡng', width: 32 },
    { heading: 'Chuyên ngành, nội dung đào tạo, bồi dưỡng', width: 48 },
    { heading: 'Từ tháng, năm – đến tháng, năm', width: 22 },
    { heading: 'Hình thức', width: 18 },
    { heading: 'Văn bằng, chứng chỉ', width: 32 },
  ],
  forms: { onsite: 'Tập trung', blended: 'Bán tập trung', online: 'Từ xa, trực tuyến' },
  person: (fullName: string) => `Họ và tên: ${fullName}`,
  sum: (lines: number) => (lines === 0 ? 'Chưa có khóa học nào để ghi.' : `Cộng: ${lines} khóa học.`),
  made: (day: string) =>
    `Bến Số lập ngày ${day}. Chỉ gồm giấy còn giá trị và khóa học nơi khác đã được cơ quan xác nhận.`,
  page: 'Trang',
} as const

/** The training record as a workbook. */
export function recordTable({ lines }: TrainingRecord): ExportTable {
  return { title: sheet.name, columns: [...sheet.columns], rows: lines.map(wordsOf) }
}

/** The same to be printed. */
export function recordPaper({ fullName, lines }: TrainingRecord, day: Day): TablePaper {
  return {
    title: sheet.title,
    about: [sheet.person(fullName)],
    columns: sheet.columns.map(({ heading, width: share }) => ({ heading, share })),
    rows: lines.map(wordsOf),
    foot: [sheet.sum(lines.length), sheet.made(formatDay(day, 'vi'))],
    madeOn: day,
    pageWord: sheet.page,
  }
}

function wordsOf({ provider, content, beganDay, completedDay, form, paper }: RecordLine): string[] {
  return [provider, content, `${monthOf(beganDay)} – ${monthOf(completedDay)}`, sheet.forms[form], paper]
}

/** 03/2026 */
function monthOf(day: Day): string {
  return `${day.slice(5, 7)}/${day.slice(0, 4)}`
}
