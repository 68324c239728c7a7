/** Below: no account at all. Up to `adultFrom` − 1: a parent or guardian agrees too (domain.md 1.2). */
const accountFrom = 7
const adultFrom = 16
const oldest = 120

export type AgeGroup = 'too-young' | 'child' | 'grown' | 'impossible'

/**
 * Only the year of birth is asked, so a person who turns 16 this year may still be 15: counted as a child until the year
 * is over, one question too many rather than one too few. Who turns 7 this year may have an account: the guardian's
 * tick says that the child is 7.
 */
export function ageGroupOf(birthYear: number, thisYear: number): AgeGroup {
  const age = thisYear - birthYear
  if (!Number.isInteger(birthYear) || age < 0 || age > oldest) return 'impossible'
  if (age < accountFrom) return 'too-young'
  return age <= adultFrom ? 'child' : 'grown'
}
