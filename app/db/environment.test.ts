import { expect, test } from 'vitest'
import { readEnvironment } from '#app/db/environment.server.ts'

test('nothing set means the usual', () => {
  expect(readEnvironment({})).toMatchObject({
    PORT: 3000,
    DATA_DIR: './data',
    DATABASE_URL: 'file:./data/ben-so.db',
    TRUST_PROXY: 0,
  })
})

test('an empty setting is one that is not set', () => {
  expect(readEnvironment({ PORT: '', SMTP_URL: '' })).toMatchObject({ PORT: 3000 })
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://x'],
  ['PUBLIC_URL', 'benso.example'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['SMTP_URL', 'http://mail'],
  ['TRUST_PROXY', 'true'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s stops the start with one line that names the setting', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^Wrong setting ${name}=.*`))
  try {
    readEnvironment({ [name]: value })
  } catch (problem) {
    expect(String(problem).split('\n')).toHaveLength(1)
  }
})
