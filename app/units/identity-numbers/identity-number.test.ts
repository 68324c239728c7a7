import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { backup } from '#app/db/backup.server.ts'
import type { Role } from '#app/people/person.ts'
import { clearIdentityNumber } from '#app/units/identity-numbers/clear-identity-number.server.ts'
import { maskedIdentityNumber } from '#app/units/identity-numbers/masked-identity-number.server.ts'
import { setIdentityNumber } from '#app/units/identity-numbers/set-identity-number.server.ts'
import { unmaskIdentityNumber } from '#app/units/identity-numbers/unmask-identity-number.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { aPerson } from '#tests/factories.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'
import { aMembership, aUnit, done, manages } from '#tests/units.ts'

let next = 100_000
const aNumber = () => `999190${next++}`
const verbsAbout = async (id: string) => (await auditLinesAbout('person', id)).map(({ verb }) => verb)

async function aManaged() {
  const manager = await aPerson({ role: 'manager' })
  const ba = await aPerson()
  return { manager, ba, unitId: await manages(manager, ba) }
}

test('who looks after a person sets their number and sees it masked', async () => {
  const { manager, ba } = await aManaged()
  expect(await maskedIdentityNumber(manager, ba.id)).toEqual({ masked: null })

  expect(await setIdentityNumber(manager, ba.id, '999 190 001-234')).toEqual({ set: true })

  expect(await maskedIdentityNumber(manager, ba.id)).toEqual({ masked: '•••••••• 1234' })
  expect(await setIdentityNumber(manager, ba.id, '99919')).toEqual({ problem: 'wrong-length' })
  expect(await setIdentityNumber(manager, ba.id, '82190001234')).toEqual({
    problem: 'zero-missing',
    meant: '082190001234',
  })
  expect(await maskedIdentityNumber(manager, ba.id)).toEqual({ masked: '•••••••• 1234' })
})

test('a number is shown in full only for a reason, which the audit keeps', async () => {
  const { manager, ba } = await aManaged()
  expect(await unmaskIdentityNumber(manager, ba.id, 'Nộp hồ sơ')).toEqual({ problem: 'none' })
  const number = aNumber()
  await setIdentityNumber(manager, ba.id, number)

  expect(await unmaskIdentityNumber(manager, ba.id, '  ')).toEqual({ problem: 'reason-needed' })
  expect(await verbsAbout(ba.id)).not.toContain('people.unmask-identity-number')

  expect(await unmaskIdentityNumber(manager, ba.id, ' Nộp hồ  sơ lên Sở Nội vụ ')).toEqual({ number })
  expect((await auditLinesAbout('person', ba.id)).at(-1)).toMatchObject({
    verb: 'people.unmask-identity-number',
    actorId: manager.id,
    reason: 'Nộp hồ sơ lên Sở Nội vụ',
    before: null,
    after: null,
  })
})

test('nobody else sees, sets or clears it: not oneself, not a trainer or an auditor, not the manager of another unit or of an enterprise', async () => {
  const { manager, ba, unitId } = await aManaged()
  await setIdentityNumber(manager, ba.id, aNumber())
  const inRole = async (role: 'trainer' | 'auditor', account: Role) => {
    const person = await aPerson({ role: account })
    done(await appoint('command-line', { personId: person.id, unitId, role, fromDay: '2020-01-01', reason: 'QĐ 2' }))
    return person
  }
  const boss = await aPerson({ role: 'manager' })
  const enterprise = await aUnit({ type: 'doanh_nghiep' })
  await aMembership({ personId: ba.id, unitId: enterprise, category: 'nguoi_lao_dong' })
  const role = {
    personId: boss.id,
    unitId: enterprise,
    role: 'manager' as const,
    fromDay: '2020-01-01',
    reason: 'QĐ 3',
  }
  done(await appoint('command-line', role))
  const others = [
    ba,
    await inRole('trainer', 'trainer'),
    await inRole('auditor', 'manager'),
    (await aManaged()).manager,
    boss,
    await aPerson({ role: 'trainer' }),
  ]
  const before = await verbsAbout(ba.id)

  for (const who of others) {
    expect(await maskedIdentityNumber(who, ba.id)).toBeNull()
    expect(await unmaskIdentityNumber(who, ba.id, 'Xem')).toBeNull()
    expect(await setIdentityNumber(who, ba.id, aNumber())).toBeNull()
    expect(await clearIdentityNumber(who, ba.id, 'Xóa')).toBeNull()
  }
  expect(await verbsAbout(ba.id)).toEqual(before)
  expect(await unmaskIdentityNumber('command-line', 'nobody', 'Xem')).toBeNull()
})

test('a number of somebody else is told as such, with their name only to who looks after both, and leaves its trace', async () => {
  const { manager, ba } = await aManaged()
  const stranger = await aManaged()
  const admin = await aPerson({ role: 'administrator' })
  const number = aNumber()
  await setIdentityNumber(stranger.manager, stranger.ba.id, number)

  expect(await setIdentityNumber(manager, ba.id, number)).toEqual({ problem: 'held-by-another', holderId: null })
  expect(await setIdentityNumber(admin, ba.id, number)).toEqual({
    problem: 'held-by-another',
    holderId: stranger.ba.id,
  })

  expect(await maskedIdentityNumber(manager, ba.id)).toEqual({ masked: null })
  expect(await verbsAbout(ba.id)).toContain('people.refuse-identity-number')
})

test('a number is cleared with a reason, and may be given to somebody else then', async () => {
  const { manager, ba } = await aManaged()
  const tu = await aPerson()
  await manages(manager, tu)
  const number = aNumber()
  await setIdentityNumber(manager, ba.id, number)

  expect(await clearIdentityNumber(manager, ba.id, '')).toEqual({ problem: 'reason-needed' })
  expect(await clearIdentityNumber(manager, ba.id, 'Nhập nhầm người')).toEqual({ cleared: true })
  expect(await clearIdentityNumber(manager, ba.id, 'Nhập nhầm người')).toEqual({ cleared: false })
  expect(await setIdentityNumber(manager, tu.id, number)).toEqual({ set: true })
})

test('no number stands in clear anywhere in the database, in a backup of it, or in what is printed', async () => {
  const printed: string[] = []
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0),
  )
  const { manager, ba } = await aManaged()
  const other = await aPerson()
  await manages(manager, other)
  const numbers = [aNumber(), aNumber(), aNumber()]
  const [first = '', second = '', third = ''] = numbers
  try {
    await setIdentityNumber(manager, ba.id, first)
    await setIdentityNumber(manager, other.id, second)
    await setIdentityNumber(manager, other.id, first)
    await setIdentityNumber(manager, other.id, third)
    await unmaskIdentityNumber(manager, ba.id, `Số ${first} có đúng không?`)
    await clearIdentityNumber(manager, other.id, `Số ${third.slice(0, 3)} ${third.slice(3)} là của người khác`)
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  const folder = join(temporaryFolder('numbers'), 'backup')
  expect(await backup(folder)).not.toHaveProperty('problem')

  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))
  const kept = files.filter((path) => statSync(path).isFile()).map((path) => readFileSync(path, 'latin1'))
  expect(kept.length).toBeGreaterThan(2)
  expect(files.some((path) => path.endsWith('keys/identity-numbers.key'))).toBe(true)
  expect(kept.join('').includes(ba.id)).toBe(true)
  for (const number of numbers)
    for (const text of [...kept, ...printed]) {
      expect(text.includes(number)).toBe(false)
      expect(text.includes(`${number.slice(0, 3)} ${number.slice(3)}`)).toBe(false)
    }
})
