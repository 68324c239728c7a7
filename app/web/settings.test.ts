import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settingsOn } from '#app/web/settings.server.ts'
import { approvalOf, inForce, quotaOn, wordingOf } from '#app/web/settings.ts'
import { readSettings } from '#app/web/settings-file.server.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'

const shipped = readFileSync('content/settings.yaml', 'utf8')
const read = (text: string) => readSettings(text, '/etc/settings.yaml')

test('the shipped file is read, and everything invented in it is marked as sample', () => {
  const settings = settingsOn('2026-11-22')

  expect(settings.sample).toBe(true)
  expect(settings.signer.name).toBe('Tên mẫu')
  expect(settings.help.phone).toBe('0273 000 1022')
  expect(settings.issuer.code).toBe('GCN-BS')
})

test('a day gets the entry in force: the last begun, and the first for days before all', () => {
  const entries = read(
    shipped +
      shipped
        .replace('from: 2026-01-01\n  sample', 'from: 2027-01-01\n  sample')
        .replace('site: Bến Số', 'site: Bến Mới'),
  )

  expect(inForce(entries, '2026-12-31').site).toBe('Bến Số')
  expect(inForce(entries, '2027-01-01').site).toBe('Bến Mới')
  expect(inForce(entries, '2020-01-01').site).toBe('Bến Số')
})

test('officials get a certificate of completion, citizens a confirmation, and nobody a chứng chỉ without a decision', () => {
  const settings = settingsOn('2026-11-22')

  expect(wordingOf(settings, 'completion', 'officials').title).toBe('GIẤY CHỨNG NHẬN')
  expect(wordingOf(settings, 'confirmation', 'citizens').title).toBe('GIẤY XÁC NHẬN')
  expect(() => read(shipped.replace('title: GIẤY CHỨNG NHẬN', 'title: Chứng chỉ bồi dưỡng'))).toThrow('regulated word')
})

test('a decision covers the courses it names, or all when it names none', () => {
  const [settings] = read(
    shipped.replace('approvals: []', 'approvals: [{ number: 12/QĐ, day: 2026-09-01, courses: [CB2] }]'),
  )
  const [all] = read(shipped.replace('approvals: []', 'approvals: [{ number: 12/QĐ, day: 2026-09-01 }]'))

  expect(settings && approvalOf(settings, 'CB2')?.number).toBe('12/QĐ')
  expect(settings && approvalOf(settings, 'CD3')).toBeUndefined()
  expect(all && approvalOf(all, 'CD3')?.day).toBe('2026-09-01')
})

test('deadlines for one’s own data are dated like all else, and are those of 2026 where an older file does not say', () => {
  const said = '    deadlines: { answer: 2, seeOrMend: 10, erase: 20, withdraw: 15 }\n'
  const [changed] = read(shipped.replace(said, said.replace('answer: 2', 'answer: 3')))
  const [silent] = read(shipped.replace(said, ''))

  expect(changed?.privacy.deadlines).toEqual({ answer: 3, seeOrMend: 10, erase: 20, withdraw: 15 })
  expect(silent?.privacy.deadlines).toEqual(settingsOn('2026-11-22').privacy.deadlines)
  expect(settingsOn('2026-11-22').privacy.basis.vi).toContain('91/2025/QH15')
  expect(() => read(shipped.replace(said, said.replace('erase: 20', 'erase: 0')))).toThrow('0.privacy.deadlines.erase')
})

test('officials of each category owe 40 tiết a year, by the rule of the day', () => {
  const settings = settingsOn('2026-11-22')

  for (const category of ['can_bo', 'cong_chuc', 'vien_chuc'] as const)
    expect(quotaOn(settings, category, '2026-06-30')?.units).toBe(40)
  expect(quotaOn(settings, 'vien_chuc', '2026-06-30')?.basis).toContain('101/2017')
  expect(quotaOn(settings, 'vien_chuc', '2026-07-01')?.basis).toContain('259/2026')
  expect(quotaOn(settings, 'nguoi_lao_dong', '2026-06-01')).toBeUndefined()
})

test('an older file tells the quota by audience: officials are the three categories, and it ends when it says', () => {
  const quotas = shipped.indexOf('  quotas:')
  const older = `${shipped.slice(0, quotas)}  quotas:
    - { audience: officials, units: 39.5, basis: Quy chế cũ, from: 2026-01-01, to: 2026-12-31 }
`
  const [settings] = read(older)

  for (const category of ['can_bo', 'cong_chuc', 'vien_chuc'] as const) {
    expect(settings && quotaOn(settings, category, '2026-12-31')).toMatchObject({ units: 39.5, basis: 'Quy chế cũ' })
    expect(settings && quotaOn(settings, category, '2027-01-01')).toBeUndefined()
  }
  expect(settings && quotaOn(settings, 'nguoi_dan', '2026-06-01')).toBeUndefined()
  expect(() => read(older.replace('39.5', '39.7'))).toThrow('0.quotas.0')
})

test.each([
  ['no such key', shipped.replace('site:', 'sight:'), '0.site'],
  ['a bad day', shipped.replace('from: 2026-01-01', 'from: 2026-13-01'), '0.from'],
  [
    'a missing wording',
    shipped.replace('audiences: [workers, citizens, enterprises, officials]', 'audiences: [workers]'),
    'no wording for confirmation and citizens',
  ],
  ['a bad address', shipped.replace('giup@benso.example', 'giup'), '0.help.email'],
  ['entries out of order', shipped + shipped, '1.from'],
  [
    'a missing logo',
    shipped.replace('# logo: logo.png   (a PNG beside this file)', 'logo: logo.png'),
    'there is no file /etc/logo.png',
  ],
  ['broken YAML', 'from: [', 'Wrong settings in /etc/settings.yaml'],
  ['nothing', '', 'Wrong settings in /etc/settings.yaml: file'],
])('a wrong file is named in one line: %s', (_, text, expected) => {
  expect(() => read(text)).toThrow(expected)
  expect(message(() => read(text))).not.toContain('\n')
})

function message(run: () => unknown) {
  try {
    run()
  } catch (problem) {
    return String(problem)
  }
  return ''
}

test("the operator's own file is read instead, and a wrong one stops the start with one line", () => {
  const folder = temporaryFolder('settings')
  const start = () =>
    spawnSync(
      process.execPath,
      ['--import', 'tsx', '-e', "import('#app/web/settings.server.ts').then((m) => console.log(m.settingsNow().site))"],
      { env: { ...process.env, DATA_DIR: folder }, encoding: 'utf8' },
    )
  writeFileSync(join(folder, 'settings.yaml'), shipped.replace('site: Bến Số', 'site: Bến Nhà'))
  expect(start().stdout.trim()).toBe('Bến Nhà')

  writeFileSync(join(folder, 'settings.yaml'), shipped.replace('site: Bến Số', 'site: ""'))
  const { status, stderr } = start()
  expect(status).toBe(78)
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`${folder}/settings.yaml: 0.site`)])
})
