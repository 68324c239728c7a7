import type { BrowserContext } from 'playwright-core'
import { z } from 'zod'
import { post } from '#tests/e2e/people.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import type { Serving } from '#tests/e2e/serving.ts'
import { aZip, sheetOf, workbookOf } from '#tests/workbook.ts'

type Cells = Array<string | null>

/** A list as a commune office has it: titles, merged cells, headings, rows, a total, a signature. */
export function officeList(rows: Cells[]): Promise<string> {
  const around = { above: [['UBND XÃ TÂN THUẬN BÌNH'], ['DANH SÁCH CÁN BỘ, CÔNG CHỨC'], []], below: rows.length }
  const headings = ['TT', 'Họ và tên', 'Ngày sinh', 'Số điện thoại', 'Phòng, ban', 'Chức vụ']
  const numbered = rows.map((row, at) => [String(at + 1), ...row])
  const all: Cells[] = [...around.above, headings, ...numbered, [null, `Tổng cộng: ${around.below} người`]]
  return aZip(workbookOf([{ name: 'CBCC', xml: sheetOf(all, ['A1:F1', 'A2:F2']) }]), 'Danh sách CBCC xã.xlsx')
}

/** Sends a list as the page's form does; the id of the batch. */
export async function sendList(context: BrowserContext, server: Serving, unit: string, lines: string[]) {
  const buffer = Buffer.from(`\ufeff${lines.join('\n')}\n`)
  const answer = await context.request.post(`${server.url}/units/${unit}/imports`, {
    multipart: { list: { name: 'danh-sach.csv', mimeType: 'text/csv', buffer } },
    headers: { origin: new URL(server.url).origin },
    maxRedirects: 0,
  })
  return /imports\/([\w-]+)/.exec(answer.headers().location ?? '')?.[1] ?? ''
}

/** One of the forms of a list's page. */
export function doWithList(context: BrowserContext, server: Serving, id: string, form: Record<string, string>) {
  return post(context, `${server.url}/imports/${id}`, form)
}

/** Waits until the worker is done with a list. */
export async function untilState(server: Serving, id: string, state: string) {
  const records = recordsIn(server.folder)
  const giveUpAt = Date.now() + 60_000
  for (;;) {
    const [batch] = records.read(z.object({ state: z.string() }), 'SELECT state FROM intake_batches WHERE id = ?', id)
    if (batch?.state === state) return
    if (Date.now() > giveUpAt) throw new Error(`list ${id} is ${batch?.state}, not ${state}`)
    await new Promise((wake) => setTimeout(wake, 100))
  }
}

/** Lists of a unit in every state in which they rest, with somebody in doubt who is known already. */
export async function listsIn(context: BrowserContext, server: Serving, unit: string, known: string) {
  const head = 'Họ và tên;Năm sinh;Điện thoại;Đơn vị;Chức vụ'
  const doubtful = [
    head,
    'LÊ VĂN HOA;15/8/68;912345678;;Chuyên viên',
    `${known};;;;Công chức`,
    'Đỗ Văn Lạc;1990;;Phòng Lạ;',
  ]
  const one = (name: string) => sendList(context, server, unit, [head, `${name};1970;;;`])
  const understood = await sendList(context, server, unit, [...doubtful, 'Tổng cộng: 3'])
  const checked = await sendList(context, server, unit, doubtful)
  const failed = await sendList(context, server, unit, ['%PDF-1.7'])
  const [committed, undone, cancelled] = [await one('Mai Thị Vào'), await one('Mai Thị Về'), await one('Mai Thị Bỏ')]
  await doWithList(context, server, cancelled, { deed: 'cancel' })
  await untilState(server, failed, 'failed')
  for (const id of [checked, committed, undone]) {
    await untilState(server, id, 'understood')
    await doWithList(context, server, id, { deed: 'check' })
  }
  for (const id of [committed, undone]) {
    await untilState(server, id, 'checked')
    await doWithList(context, server, id, { deed: 'commit' })
  }
  for (const id of [committed, undone]) await untilState(server, id, 'committed')
  await doWithList(context, server, undone, { deed: 'undo', reason: 'gửi thử' })
  await untilState(server, undone, 'undone')
  return { understood, checked, failed, committed, undone, cancelled }
}
