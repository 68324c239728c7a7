import { v7, validate, version } from 'uuid'

const freshMs = 24 * 60 * 60_000
/** The machines of a house agree about the time to within this. */
const skewMs = 5 * 60_000

/** The id of an account that is looked at and not made yet. */
export function newMemberId(now = new Date()): string {
  return v7({ msecs: now.getTime() })
}

/** Whether an id was made by a preview of the last day. A UUIDv7 tells when: no older account can be asked about by its id. */
export function isFreshMemberId(id: string, now = new Date()): boolean {
  if (!validate(id) || version(id) !== 7) return false
  const age = now.getTime() - Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  return age > -skewMs && age < freshMs
}
