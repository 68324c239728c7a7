import { write } from '#app/db/db.server.ts'
import { becomeFirstAdministrator, firstAdministratorCode } from '#app/people/first-administrator.server.ts'
import { people } from '#app/people/schema.ts'
import { type SignUpForm, signUp } from '#app/people/sign-up.server.ts'

export const goodPassword = 'bánh xèo 3 trứng'

/** A form that is accepted; change what the test is about. */
export function aSignUp(changes: Partial<SignUpForm> = {}): SignUpForm {
  return {
    fullName: 'Nguyễn Thị Bé Ba',
    contact: '0912 345 678',
    password: goodPassword,
    birthYear: 1968,
    consents: { account: true },
    language: 'vi',
    device: 'Chrome, Android',
    isShared: false,
    ...changes,
  }
}

/** Somebody who signed up, with the token of their session. */
export async function aMember(changes: Partial<SignUpForm> = {}, now?: Date) {
  const outcome = await signUp(aSignUp(changes), now)
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
  return { ...outcome.person, token: outcome.token }
}

/** What the first administrator fills in; change what the test is about. */
export function aFirstAdministrator(code: string) {
  return {
    code,
    fullName: 'Phạm Hoàng Ẩn',
    contact: 'an@example.vn',
    password: goodPassword,
    language: 'vi',
    device: '?',
    isShared: false,
  } as const
}

/** Whoever followed the printed link of a house without an administrator. */
export async function firstAdministrator() {
  const outcome = await becomeFirstAdministrator(aFirstAdministrator((await firstAdministratorCode()) ?? ''))
  if (!outcome || 'problems' in outcome) throw new Error('refused')
  return outcome.person
}

/** An empty house. */
export async function nobody() {
  const { consents, identityClaims, identityNumbers, nameBeginnings, oneTimeCodes, sessions, signInFailures } =
    await import('#app/people/schema.ts')
  const about = [nameBeginnings, consents, identityClaims, identityNumbers, oneTimeCodes, sessions, signInFailures]
  await write(async (tx) => {
    for (const table of [...about, people]) await tx.delete(table)
  })
}
