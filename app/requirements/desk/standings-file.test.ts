import { expect, test } from 'vitest'
import { dayOf } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { csvLines } from '#app/intake/export/csv-lines.ts'
import { standingsFile } from '#app/requirements/desk/standings-file.server.ts'
import type { StandingsAsked } from '#app/requirements/keeping/listed-standing.ts'
import { anOfficeAsked, signedInFor } from '#tests/standings.ts'
import { aUnit } from '#tests/units.ts'

const said = { t: messages('vi').standings, locale: 'vi' as const }
const today = dayOf(new Date())

async function linesOf(viewer: Parameters<typeof standingsFile>[0], asked: StandingsAsked) {
  const table = await standingsFile(viewer, asked, said)
  if (!table) return null
  const lines: string[] = []
  for await (const line of csvLines(table)) lines.push(line.trim())
  return lines
}

test('a list goes into a file whole, in the order of names, with the filters it has on the page', async () => {
  const { department, requirementId } = await anOfficeAsked()
  const { who } = await signedInFor(department)
  const asked = { unitId: department, day: today, requirementId }

  const [heading, ...all] = (await linesOf(who, asked)) ?? []
  expect(heading).toContain('"Họ và tên";"Năm sinh";"Đơn vị"')
  expect(all.map((line) => line.split(';')[1])).toEqual(['"Nguyễn Văn An"', '"Trần Thị Bình"', '"Lê Văn Cường"'])
  expect(all[0]).toContain('"Đã xong";"31/03/2026";"10/03/2026"')
  expect(await linesOf(who, { ...asked, standing: 'overdue' })).toHaveLength(3)
  expect(await linesOf(who, { ...asked, words: 'binh' })).toHaveLength(2)
})

test('the file of a list is for whoever sees its people', async () => {
  const { department } = await anOfficeAsked()
  const { who } = await signedInFor(await aUnit())
  expect(await linesOf(who, { unitId: department, day: today })).toBeNull()
})
