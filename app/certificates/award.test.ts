import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { awardInTx } from '#app/certificates/award.server.ts'
import { codeFrom } from '#app/certificates/code.ts'
import { certificates } from '#app/certificates/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import { aCertifiedEdition, aHolder, award } from '#tests/certificates.ts'
import { sampleFacts } from '#tests/paper.ts'

const papersOf = (year: number) =>
  db.select().from(certificates).where(eq(certificates.year, year)).orderBy(asc(certificates.number))

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

test('fifty people who pass at once get the numbers 1 to 50, one each and none missing', async () => {
  const edition = await aCertifiedEdition()
  const holders = await Promise.all(upTo(50).map((n) => aHolder(`Nguyễn Văn ${n}`)))

  await Promise.all(holders.map((holder) => award(holder, edition, new Date('2031-05-05T05:00:00Z'))))

  const papers = await papersOf(2031)
  expect(papers.map(({ number }) => number)).toEqual(upTo(50))
  expect(new Set(papers.map(({ personId }) => personId)).size).toBe(50)
  expect(new Set(papers.map(({ code }) => code)).size).toBe(50)
  expect(papers.every(({ code }) => codeFrom(code) === code)).toBe(true)
})

test('one person who passes fifty times at once gets one certificate, and one number is used', async () => {
  const edition = await aCertifiedEdition()
  const holder = await aHolder()

  await Promise.all(upTo(50).map(() => award(holder, edition, new Date('2032-05-05T05:00:00Z'))))
  await award(await aHolder(), edition, new Date('2032-05-06T05:00:00Z'))

  expect((await papersOf(2032)).map(({ number }) => number)).toEqual([1, 2])
})

test('a submission that fails after the award uses no number', async () => {
  const edition = await aCertifiedEdition()
  const [unlucky, lucky] = [await aHolder(), await aHolder()]
  const at = new Date('2033-05-05T05:00:00Z')

  const failing = write(async (tx) => {
    await awardInTx(tx, { personId: unlucky.id, editionId: edition, at })
    throw new Error('the disk is full')
  })
  await expect(failing).rejects.toThrow('the disk is full')
  await award(lucky, edition, at)

  expect(await papersOf(2033)).toMatchObject([{ number: 1, personId: lucky.id }])
})

test('the year of the number is that of Vietnam: 23:59 on 31/12 is the old year, two minutes later the new one', async () => {
  const edition = await aCertifiedEdition()

  await award(await aHolder(), edition, new Date('2034-12-31T23:59:00+07:00'))
  await award(await aHolder(), edition, new Date('2035-01-01T00:01:00+07:00'))

  expect((await papersOf(2034)).map(({ facts }) => [facts.serial, facts.issuedOn])).toEqual([
    ['0001/2034/GCN-BS', '2034-12-31'],
  ])
  expect((await papersOf(2035)).map(({ facts }) => [facts.serial, facts.issuedOn])).toEqual([
    ['0001/2035/GCN-BS', '2035-01-01'],
  ])
})

test('another edition of the course is another certificate', async () => {
  const holder = await aHolder()
  const at = new Date('2036-05-05T05:00:00Z')

  await award(holder, await aCertifiedEdition(), at)
  await award(holder, await aCertifiedEdition(), at)

  expect((await papersOf(2036)).map(({ number, issue }) => [number, issue])).toEqual([
    [1, 1],
    [2, 1],
  ])
})

test('the paper holds what was true that day, in the words for its audience', async () => {
  const at = new Date('2037-11-18T03:00:00Z')
  await award(await aHolder('Trần Văn Ba'), await aCertifiedEdition(), at)
  await award(
    await aHolder('Lê Thị Tư'),
    await aCertifiedEdition({
      code: 'CD3',
      title: 'Lừa đảo',
      audience: 'citizens',
      hours: 0,
      certificate: { kind: 'confirmation' },
    }),
    at,
  )

  const [official, citizen] = await papersOf(2037)
  expect(official?.facts).toEqual({
    ...sampleFacts,
    fullName: 'Trần Văn Ba',
    serial: '0001/2037/GCN-BS',
    completedOn: '2037-11-18',
    issuedOn: '2037-11-18',
  })
  expect(citizen?.facts).toMatchObject({
    title: 'GIẤY XÁC NHẬN',
    lead: 'xác nhận',
    hours: 0,
    serial: '0002/2037/GCN-BS',
  })
})
