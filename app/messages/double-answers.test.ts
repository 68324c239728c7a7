import { beforeEach, expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { deliverDue } from '#app/messages/deliver.server.ts'
import { mayHaveArrived } from '#app/messages/delivery-problem.ts'
import { queueMessage } from '#app/messages/queue.server.ts'
import { outbox } from '#app/messages/schema.ts'
import { aDoubleMailServer } from '#tests/double-mail-server.ts'

beforeEach(() => write((tx) => tx.delete(outbox)))

const hours = (n: number) => new Date(Date.now() + n * 3_600_000)

async function queueThree() {
  for (const name of ['an', 'ba', 'cuc'])
    await write((tx) =>
      queueMessage(tx, {
        ...{ toPersonId: name, address: `${name}@example.vn`, subject: 'Nhắc', body: 'Còn 7 ngày.' },
        language: 'vi',
      }),
    )
  const rows = await db.select().from(outbox)
  return rows.map(({ id }) => `<${id}@tinh.example.vn>`).sort()
}

test.each([
  ['the whole letter', ['LETTER']],
  ['the end', ['QUIT']],
  ['the recipient', ['RCPT']],
  ['the sender', ['MAIL']],
  ['the beginning of the letter', ['DATA']],
  ['the greeting', ['HELLO']],
  ['everything', ['HELLO', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'LETTER', 'QUIT']],
])(
  'a mail server that answers twice to %s gets each letter under its own id alone, and none is lost',
  async (_, twice) => {
    const ids = await queueThree()
    const server = await aDoubleMailServer({ twice })
    try {
      for (let hour = 0; hour < 8; hour++) await deliverDue(hours(hour * 3), { smtpUrl: server.url, patienceMs: 300 })
      const rows = await db.select().from(outbox)
      const sent = rows.filter(({ sentAt }) => sentAt !== null).map(({ id }) => `<${id}@tinh.example.vn>`)
      // What counts as sent was taken, once or under the same id again; what does not is told as failed.
      expect(sent.filter((id) => !server.taken.includes(id))).toEqual([])
      expect([...new Set(server.taken)].filter((id) => !ids.includes(id))).toEqual([])
      expect(rows.filter(({ sentAt, failedAt }) => sentAt === null && failedAt === null)).toEqual([])
      // Whoever reads what became of a letter that came and is not told as sent hears that it may have come.
      const unsure = rows.filter(
        ({ id, sentAt }) => sentAt === null && server.taken.includes(`<${id}@tinh.example.vn>`),
      )
      expect(unsure.filter(({ lastProblem }) => !mayHaveArrived(lastProblem))).toEqual([])
      const taken = server.taken.length
      await deliverDue(hours(48), { smtpUrl: server.url, patienceMs: 300 })
      expect(server.taken).toHaveLength(taken)
    } finally {
      await server.close()
    }
  },
)

test('a mail server that takes a letter and refuses it in the next breath has taken it: it is not sent again', async () => {
  const ids = await queueThree()
  const server = await aDoubleMailServer({ twice: [], toLetter: ['250 taken', '554 refused after all'] })
  try {
    for (const hour of [0, 3, 6]) await deliverDue(hours(hour), { smtpUrl: server.url, patienceMs: 300 })
    expect([...server.taken].sort()).toEqual(ids)
  } finally {
    await server.close()
  }
})
