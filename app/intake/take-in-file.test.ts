import { expect, test } from 'vitest'
import { intakeCommands } from '#app/intake/commands.server.ts'
import { listen } from '#tests/listen.ts'
import { everythingCounted, listOf } from '#tests/lists.ts'
import { aUnit } from '#tests/units.ts'
import { aFile } from '#tests/workbook.ts'

const lines = [
  { name: 'Lê Văn Tám', year: 1970, phone: '0911111111' },
  { name: 'Tạ Thị Út', year: 1980 },
  { name: 'Lê Văn Tám', year: 1970, phone: '0911111111' },
]

test('the command tells what would become of each row, takes the list in, and back', async () => {
  await aUnit({ code: '28255', name: 'Phường Thử' })
  const path = await aFile(listOf(lines))
  const before = await everythingCounted()
  const said = listen()
  expect(await run('import', [path, '--unit', '28255'])).toBe(0)
  expect(said.out()).toBe('row 4\trefused\tduplicate-row\n3 people: 2 new, 0 known, 0 in conflict, 1 refused\n')
  expect(await everythingCounted()).toEqual(before)

  expect(await run('import', [path, '--unit', '28255', '--commit'])).toBe(0)
  expect(said.out()).toContain('2 accounts made, 2 places given')
  const [, batchId = ''] = /undo-import (\S+)/.exec(said.out()) ?? []
  expect((await everythingCounted()).people).toHaveLength(before.people.length + 2)
  expect(await run('undo-import', [batchId])).toBe(2)
  expect(await run('undo-import', [batchId, 'Nhầm'])).toBe(0)
  expect(said.out()).toContain('2 accounts removed; 0 stay')
  expect(await everythingCounted()).toEqual(before)
})

test('the command refuses in one line what it cannot take in', async () => {
  await aUnit({ code: '28256' })
  const said = listen()
  expect(await run('import', [await aFile(listOf(lines)), '--unit', '99999'])).toBe(1)
  expect(await run('import', [await aFile('%PDF-1.7', 'a.xlsx'), '--unit', '28256', '--commit'])).toBe(1)
  expect(await run('import', ['/nowhere/a.xlsx', '--unit', '28256'])).toBe(1)
  expect(await run('undo-import', ['nothing', 'Nhầm'])).toBe(1)
  expect(said.err().trim().split('\n')).toEqual([
    'Refused: no unit has the code 99999 today',
    'Refused: This is a PDF, not a table. Ask whoever sent it for an Excel (.xlsx) or CSV file.',
    'Refused: missing',
    'Refused: there is no list nothing',
  ])
  expect(await run('import', [await aFile(''), '--unit', '28256', '--dry-run'])).toBe(2)
})

function run(verb: string, args: string[]): Promise<number> {
  return intakeCommands[verb]?.run(args) ?? Promise.resolve(-1)
}
