import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { closeDatabase } from '#app/db/db.server.ts'
import type { BatchState } from '#app/intake/batch.ts'
import { checkBatch } from '#app/intake/check-batch.server.ts'
import { commitBatch } from '#app/intake/commit-batch.server.ts'
import { xlsxBytes } from '#app/intake/export/xlsx-bytes.server.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import { uploadList } from '#app/intake/upload-list.server.ts'
import { establish } from '#app/units/reorganisations/establish.server.ts'
import type { NewUnit } from '#app/units/reorganisations/reorganisation.ts'
import { answerJob } from '#tests/bench/job.ts'
import { Dice } from '#tests/demo/dice.ts'
import { someName } from '#tests/demo/names.ts'

export type ImportLists = { folder: string; people: number; kind: 'xlsx' | 'csv' }
export type Imported = { readSeconds: number; checkSeconds: number; takeInSeconds: number; joined: number }

const root = 'command-line'
const teams = 40
const longestMs = 180_000
const headings = ['STT', 'Họ và tên', 'Năm sinh', 'Điện thoại', 'Đơn vị', 'Chức vụ']

/**
 * In a process of its own, beside the server whose worker does the work: a list of a large enterprise is sent in, looked
 * at and taken in, as somebody would who agrees at once.
 */
await answerJob<ImportLists, Imported>(async ({ folder, people, kind }) => {
  const unitId = await unit({ name: `Công ty ${kind}`, type: 'doanh_nghiep', parentId: null })
  for (let team = 1; team <= teams; team++)
    await unit({ name: `Tổ ${team}`, type: 'phan_xuong_to_chuyen', parentId: unitId })
  const path = join(folder, `danh-sach.${kind}`)
  await writeList(path, kind, rowsOf(people, kind))

  const began = performance.now()
  const uploaded = await uploadList(root, { unitId, path, fileName: `danh-sach.${kind}` })
  if (!uploaded || 'problem' in uploaded) throw new Error(`refused: ${JSON.stringify(uploaded)}`)
  const readSeconds = await until(uploaded.id, 'understood', began)
  const readAt = performance.now()
  await checkBatch(root, uploaded.id)
  const checkSeconds = await until(uploaded.id, 'checked', readAt)
  const checkedAt = performance.now()
  await commitBatch(root, uploaded.id, { leaveUndecided: true })
  const takeInSeconds = await until(uploaded.id, 'committed', checkedAt)
  const joined = (await ownBatch(root, uploaded.id))?.counts.joined ?? 0
  await closeDatabase()
  return { readSeconds, checkSeconds, takeInSeconds, joined }
})

async function unit(form: NewUnit): Promise<string> {
  const decision = { number: 'MẪU', day: '2020-01-01', effectiveDay: '2020-01-01' }
  const made = await establish(root, { decision, unit: form })
  if (!made || 'problems' in made) throw new Error(`not established: ${JSON.stringify(made)}`)
  return made.made[0] ?? ''
}

/** 050: no network was given these numbers. */
function rowsOf(people: number, kind: string): string[][] {
  const dice = new Dice(`imports/${kind}`)
  return Array.from({ length: people }, (_, at) => [
    String(at + 1),
    someName(dice),
    String(dice.between(1965, 2006)),
    `050${kind === 'csv' ? 1 : 2}${String(at).padStart(6, '0')}`,
    `Tổ ${dice.between(1, teams)}`,
    'Công nhân',
  ])
}

async function writeList(path: string, kind: 'xlsx' | 'csv', rows: string[][]) {
  if (kind === 'csv')
    return writeFileSync(path, `\ufeff${[headings, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`)
  const columns = headings.map((heading) => ({ heading }))
  await pipeline(Readable.from(xlsxBytes({ title: 'Danh sách', columns, rows })), createWriteStream(path))
}

/** @throws when the worker takes so long that nothing would come of waiting */
async function until(batchId: string, state: BatchState, from: number): Promise<number> {
  while (performance.now() - from < longestMs) {
    const batch = await ownBatch(root, batchId)
    if (batch?.state === state) return (performance.now() - from) / 1000
    if (!batch || ['failed', 'cancelled'].includes(batch.state))
      throw new Error(`the list is ${batch?.state ?? 'gone'}`)
    await new Promise((wake) => setTimeout(wake, 100))
  }
  throw new Error(`the list was not ${state} after ${longestMs / 1000} s`)
}
