import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepMedia, mediaFile, mediaOf } from '#app/courses/media.server.ts'
import { editionMedia } from '#app/courses/schema.ts'
import { write } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'
import { loader } from '#app/routes/courses/media.ts'
import { usualPreferences } from '#app/web/preferences.ts'
import { anEdition } from '#tests/factories.ts'

const sound = Buffer.from(Array.from({ length: 1000 }, (_, place) => place % 251))

async function aCourseWithSound() {
  const edition = await anEdition()
  const [kept] = await keepMedia(new Map([['media/bai.mp3', sound]]))
  if (!kept) throw new Error('not kept')
  await write((tx) => tx.insert(editionMedia).values({ editionId: edition.id, ...kept }))
  return { course: edition.slug, hash: kept.hash }
}

async function ask(course: string, file: string, headers: Record<string, string> = {}, query = ''): Promise<Response> {
  const request = new Request(`http://localhost/courses/${course}/media/${file}${query}`, { headers })
  const context = { script: null, preferences: usualPreferences, isPublic: false }
  try {
    return await loader({ request, params: { course, file }, context })
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}

test('the same picture stands on the disk once, whole, and only its owner reads it', async () => {
  const files = new Map([
    ['media/a.svg', Buffer.from('<svg/>')],
    ['media/b.svg', Buffer.from('<svg/>')],
    ['course.yaml', Buffer.from('code: X')],
  ])

  const kept = await keepMedia(files)
  await keepMedia(files)

  expect(kept.map(({ path }) => path)).toEqual(['media/a.svg', 'media/b.svg'])
  const hash = kept[0]?.hash ?? ''
  expect(String(await readFile(mediaFile(hash)))).toBe('<svg/>')
  expect((await stat(mediaFile(hash))).mode & 0o777).toBe(0o600)
  expect((await readdir(join(environment.DATA_DIR, 'media'))).filter((name) => name.startsWith(hash))).toEqual([hash])
})

test('a file of a course is served with its type, and nothing in it may run', async () => {
  const { course, hash } = await aCourseWithSound()

  const response = await ask(course, 'bai.mp3')

  expect(response.status).toBe(200)
  expect(Buffer.from(await response.arrayBuffer())).toEqual(sound)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'audio/mpeg',
    'content-length': '1000',
    'content-security-policy': "default-src 'none'; style-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=0, must-revalidate',
    etag: `"${hash}"`,
  })
})

test('with the version in its address a file may be kept for ever; with another version never', async () => {
  const { course, hash } = await aCourseWithSound()
  const cached = async (query: string) => (await ask(course, 'bai.mp3', {}, query)).headers.get('cache-control')

  expect(await cached(`?v=${hash.slice(0, 16)}`)).toBe('public, max-age=31536000, immutable')
  expect(await cached('?v=0123456789abcdef')).toBe('public, max-age=0, must-revalidate')
  expect(await cached('?v=')).toBe('public, max-age=0, must-revalidate')
})

test('who has the file already gets nothing twice', async () => {
  const { course, hash } = await aCourseWithSound()

  expect((await ask(course, 'bai.mp3', { 'if-none-match': `"${hash}"` })).status).toBe(304)
})

test('a player gets the part it asks for', async () => {
  const { course, hash } = await aCourseWithSound()

  const part = await ask(course, 'bai.mp3', { range: 'bytes=990-' })
  expect(part.status).toBe(206)
  expect(part.headers.get('content-range')).toBe('bytes 990-999/1000')
  expect(Buffer.from(await part.arrayBuffer())).toEqual(sound.subarray(990))

  expect((await ask(course, 'bai.mp3', { range: 'bytes=5000-' })).status).toBe(416)
  expect((await ask(course, 'bai.mp3', { range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200)
  expect((await ask(course, 'bai.mp3', { range: 'bytes=0-9', 'if-range': `"${hash}"` })).status).toBe(206)
})

test('anything that is not a file of this course is not there', async () => {
  const { course } = await aCourseWithSound()
  const { course: other } = await aCourseWithSound()
  await write((tx) => tx.delete(editionMedia).where(undefined))

  for (const [where, file] of [
    [course, 'bai.mp3'],
    [other, '../course.yaml'],
    [course, '..%2f..%2fetc%2fpasswd'],
    ['nope', 'bai.mp3'],
    [course, ''],
  ] as const)
    expect((await ask(where, file)).status).toBe(404)
})

test('a picture that left the course is still there for learners on the edition before', async () => {
  const { course } = await aCourseWithSound()
  await anEdition({ slug: course })

  expect((await mediaOf(course, 'media/bai.mp3', null))?.type).toBe('audio/mpeg')
})
