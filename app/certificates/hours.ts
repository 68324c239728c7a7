import type { CertificateFacts } from '#app/certificates/certificate.ts'

export type Hours = { total: number; byCategory: Array<{ category: string; hours: number }> }

/** Tiết earned in a year (by the Vietnamese day of completion): each course once, revoked and replaced papers not at all. */
export function hoursIn(year: number, papers: ReadonlyArray<{ state: string; facts: CertificateFacts }>): Hours {
  const courses = new Map<string, CertificateFacts>()
  for (const { state, facts } of papers)
    if (state === 'valid' && facts.completedOn.startsWith(`${year}-`)) courses.set(facts.courseCode, facts)
  const sums = new Map<string, number>()
  for (const { category, hours } of courses.values()) sums.set(category, (sums.get(category) ?? 0) + hours)
  const byCategory = [...sums].map(([category, hours]) => ({ category, hours })).filter(({ hours }) => hours > 0)
  return { total: byCategory.reduce((total, { hours }) => total + hours, 0), byCategory }
}
