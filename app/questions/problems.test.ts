import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { messages } from '#app/i18n/messages.ts'

const codes = readdirSync('app/questions', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => [
    ...readFileSync(join('app/questions', file), 'utf8').matchAll(/(?:refuse\([^;]*?|, )'([a-z]+(?:-[a-z]+)+)'/gs),
  ])
  .map(([, code = '']) => code)

test('every reason to refuse a question has words in both languages, and no words are left over', () => {
  const used = [...new Set(codes)].sort()
  expect(used.length).toBeGreaterThan(30)
  for (const locale of ['vi', 'en'] as const) {
    expect(Object.keys(messages(locale).questions.problems).sort()).toEqual(used)
  }
})
