import { and, gt, inArray, lt, notInArray } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { beginningsOf } from '#app/people/beginnings.ts'
import { firstNamed, type Within } from '#app/people/first-named.server.ts'
import { insertPeopleInTx } from '#app/people/insert-people-in-tx.server.ts'
import { people } from '#app/people/schema.ts'
import { wordsOf } from '#app/people/words-of.ts'
import { countQueries } from '#tests/count-queries.ts'

type Person = typeof people.$inferSelect
let everybody: Person[]
/** More have it than the ways to look are told apart by; some are closed. */
beforeAll(async () => {
  const [hos, dems, tens] = [
    ['Nguyễn', 'Nguyễn', 'Ngô'],
    ['Thị', 'Văn', 'Thị Bé', ''],
    ['An', 'Ân', 'Hoà', 'Hoàng', 'Út'],
  ]
  const rows = Array.from({ length: 4_800 }, (_, n) => ({
    username: n % 7 === 0 ? `an.${n}` : `u${n}`,
    fullName: [hos[n % 3], dems[n % 4], n > 4_700 ? 'Xuân' : tens[n % 5]].filter(Boolean).join(' '),
    role: 'learner' as const,
    language: 'vi' as const,
    createdAt: new Date(0),
    closedAt: n % 11 === 0 ? new Date(0) : null,
  }))
  for (let at = 0; at < rows.length; at += 800) await write((tx) => insertPeopleInTx(tx, rows.slice(at, at + 800)))
  everybody = await db.select().from(people)
}, 60_000)

test('whatever is typed, whoever looks: the first fifty who fit, in the order of lists', async () => {
  const [middle = ''] = everybody
    .map(({ id }) => id)
    .sort()
    .slice(2_400)
  const few = everybody.filter((_, n) => n % 9 === 0).map(({ id }) => id)
  const withins: Array<[Within | undefined, (person: Person) => boolean]> = [
    [undefined, () => true],
    [{ seen: lt(people.id, middle) }, ({ id }) => id < middle],
    [{ seen: and(gt(people.id, middle), inArray(people.id, few)) }, ({ id }) => id > middle && few.includes(id)],
    [{ seen: inArray(people.id, few), first: (most) => gathered(few, most) }, ({ id }) => few.includes(id)],
    [{ seen: notInArray(people.id, few) }, ({ id }) => !few.includes(id)],
  ]
  for (const typed of [
    'Nguyễn',
    'ngu',
    'nguyen thi',
    'THỊ BÉ',
    'an',
    'hoa',
    'hoà',
    'hoang',
    'u',
    'xuân',
    'bé x',
    'an.7',
    'ai',
    'thi nguyen',
    'ngo thi be hoang',
  ])
    for (const [within, sees] of withins) {
      const words = wordsOf(typed)
      const wanted = everybody.filter((person) => fits(person, words) && person.closedAt === null && sees(person))
      const ids = (await firstNamed(words, within)).map(({ id }) => id)
      expect(ids, typed).toEqual(
        wanted
          .sort(inLists)
          .slice(0, 50)
          .map(({ id }) => id),
      )
    }
})

test('most names take two or three queries, and none more than five', async () => {
  for (const [typed, most] of [
    ['khong ai', 1],
    ['ngo thi be hoang', 3],
    ['nguyen', 2],
    ['xuan', 2],
  ] as const)
    expect(await countQueries(() => firstNamed(typed)), typed).toBeLessThanOrEqual(most)
  const nobody: Within = { seen: lt(people.id, '') }
  expect(await countQueries(() => firstNamed('nguyen', nobody))).toBeLessThanOrEqual(5)
})

test('a name begins at each of its words, and what begins is found', () => {
  expect(beginningsOf({ folded: 'nguyen thi be be', username: 'bebe12' })).toEqual([
    'nguyen thi be be',
    'thi be be',
    'be be',
    'be',
    'bebe12',
  ])
  expect(beginningsOf({ folded: '', username: 'closed-1' })).toEqual([])
  const word = fc.constantFrom('a', 'an', 'be', 'x')
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.array(word, { minLength: 1 }), (name, typed) => {
      const [folded, words] = [name.join(' '), typed.join(' ')]
      const isFound = beginningsOf({ folded, username: '-' }).some((text) => text.startsWith(words))
      expect(isFound).toBe(` ${folded}`.includes(` ${words}`))
    }),
  )
})

function fits({ folded, username }: Person, words: string) {
  return ` ${folded}`.includes(` ${words}`) || username.startsWith(words)
}

function inLists(a: Person, b: Person) {
  return a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id < b.id ? -1 : 1
}

function gathered(ids: string[], most = ids.length) {
  const { id, sortKey } = people
  return db.select({ id }).from(people).where(inArray(id, ids)).orderBy(sortKey, id).limit(most)
}
