import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { intakeCommands } from '#app/intake/commands.server.ts'
import { readList } from '#app/intake/reading/read-list.server.ts'
import { listen } from '#tests/listen.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'
import { aFile, aZip, readAll, sheetOf, workbookOf } from '#tests/workbook.ts'

const list = (people: number) =>
  `STT;Họ và tên;Năm sinh\n${Array.from({ length: people }, (_, at) => `${at + 1};Lê Văn Tám;${1950 + (at % 50)}\n`).join('')}`

test('a list is read in a process of its own, in batches, with its progress', async () => {
  const path = await aFile(list(1_234))
  const batches: number[] = []
  const shares: number[] = []
  const outcome = await readList(
    { path, latestYear: 2026 },
    {
      onPlan: ({ format }, { headerRows }) => expect([format, headerRows]).toEqual(['text', [1]]),
      onBatch: ({ people }) => void batches.push(people.length),
      onProgress: (_, share) => void shares.push(share),
    },
  )
  expect(outcome).toEqual({ people: 1_234, passed: 0 })
  expect(batches).toEqual([500, 500, 234])
  expect(shares.at(-1)).toBe(1)
})

test('the next batch comes when the last was taken', async () => {
  const path = await aFile(list(1_500))
  let atOnce = 0
  let most = 0
  await readList(
    { path, latestYear: 2026 },
    {
      async onBatch() {
        most = Math.max(most, ++atOnce)
        await new Promise((resolve) => setTimeout(resolve, 30))
        atOnce--
      },
    },
  )
  expect(most).toBe(1)
})

test('what the process says is what reading at home says', async () => {
  const path = await aZip(
    workbookOf([
      {
        xml: sheetOf([
          ['Họ và tên', 'Điện thoại'],
          ['TẠ THỊ ÚT', '571234567'],
        ]),
      },
    ]),
  )
  const people: unknown[] = []
  await readList({ path, latestYear: 2026 }, { onBatch: (batch) => void people.push(...batch.people) })
  expect(people).toEqual((await readAll(path)).people)
})

test('a file that takes too long, or too much memory, is refused and takes nothing down', async () => {
  const path = await aFile(list(60_000))
  expect(await readList({ path, latestYear: 2026 }, {}, { limitMs: 40 })).toEqual({ refusal: { code: 'too-slow' } })
  expect(await readList({ path, latestYear: 2026 }, {}, { megabytes: 8 })).toEqual({ refusal: { code: 'too-heavy' } })
})

test('reading can be called off, before and in the middle', async () => {
  const path = await aFile(list(5_000))
  const cancelled = { refusal: { code: 'cancelled' } }
  expect(await readList({ path, latestYear: 2026 }, {}, { signal: AbortSignal.abort() })).toEqual(cancelled)
  const stop = new AbortController()
  expect(await readList({ path, latestYear: 2026 }, { onBatch: () => stop.abort() }, { signal: stop.signal })).toEqual(
    cancelled,
  )
})

test('whoever takes the people and fails is told, and the process is gone', async () => {
  const path = await aFile(list(1_000))
  const failing = () => Promise.reject(new Error('the disk is full'))
  await expect(readList({ path, latestYear: 2026 }, { onBatch: failing })).rejects.toThrow('the disk is full')
})

test('the command prints the people as JSON, one a line, and touches no database', async () => {
  const said = listen()
  expect(await run([await aFile(list(2)), '--dry-run', '--json'])).toBe(0)
  expect(said.out()).toBe(
    '[\n' +
      '{"fullName":"Lê Văn Tám","birth":{"year":1950},"personalId":null,"phone":null,"unit":null,"position":null,"problems":[]},\n' +
      '{"fullName":"Lê Văn Tám","birth":{"year":1951},"personalId":null,"phone":null,"unit":null,"position":null,"problems":[]}\n' +
      ']\n',
  )
})

test('the command tells in one line what a file is that is no list, and prints no people', async () => {
  const said = listen()
  expect(await run([await aFile('%PDF-1.7', 'danh-sach.xlsx'), '--dry-run', '--json'])).toBe(1)
  expect(said.out()).toBe('')
  expect(said.err()).toBe(
    'Refused: This is a PDF, not a table. Ask whoever sent it for an Excel (.xlsx) or CSV file.\n',
  )
})

test('a list damaged in its middle prints nothing of its beginning', async () => {
  const said = listen()
  expect(await run([await aFile(`${list(2_000)}"9999;Lê`), '--dry-run', '--json'])).toBe(1)
  expect(said.out()).toBe('')
  expect(said.err().trim().split('\n')).toHaveLength(1)
})

test('without --dry-run, or without a file, the command tells how it is used', async () => {
  const said = listen()
  expect(await run([await aFile(list(1))])).toBe(2)
  expect(await run(['--dry-run'])).toBe(2)
  expect(await run(['--dry-run', '--sheets'])).toBe(2)
  expect(said.err()).toContain('people import <file> --dry-run')
})

test('a path is meant from where it was typed', async () => {
  const folder = temporaryFolder('typed')
  vi.stubEnv('INIT_CWD', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  const said = listen()
  expect(existsSync(join(folder, 'a.csv'))).toBe(false)
  expect(await run(['a.csv', '--dry-run', '--json'])).toBe(1)
  expect(said.err()).toContain('cannot be opened')
})

function run(args: string[]): Promise<number> {
  return intakeCommands.import?.run(args) ?? Promise.resolve(-1)
}
