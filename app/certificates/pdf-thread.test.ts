import { expect, test } from 'vitest'
import { drawPdf } from '#app/certificates/draw-pdf.server.ts'
import { pdfThread } from '#app/certificates/pdf-thread.server.ts'
import { aPaper } from '#tests/paper.ts'

test('papers are drawn in a thread, one after the other, as they would be here', async () => {
  const { draw } = pdfThread({ limitMs: 10_000, startMs: 40_000, longest: 10 })
  const names = ['Một', 'Hai', 'Ba']

  const drawn = await Promise.all(names.map((fullName) => draw(aPaper({ fullName }))))

  for (const [at, fullName] of names.entries())
    expect(Buffer.from(drawn[at] ?? '').equals(await drawPdf(aPaper({ fullName })))).toBe(true)
})

test('a paper that cannot be drawn fails alone', async () => {
  const { draw } = pdfThread({ limitMs: 10_000, startMs: 40_000, longest: 10 })

  const [bad, good] = await Promise.allSettled([draw({ ...aPaper(), logo: '/no/such.png' }), draw(aPaper())])

  expect(bad).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('/no/such.png') } })
  expect(good.status).toBe('fulfilled')
})

test('a drawing that takes too long is given up, and the next one gets a new thread', async () => {
  const { draw } = pdfThread({ limitMs: 1, startMs: 0, longest: 10 })

  for (const _ of [1, 2]) await expect(draw(aPaper())).rejects.toThrow('longer than 1 ms')
})

test('when too many wait, the next is told so at once', async () => {
  const { draw } = pdfThread({ limitMs: 10_000, startMs: 40_000, longest: 2 })

  const drawn = await Promise.all([draw(aPaper()), draw(aPaper()), draw(aPaper())])

  expect(drawn.map((one) => one === 'busy')).toEqual([false, false, true])
  expect(await draw(aPaper())).not.toBe('busy')
})
