import { write } from '#app/db/db.server.ts'
import { personOfRefusal } from '#app/messages/refusal-token.server.ts'
import { refuseInTx } from '#app/messages/refuse-in-tx.server.ts'

/** Refuses letters by the address at the foot of one: whoever holds the letter may, signed in or not. Null: not ours. */
export async function refuseByLetter(token: string, now = new Date()): Promise<true | null> {
  const personId = personOfRefusal(token)
  if (personId === null) return null
  await write((tx) => refuseInTx(tx, personId, { channel: 'email', isFromLetter: true, now }))
  return true
}
