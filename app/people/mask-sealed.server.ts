import { unseal } from '#app/people/identity-cipher.server.ts'
import { identityKeys } from '#app/people/identity-keys.server.ts'
import { maskIdentityNumber, wholeMask } from '#app/people/identity-number.ts'
import type { identityNumbers } from '#app/people/schema.ts'

/** A kept identity number as pages show it; null when there is none. Decides no permission: the verb that asks has done so. */
export function maskSealed(kept: typeof identityNumbers.$inferSelect | null): string | null {
  if (!kept) return null
  const number = unseal(kept, identityKeys())
  return number === null ? wholeMask : maskIdentityNumber(number)
}
