import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { oneTimeCodes } from '#app/people/schema.ts'
import { hashOf, newSpokenCode } from '#app/people/token.server.ts'

/**
 * Inner step: a one-time code for each of some hundred people; what they were given before opens nothing any more, so a
 * sheet that was lost is made worthless by printing another. The codes, in the order asked: only hashes are kept.
 */
export async function issueCodesInTx(tx: Transaction, personIds: readonly string[], expiresAt: Date, now: Date) {
  if (personIds.length === 0) return []
  const codes = personIds.map((personId) => ({ personId, code: newSpokenCode() }))
  await tx
    .delete(oneTimeCodes)
    .where(
      and(
        inArray(oneTimeCodes.personId, [...personIds]),
        eq(oneTimeCodes.purpose, 'reset'),
        isNull(oneTimeCodes.usedAt),
      ),
    )
  await tx.insert(oneTimeCodes).values(
    codes.map(({ personId, code }) => ({
      personId,
      purpose: 'reset' as const,
      codeHash: hashOf(code),
      createdAt: now,
      expiresAt,
    })),
  )
  return codes.map(({ code }) => code)
}
