import type { Verdict, VerdictReason } from '#app/intake/batch.ts'

/** Somebody with an account who may be the person of a row: the same name without tone marks, or the same number. */
export type Candidate = {
  id: string
  folded: string
  birthYear: number | null
  phone: string | null
  /** Where they are on the day. */
  unitIds: readonly string[]
  /** Whoever sent the list may take them in. */
  isWithinReach: boolean
  /** Of the identity number, or the user name given as the number of staff. */
  hasSameNumber: boolean
}

export type Sought = { folded: string; birthYear: number | null; phone: string | null; unitId: string }

export type Judgement = { verdict: Verdict; reasons: VerdictReason[]; candidates: string[] }

/**
 * Whether somebody of a list has an account already. Sure only by number, or by name and year of birth together with
 * phone or unit; what is half alike is for people to decide, and duplicates are never merged silently (domain.md 2.5).
 */
export function judge(sought: Sought, candidates: readonly Candidate[]): Judgement {
  const byNumber = candidates.filter(({ hasSameNumber }) => hasSameNumber)
  if (byNumber.length > 0) {
    const isNamedSo = byNumber.every(({ folded }) => folded === sought.folded)
    return isNamedSo ? sure(byNumber) : conflict('other-name', byNumber)
  }
  const alike = candidates.filter(({ folded }) => folded === sought.folded)
  const certain = alike.filter((one) => isCertain(sought, one))
  if (certain.length > 0) return sure(certain)
  const otherBirth = alike.filter((one) => isSamePhone(sought, one) && isOtherBirth(sought, one))
  if (otherBirth.length > 0) return conflict('other-birth', otherBirth)
  const maybe = alike.filter((one) => isMaybe(sought, one))
  if (maybe.length > 0) return conflict('maybe-same', maybe)
  const namesakes = alike.filter((one) => isSameBirth(sought, one) && !isOtherPhone(sought, one))
  return { verdict: 'new', reasons: namesakes.length > 0 ? ['namesake'] : [], candidates: [] }
}

function sure(found: Candidate[]): Judgement {
  if (found.length > 1) return conflict('several-fit', found)
  if (!found[0]?.isWithinReach) return conflict('elsewhere', [])
  return { verdict: 'matched', reasons: [], candidates: found.map(({ id }) => id) }
}

/** Whom the sender may not take in is not shown to them either. */
function conflict(reason: VerdictReason, found: Candidate[]): Judgement {
  const near = found.filter(({ isWithinReach }) => isWithinReach)
  if (found.length > 0 && near.length === 0) return { verdict: 'conflict', reasons: ['elsewhere'], candidates: [] }
  return { verdict: 'conflict', reasons: [reason], candidates: near.map(({ id }) => id).sort() }
}

function isCertain(sought: Sought, one: Candidate): boolean {
  if (!isSameBirth(sought, one)) return false
  return isSamePhone(sought, one) || (isInUnit(sought, one) && !isOtherPhone(sought, one))
}

function isMaybe(sought: Sought, one: Candidate): boolean {
  return !isOtherBirth(sought, one) && (isSamePhone(sought, one) || isInUnit(sought, one))
}

function isSameBirth(sought: Sought, one: Candidate): boolean {
  return sought.birthYear !== null && sought.birthYear === one.birthYear
}

function isOtherBirth(sought: Sought, one: Candidate): boolean {
  return sought.birthYear !== null && one.birthYear !== null && sought.birthYear !== one.birthYear
}

function isSamePhone(sought: Sought, one: Candidate): boolean {
  return sought.phone !== null && sought.phone === one.phone
}

function isOtherPhone(sought: Sought, one: Candidate): boolean {
  return sought.phone !== null && one.phone !== null && sought.phone !== one.phone
}

function isInUnit(sought: Sought, one: Candidate): boolean {
  return one.unitIds.includes(sought.unitId)
}
