import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certificatesOf } from '#app/certificates/certificates-of.server.ts'
import { codeAlphabet, codeFrom } from '#app/certificates/code.ts'
import { newCode } from '#app/certificates/new-code.server.ts'
import { verify } from '#app/certificates/verify.server.ts'
import { aCertifiedEdition, aHolder, award } from '#tests/certificates.ts'

const printed = [
  'approval',
  'audience',
  'category',
  'categoryName',
  'completedOn',
  'courseCode',
  'courseTitle',
  'fullName',
  'hours',
  'isSample',
  'issuedOn',
  'issuerHeading',
  'issuerName',
  'issuerParent',
  'kind',
  'lead',
  'logo',
  'place',
  'sentence',
  'serial',
  'signerName',
  'signerTitle',
  'subtitle',
  'title',
]

test('a stranger sees exactly what is printed, and nothing else of the person', async () => {
  const { code } = await aPaper()

  const verdict = await verify(code)

  expect(Object.keys(verdict ?? {}).sort()).toEqual(['code', 'facts', 'state'])
  expect(Object.keys(verdict?.facts ?? {}).sort()).toEqual(printed)
  expect(verdict?.state).toBe('valid')
})

test('a code is understood in lower case, with spaces or none, with O for 0 and I or L for 1', async () => {
  const { code } = await aPaper()
  const sloppy = [
    code.toLowerCase(),
    ` ${code} `,
    code.replaceAll('-', ' '),
    code.replaceAll('-', ''),
    code.slice(3),
    code.replaceAll('-', '–'),
    code.slice(0, 3) + code.slice(3).replaceAll('0', 'O').replaceAll('1', 'I'),
    code.slice(0, 3) + code.slice(3).replaceAll('0', 'o').replaceAll('1', 'l'),
  ]

  for (const typed of sloppy) expect((await verify(typed))?.code, typed).toBe(code)
})

test.each([
  '',
  'BS-',
  'BS-7K4M-Q9T',
  'BS-7K4M-Q9TXX',
  'BS-UUUU-UUUU',
  '../../etc',
  '%',
  'BS-7K4M-Q9TX\u0000',
  'x'.repeat(100_000),
  "' OR 1=1 --",
])('nothing was issued under %j', async (typed) => {
  expect(await verify(typed)).toBeNull()
})

test('every new code reads back as itself', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...codeAlphabet), { minLength: 8, maxLength: 8 }), (letters) => {
      const code = `BS-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
      expect(codeFrom(code)).toBe(code)
      expect(codeFrom(code.toLowerCase().replaceAll('-', ''))).toBe(code)
    }),
  )
})

test('a code holds at least 40 random bits: 32 letters, all of them used, in eight places', () => {
  const codes = Array.from({ length: 2000 }, newCode)

  expect(new Set(codeAlphabet).size).toBe(32)
  expect(new Set(codes).size).toBe(2000)
  for (let place = 0; place < 8; place++) {
    const used = new Set(codes.map((code) => code.replaceAll('-', '').slice(2)[place]))
    expect(used.size).toBe(32)
  }
})

async function aPaper() {
  const holder = await aHolder()
  await award(holder, await aCertifiedEdition())
  const [held] = (await certificatesOf(holder, holder.id)) ?? []
  if (!held) throw new Error('no paper')
  return held
}
