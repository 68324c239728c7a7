import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { closeDatabase, db, write } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'
import { identityHash, seal, unseal } from '#app/people/identity-cipher.server.ts'
import { type IdentityKeys, makeIdentityKeys } from '#app/people/identity-keys.server.ts'
import {
  checkIdentityNumber,
  factsInIdentityNumber,
  maskIdentityNumber,
  withoutIdentityNumbers,
} from '#app/people/identity-number.ts'
import { identityNumberOf } from '#app/people/identity-number-of.server.ts'
import { profileOfPerson } from '#app/people/own-data.server.ts'
import { identityClaims, identityNumbers } from '#app/people/schema.ts'
import { setIdentityNumberInTx } from '#app/people/set-identity-number-in-tx.server.ts'
import { closeAccount } from '#app/units/memberships/close-account.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aMember, goodPassword, nobody } from '#tests/people.ts'

const keyFile = join(environment.DATA_DIR, 'keys', 'identity-numbers.key')
const aNumber = fc.stringMatching(/^999[0-9]{9}$/)
const theKeys = fc.uint8Array({ minLength: 64, maxLength: 64 }).map((bytes): IdentityKeys => {
  const buffer = Buffer.from(bytes)
  return { id: buffer.toString('hex'), hashing: buffer.subarray(0, 32), cipher: buffer.subarray(32) }
})
const opened: Array<() => Promise<void>> = [closeDatabase]
afterAll(async () => {
  for (const close of opened.slice(0, -1)) await close() // the last is closed by whoever imports it anew
})
const set = (personId: string, number: string) =>
  write((tx) => setIdentityNumberInTx(tx, personId, number, new Date('2026-11-22T03:00:00Z')))

beforeEach(nobody)

test('12 digits are a number however they are written; everything else says what it is', () => {
  for (const text of ['999190001234', ' 999 190.001-234 ', '９９９190001234', "'999190001234"])
    expect(checkIdentityNumber(text)).toEqual({ number: '999190001234' })
  expect(checkIdentityNumber('82190001234')).toEqual({ problem: 'zero-missing', meant: '082190001234' })
  expect(checkIdentityNumber('310123456')).toEqual({ problem: 'old-9-digits' })
  for (const text of ['', '12190001234', '0821900012345', 'B12345678901', '٠٨٢١٩٠٠٠١٢٣٤', '0'.repeat(5_000)])
    expect(checkIdentityNumber(text), text).toEqual({ problem: 'wrong-length' })
  expect(factsInIdentityNumber('082190001234')).toEqual({ birthYear: 1990, gender: 'female' })
  expect(factsInIdentityNumber('082303004567')).toEqual({ birthYear: 2003, gender: 'female' })
})

test('a mask tells the last four digits alone', () => {
  fc.assert(
    fc.property(aNumber, (number) => {
      expect(maskIdentityNumber(number).replace(/[^0-9]/g, '')).toBe(number.slice(-4))
    }),
  )
  expect(maskIdentityNumber('999190001234')).toBe('•••••••• 1234')
})

test('words that are kept lose the numbers typed into them, and nothing else', () => {
  expect(withoutIdentityNumbers('Xem 999190001234, 999 190 001 234 và ９９９190001234')).not.toMatch(/1234/)
  expect(withoutIdentityNumbers('QĐ 1234567890123 ngày 01/07/2025, ĐT 0912345678')).toBe(
    'QĐ 1234567890123 ngày 01/07/2025, ĐT 0912345678',
  )
})

test('what was sealed opens with the same keys, looks different each time, and tells nothing', () => {
  fc.assert(
    fc.property(aNumber, theKeys, (number, keys) => {
      const [once, again] = [seal(number, keys), seal(number, keys)]
      expect(unseal(once, keys)).toBe(number)
      expect(once.ciphertext).not.toBe(again.ciphertext)
      expect(JSON.stringify(once)).not.toContain(number)
    }),
  )
})

test('other keys, another hash, a changed byte or no keys open nothing', () => {
  fc.assert(
    fc.property(aNumber, theKeys, theKeys, fc.nat(), (number, keys, other, at) => {
      fc.pre(keys.id !== other.id)
      const sealed = seal(number, keys)
      const bytes = Buffer.from(sealed.ciphertext, 'base64url')
      const place = at % bytes.length
      bytes[place] = (bytes[place] ?? 0) ^ 1
      expect(unseal(sealed, other)).toBeNull()
      expect(unseal(sealed, { ...other, id: keys.id })).toBeNull()
      expect(unseal({ ...sealed, hash: seal(`${number}0`, keys).hash }, keys)).toBeNull()
      expect(unseal({ ...sealed, ciphertext: bytes.toString('base64url') }, keys)).toBeNull()
      expect(unseal({ ...sealed, ciphertext: '' }, keys)).toBeNull()
      expect(unseal(sealed, null)).toBeNull()
    }),
  )
})

