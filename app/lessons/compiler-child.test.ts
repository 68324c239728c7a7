import { expect, test } from 'vitest'
import { openCompiler } from '#app/lessons/compile.server.ts'
import { openChild } from '#app/lessons/compiler-child.server.ts'
import { processorMs } from '#app/lessons/processor-time.server.ts'

const entry = { path: new URL('../../tests/stuck-child.mjs', import.meta.url).pathname, execArgv: [] }
const job = (text: string) => ({ file: 'a.mdx', text, kind: 'lesson' as const, media: [], language: 'vi' as const })
const file = (text: string) => ({
  file: 'a.mdx',
  source: Buffer.from(text),
  kind: 'lesson' as const,
  media: new Set<string>(),
})

test('a file that never ends is stopped and reported, and the next file is compiled', async () => {
  const compiler = openCompiler({ entry, limitMs: 300 })
  const outcomes = await Promise.all([compiler.compile(file('hang')), compiler.compile(file('good'))])
  await compiler.close()
  expect(outcomes).toMatchObject([
    { problems: [{ file: 'a.mdx', line: 1, code: 'too-slow' }] },
    { problems: [{ line: 7, code: 'no-cards' }] },
  ])
})

test('a file that eats all memory is stopped and reported, and the next file is compiled', async () => {
  const compiler = openCompiler({ entry, limitMs: 30_000 })
  const outcomes = await Promise.all([compiler.compile(file('eat')), compiler.compile(file('good'))])
  await compiler.close()
  expect(outcomes).toMatchObject([{ problems: [{ code: 'too-heavy' }] }, { problems: [{ line: 7 }] }])
})

test('a child that falls is a problem of the file, never an exception', async () => {
  const compiler = openCompiler({ entry })
  expect(await compiler.compile(file('crash'))).toMatchObject({ problems: [{ code: 'too-heavy' }] })
  await compiler.close()
})

test('a child that cannot start is a problem of the file, never an exception', async () => {
  const compiler = openCompiler({ entry: { path: '/nowhere/child.mjs', execArgv: [] } })
  expect(await compiler.compile(file('good'))).toMatchObject({ problems: [{ code: 'compiler-broken' }] })
  await compiler.close()
})

test('the child sees nothing of our environment', async () => {
  process.env.SECRET_OF_OURS = 'do not tell'
  const child = openChild({ entry })
  const outcome = await child.compile(job('environment'))
  await child.close()
  delete process.env.SECRET_OF_OURS
  const seen = 'broken' in outcome ? Object.keys(JSON.parse(outcome.detail)) : []
  expect(seen.filter((name) => !/^NODE_(ENV|CHANNEL_(FD|SERIALIZATION_MODE))$/.test(name))).toEqual([])
  expect(seen).toContain('NODE_ENV')
})

test('a child that sleeps for ever is stopped too, by the clock', async () => {
  const compiler = openCompiler({ entry, limitMs: 100 })
  expect(await compiler.compile(file('sleep'))).toMatchObject({ problems: [{ code: 'too-slow' }] })
  await compiler.close()
})

test('processor time is told in milliseconds', () => {
  const before = processorMs(process.pid)
  const start = process.cpuUsage()
  for (let spent = 0; spent < 200_000; spent = process.cpuUsage(start).user);
  const used = (processorMs(process.pid) ?? 0) - (before ?? 0)
  const { user, system } = process.cpuUsage(start)
  expect(Math.abs(used - (user + system) / 1000)).toBeLessThan(50)
})
