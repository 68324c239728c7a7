import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { awardInTx } from '#app/certificates/award.server.ts'
import { reissue } from '#app/certificates/reissue.server.ts'
import { revoke } from '#app/certificates/revoke.server.ts'
import { certificates } from '#app/certificates/schema.ts'
import { verify } from '#app/certificates/verify.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { yearOf } from '#app/i18n/day.ts'
import { aCertifiedEdition, aHolder, award } from '#tests/certificates.ts'

const thisYear = yearOf(new Date())
const register = () => db.select().from(certificates).where(eq(certificates.year, thisYear))

type Deed = { kind: 'award' | 'fail' | 'reissue' | 'revoke'; which: number }
const deed = fc.record<Deed>({ kind: fc.constantFrom('award', 'award', 'fail', 'reissue', 'revoke'), which: fc.nat() })

test('whatever is awarded, fails, is issued again or taken back, at once or in turn, the register has no gap and no number twice', async () => {
  const administrator = await aHolder('Người Quản Trị', 'administrator')
  const edition = await aCertifiedEdition()

  async function does({ kind, which }: Deed) {
    const papers = await register()
    const paper = papers[which % Math.max(1, papers.length)]
    if (kind === 'award') return award(await aHolder(), edition, new Date())
    if (kind === 'reissue' && paper)
      return reissue(administrator, paper.id, { fullName: `Tên Số ${which % 3}`, reason: 'sai' })
    if (kind === 'revoke' && paper) return revoke(administrator, paper.id, 'thi hộ')
    const unlucky = await aHolder()
    const failing = write(async (tx) => {
      await awardInTx(tx, { personId: unlucky.id, editionId: edition, at: new Date() })
      throw new Error('the disk is full')
    })
    return failing.catch(() => null)
  }

  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(deed, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), async (rounds) => {
      for (const atOnce of rounds) await Promise.all(atOnce.map(does))
      const papers = await register()
      expect(papers.map(({ number }) => number).sort((a, b) => a - b)).toEqual(papers.map((_, index) => index + 1))
      expect(new Set(papers.map(({ code }) => code)).size).toBe(papers.length)
    }),
    { numRuns: 12 },
  )

  // Of each person at most one paper counts, and every other leads to the newest.
  const papers = await register()
  for (const { personId } of papers) {
    const own = papers.filter((paper) => paper.personId === personId).sort((a, b) => a.issue - b.issue)
    expect(own.filter(({ replacedAt, revokedAt }) => !replacedAt && !revokedAt).length).toBeLessThanOrEqual(1)
    expect(own.map(({ issue }) => issue)).toEqual(own.map((_, index) => index + 1))
    for (const paper of own.slice(0, -1))
      expect(await verify(paper.code)).toMatchObject({ state: 'replaced', replacedBy: own.at(-1)?.code })
  }
})