test('two hashes are the same if, and only if, the numbers are', () => {
  fc.assert(
    fc.property(aNumber, aNumber, theKeys, (one, other, keys) => {
      expect(identityHash(one, keys) === identityHash(other, keys)).toBe(one === other)
      expect(identityHash(one, keys)).toMatch(/^[0-9a-f]{64}$/)
    }),
  )
})

test('a number is known again, and replaced by another', async () => {
  const ba = await aPerson()

  expect(await set(ba.id, '999190001234')).toEqual({ set: true })
  expect(await set(ba.id, '999190001234')).toEqual({ unchanged: true })
  expect((await identityNumberOf(ba.id))?.number).toBe('999190001234')
  expect(await set(ba.id, '999190005678')).toEqual({ set: true })

  expect((await identityNumberOf(ba.id))?.number).toBe('999190005678')
  expect(await db.select().from(identityNumbers)).toHaveLength(1)
})

test('a number that another person has is refused, and both are remembered once', async () => {
  const [ba, tu] = [await aPerson(), await aPerson()]
  await set(ba.id, '999190001234')

  expect(await set(tu.id, '999190001234')).toEqual({ heldBy: ba.id })
  expect(await set(tu.id, '999190001234')).toEqual({ heldBy: ba.id })

  expect(await identityNumberOf(tu.id)).toBeNull()
  expect(await db.select().from(identityClaims)).toMatchObject([{ personId: tu.id }])
  await set(tu.id, '999190009999')
  expect(await db.select().from(identityClaims)).toEqual([])
})

test('of two people who get the same number at once one has it', async () => {
  const both = [await aPerson(), await aPerson()]
  const outcomes = await Promise.all(both.map(({ id }) => set(id, '999190001234')))
  expect(outcomes.map((outcome) => Object.keys(outcome)[0]).sort()).toEqual(['heldBy', 'set'])
})

test('keys are made once, for their owner’s eyes only', () => {
  const made = makeIdentityKeys()
  expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  expect(statSync(join(environment.DATA_DIR, 'keys')).mode & 0o777).toBe(0o700)
  expect(readFileSync(keyFile, 'utf8')).toMatch(/^[0-9a-f]{128}\n$/)
  expect(makeIdentityKeys()).toEqual(made)
})

test('without the keys numbers are neither read nor written, and no other keys are made', async () => {
  const ba = await aPerson()
  await set(ba.id, '999190001234')
  const kept = readFileSync(keyFile)
  const afterwards = async () => {
    vi.resetModules() // another process, which has read no keys yet
    const { identityNumberOf: read } = await import('#app/people/identity-number-of.server.ts')
    const { setIdentityNumberInTx: setAgain } = await import('#app/people/set-identity-number-in-tx.server.ts')
    const { readyIdentityKeys } = await import('#app/people/ready-identity-keys.server.ts')
    const door = await import('#app/db/db.server.ts')
    const isReady = await readyIdentityKeys()
    const writing = door.write((tx) => setAgain(tx, ba.id, '999190005678', new Date()))
    const refused = await writing.then(
      () => 'written',
      (problem) => String(problem),
    )
    const number = (await read(ba.id))?.number
    opened.push(door.closeDatabase)
    return { isReady, refused, number }
  }
  const nothing = { isReady: false, refused: expect.stringContaining('put it back'), number: null }
  try {
    rmSync(keyFile)
    expect(await afterwards()).toEqual(nothing)
    expect(existsSync(keyFile)).toBe(false)
    writeFileSync(keyFile, `${'ab'.repeat(64)}\n`)
    expect(await afterwards()).toEqual(nothing)
  } finally {
    writeFileSync(keyFile, kept, { mode: 0o600 })
  }
  expect(await afterwards()).toEqual({ isReady: true, refused: 'written', number: '999190005678' })
})

test('one’s own data shows one’s own number in full, and a closed account has none', async () => {
  const ba = await aMember()
  const tu = await aPerson()
  await set(ba.id, '999190001234')
  await set(tu.id, '999190005678')
  await set(ba.id, '999190005678')
  expect(await profileOfPerson(ba)).toMatchObject({ identityNumber: { number: '999190001234' } })
  expect(await profileOfPerson(tu)).toMatchObject({ identityNumber: { number: '999190005678' } })

  await closeAccount(ba, goodPassword)

  expect(await identityNumberOf(ba.id)).toBeNull()
  expect(await db.select().from(identityClaims)).toEqual([])
  expect(await set(tu.id, '999190001234')).toEqual({ set: true })
})
