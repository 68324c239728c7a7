import { write } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { queueMessage } from '#app/messages/queue.server.ts'
import { type Account, accountsNamed } from '#app/people/accounts.server.ts'
import { codesSince, keepCode } from '#app/people/codes.server.ts'
import { resetLetter } from '#app/people/reset-letter.ts'
import { newToken } from '#app/people/token.server.ts'

const validMs = 30 * 60_000
const hourMs = 60 * 60_000
const lettersAnHour = 3

/**
 * Sends a link that sets a new password to whoever the name may mean and has an e-mail address; at most three an hour a
 * person. Says nothing, so that nobody learns who has an account.
 */
export async function requestReset(typed: string, now = new Date()): Promise<void> {
  const { accounts } = await accountsNamed(typed)
  const tokens = accounts.map(() => newToken())
  await write(async (tx) => {
    for (const [place, account] of accounts.entries()) {
      const token = tokens[place]
      if (!account.email || !token) continue
      if ((await codesSince(tx, account.id, new Date(now.getTime() - hourMs))) >= lettersAnHour) continue
      await keepCode(tx, token, { personId: account.id, purpose: 'reset', validMs }, now)
      await queueMessage(tx, letterTo(account, account.email, token, now))
    }
  })
}

function letterTo(account: Account, address: string, token: string, now: Date) {
  const origin = environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`
  const link = new URL(`${localPath(account.language, '/reset/code')}?code=${token}`, origin).href
  const letter = resetLetter(account.language, { fullName: account.fullName, username: account.username, link })
  return { toPersonId: account.id, address, language: account.language, sendAfter: now, ...letter }
}
