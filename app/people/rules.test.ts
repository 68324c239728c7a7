import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageGroupOf } from '#app/people/age.ts'
import { deviceOf } from '#app/people/device.ts'
import { idleLimitMs, signOfLifeMs } from '#app/people/idle.ts'
import { lockMs } from '#app/people/lockout.ts'
import { passwordProblem } from '#app/people/password.ts'
import { newSpokenCode, readCode } from '#app/people/token.server.ts'
import { normaliseUsername, usernameBase } from '#app/people/username.ts'

const minutes = 60_000

test('five tries are free, then the wait is 1, 2, 4, 8 and at most 15 minutes', () => {
  expect([1, 2, 3, 4].map(lockMs)).toEqual([0, 0, 0, 0])
  expect([5, 6, 7, 8, 9, 10, 1_000_000].map((failures) => lockMs(failures) / minutes)).toEqual([1, 2, 4, 8, 15, 15, 15])
})

test('a shared device waits 3 minutes, who sees others 15, a learner of their own phone 30 days', () => {
  expect(idleLimitMs('learner', true)).toBe(3 * minutes)
  expect(idleLimitMs('administrator', true)).toBe(3 * minutes)
  expect(idleLimitMs('administrator', false)).toBe(15 * minutes)
  expect(idleLimitMs('manager', false)).toBe(15 * minutes)
  expect(idleLimitMs('learner', false)).toBe(30 * 24 * 60 * minutes)
  expect(signOfLifeMs(idleLimitMs('learner', false))).toBe(minutes)
  expect(signOfLifeMs(idleLimitMs('learner', true))).toBe(15_000)
})

test('the year of birth decides: under 7 none, up to 16 with a guardian, the doubtful year on the safe side', () => {
  const at = (age: number) => ageGroupOf(2026 - age, 2026)
  expect([6, 7, 13, 14, 15, 16, 17].map(at)).toEqual([
    'too-young',
    'child',
    'child',
    'child',
    'child',
    'child',
    'grown',
  ])
  expect([-1, 121, Number.NaN, 30.5].map(at)).toEqual(['impossible', 'impossible', 'impossible', 'impossible'])
  expect(at(0)).toBe('too-young')
})

test('a password is 8 to 200 characters, whatever they are', () => {
  expect(passwordProblem('bảy ký!')).toBe('password-short')
  expect(passwordProblem('tám ký tự')).toBeNull()
  expect(passwordProblem('🐟🐟🐟🐟🦐🦐🦐')).toBe('password-short')
  expect(passwordProblem('ab'.repeat(100))).toBeNull()
  expect(passwordProblem(`${'ab'.repeat(100)}c`)).toBe('password-long')
  expect(passwordProblem('x'.repeat(100_000))).toBe('password-long')
})

test('what everybody guesses first is refused', () => {
  for (const common of ['12345678', 'Password', 'MatKhau123', 'aaaaaaaaa', '1234 5678'])
    expect(passwordProblem(common)).toBe('password-common')
  expect(passwordProblem('NguyenAn12', ['nguyenan12'])).toBe('password-name')
  expect(passwordProblem('0912 345 678', ['0912 345 678'])).toBe('password-name')
})

test('a user name is made from the last two words of the name, in plain letters', () => {
  expect(usernameBase('Nguyễn Thị Bé Ba')).toBe('beba')
  expect(usernameBase('Đặng Thị Đào')).toBe('thidao')
  expect(usernameBase('Y Phương')).toBe('phuong')
  expect(usernameBase('Lý')).toBe('ly')
  expect(usernameBase('王小明')).toBe('ban')
  expect(usernameBase('X'.repeat(120))).toHaveLength(16)
})

test('a user name is never one that could be taken for a phone, an e-mail or an address', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const username = normaliseUsername(typed)
      return username === null || /^[a-z][a-z0-9._-]{2,31}$/.test(username)
    }),
  )
  for (const typed of ['0912345678', 'a@b.vn', '../etc', 'ab', 'x'.repeat(33)])
    expect(normaliseUsername(typed)).toBeNull()
})

test('a spoken code is read however it is typed', () => {
  fc.assert(
    fc.property(fc.constantFrom('', ' ', '-', ' - '), fc.boolean(), (gap, isSmall) => {
      const code = newSpokenCode()
      const typed = code.replace('-', gap)
      return readCode(isSmall ? ` ${typed.toLowerCase()}` : typed) === code
    }),
  )
})

test('people know their device by browser and system, and no more is kept', () => {
  expect(deviceOf('Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36')).toBe(
    'Chrome, Android',
  )
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1')).toBe(
    'Safari, iPhone',
  )
  expect(deviceOf('x'.repeat(100_000))).toBe('?')
  expect(deviceOf(null)).toBe('?')
})
