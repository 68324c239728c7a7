import { expect, test } from 'vitest'
import { currentEdition, currentEditions, editionOf, lessonOf } from '#app/courses/edition.server.ts'
import { LoadTroubles } from '#app/courses/load-troubles.tsx'
import { mediaOf } from '#app/courses/media.server.ts'
import { drawn } from '#tests/drawn.tsx'
import { anEdition } from '#tests/factories.ts'

test('what stood in the way of loading reads as editors write it, file:line:column, and when it was', () => {
  const trouble = {
    slug: 'cd3',
    at: new Date('2026-11-22T05:00:00Z'),
    problems: [{ file: 'lessons/a.mdx', line: 7, column: 3, message: 'Không dùng HTML.' }],
  }
  const page = drawn(<LoadTroubles troubles={[trouble]} />, 'en')
  expect(page.text).toContain('cd3, loaded at 12:00, 22 November 2026')
  expect(page.text).toContain('lessons/a.mdx:7:3 Không dùng HTML.')
  expect(page.named('ul').map(({ attributes }) => attributes.lang)).toEqual(['vi'])
  expect(page.troubles).toEqual([])
})

test('when nothing stands in the way, that is said', () => {
  const page = drawn(<LoadTroubles troubles={[]} />)
  expect(page.text).toBe('Lần nạp gần nhất không có lỗi.')
})

test('a course’s edition for newcomers is the newest; each older one stays readable by its id', async () => {
  const first = await anEdition({ lessons: 1 })
  expect(await currentEdition(first.slug)).toMatchObject({ id: first.id, number: 1, slug: first.slug })
  const second = await anEdition({ slug: first.slug, lessons: 2 })

  expect(await currentEdition(first.slug)).toMatchObject({ id: second.id, number: 2 })
  expect(await editionOf(first.id)).toMatchObject({ id: first.id, number: 1, sheet: first.sheet })
  expect(await editionOf(first.id)).toMatchObject({ id: first.id })
  expect(await currentEdition('khong-co')).toBeNull()
  expect(await editionOf('khong-co')).toBeNull()
})

test('a lesson is read with its key from its own edition, and is not in another that lacks it', async () => {
  const first = await anEdition({ lessons: 2 })
  const second = await anEdition({ slug: first.slug, lessons: 1 })
  expect(await lessonOf(first.id, 'bai-2')).toMatchObject({
    document: { title: 'Bài bai-2' },
    key: [{ id: 'bai-2-p1' }, { id: 'bai-2-p2' }],
  })
  expect(await lessonOf(second.id, 'bai-2')).toBeNull()
  expect(await lessonOf('khong-co', 'bai-1')).toBeNull()
})

test('the catalogue holds each course once, as it stands today, in the order of addresses', async () => {
  const z = await anEdition({ slug: 'zz-cuoi' })
  const a = await anEdition({ slug: 'aa-dau' })
  const again = await anEdition({ slug: 'aa-dau' })
  const all = (await currentEditions()).filter(({ slug }) => ['zz-cuoi', 'aa-dau'].includes(slug))
  expect(all.map(({ id }) => id)).toEqual([again.id, z.id])
  expect(all.map(({ id }) => id)).not.toContain(a.id)
})

test('a file that no edition of a course has is not there', async () => {
  const edition = await anEdition()
  expect(await mediaOf(edition.slug, 'media/co.svg', null)).toBeNull()
  expect(await mediaOf('khong-co', 'media/co.svg', null)).toBeNull()
})
