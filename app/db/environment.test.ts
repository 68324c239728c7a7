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
  ['PUBLIC_URL', 'https://benso.example/hoc'],
  ['DATABASE_URL', 'postgres://benso:mat#khau@10.0.0.5/benso'],
  ['SMTP_URL', 'smtp://benso:mat%khau@mail.example'],
  ['GATEWAY_TOKEN', 'mã bí mật của cổng tin nhắn'],
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

test.each([
  ['SMTP_URL', 'smpt://post:mật@khẩu?@mail.example:587?from=a@b.vn', 'smpt://…@b.vn'],
  ['SMTP_URL', 'post:secret@mail.example', '…@mail.example'],
  ['DATABASE_URL', 'postgre://benso:secret@10.0.0.5/benso', 'postgre://…@10.0.0.5/benso'],
  ['DATABASE_URL', 'postgres://benso:mat#khau@10.0.0.5/benso', 'postgres://…@10.0.0.5/benso'],
  ['GATEWAY_URL', 'htps://sms.example/send?key=secret', 'htps://sms.example/send?…'],
  ['GATEWAY_TOKEN', 'secret', '…'],
  ['METRICS_TOKEN', 'secret', '…'],
])('a wrong %s stops the start without telling its secret', (name, value, told) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(`Wrong setting ${name}=${JSON.stringify(told)}: `)
})

test('the address people type may end in a stroke, which nothing repeats', () => {
  expect(readEnvironment({ PUBLIC_URL: 'https://benso.example/' }).PUBLIC_URL).toBe('https://benso.example')
})
