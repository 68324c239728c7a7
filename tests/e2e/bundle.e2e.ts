import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aReader } from '#tests/e2e/browsing.ts'
import { openStage } from '#tests/e2e/stage.ts'
import { sourceFiles } from '#tests/source.ts'

const folder = 'build/client'
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
const scripts = files.filter((file) => file.endsWith('.js')).map((file) => ({ file, text: read(`${folder}/${file}`) }))

const { server, browser } = await openStage()

test('no file for browsers holds a word of the server', () => {
  const words = /better-sqlite3|drizzle|argon2|DATABASE_URL|BEGIN IMMEDIATE|process\.env|["']node:|postgres:\/\//
  const offenders = scripts.flatMap(({ file, text }) => text.match(words)?.map((word) => `${file}: ${word}`) ?? [])

  expect(scripts.length).toBeGreaterThan(0)
  expect(offenders).toEqual([])
})

test('no file for browsers holds a sentence that only server files hold', () => {
  const sentences = sentencesOfServer()
  const offenders = scripts.flatMap(({ file, text }) =>
    sentences.filter((sentence) => text.includes(sentence)).map((sentence) => `${file}: ${sentence}`),
  )

  expect(sentences.length).toBeGreaterThan(100)
  expect(offenders).toEqual([])
})

test('no file for browsers comes with a map of its sources', () => {
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
})

test('the first open of a lesson is light: scripts 90 KB, HTML and CSS 40 KB, all with fonts 150 KB, compressed', async () => {
  const loaded = await openedWith('/courses/cd3/gia-cong-an')
  const sum = (kinds: string[]) =>
    loaded.filter(({ kind }) => kinds.includes(kind)).reduce((bytes, file) => bytes + file.bytes, 0)
  const page = sum(['document', 'stylesheet'])
  const lines = loaded.map(({ kind, bytes, path }) => `  ${kind} ${bytes} ${path}\n`).join('')
  process.stdout.write(`first open of a lesson, bytes compressed:\n${lines}`)

  expect(sum(['script'])).toBeGreaterThan(0)
  expect(sum(['script'])).toBeLessThanOrEqual(90_000)
  expect(page).toBeLessThanOrEqual(40_000)
  expect(page + sum(['script', 'font'])).toBeLessThanOrEqual(150_000)
})

/** Everything a fresh reader's browser fetches for a page of ours, with its compressed size. */
async function openedWith(path: string) {
  const { page, context } = await aReader(browser)
  const loaded: Array<{ kind: string; path: string; bytes: number }> = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    loaded.push({ kind: response.request().resourceType(), path: pathname, bytes: sizeOf(pathname) })
  })
  const response = await page.goto(server.url + path, { waitUntil: 'networkidle' })
  expect(response?.status()).toBe(200)
  const html = await response?.body()
  await context.close()
  return loaded.map((file) =>
    file.kind === 'document' ? { ...file, bytes: brotliCompressSync(html ?? '').length } : file,
  )
}

function sizeOf(path: string): number {
  const place = [`${folder}${path}.br`, `${folder}${path}`].find((file) => existsSync(file) && statSync(file).isFile())
  return place ? statSync(place).size : 0
}

/** Long strings of server files that stand in no other file of the app. */
function sentencesOfServer(): string[] {
  const all = sourceFiles('app').filter(({ path }) => !/\.test\.tsx?$/.test(path))
  const isOfServer = (path: string) => /\.server\.tsx?$|\/schema\.ts$|^app\/db\//.test(path)
  const shared = all
    .filter(({ path }) => !isOfServer(path))
    .map(({ text }) => text)
    .join('\n')
  return all
    .filter(({ path }) => isOfServer(path))
    .flatMap(({ code }) => [...code.matchAll(/'([^'\n\\]{14,})'/g)].map(([, words = '']) => words))
    .filter((words) => !shared.includes(words) && !/^(#app|@[a-z-]+)\//.test(words)) // sentences, not packages
}

function read(file: string) {
  return readFileSync(file, 'utf8')
}
