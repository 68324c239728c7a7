import type { Audience } from '#app/courses/course-sheet.ts'

/** What the paper says, word for word: what was true on the day of issue. Nothing else is ever shown to a stranger. */
export type CertificateFacts = {
  fullName: string
  courseCode: string
  courseTitle: string
  /** Tiết; 0 is not printed. */
  hours: number
  category: string
  /** The category in the words of that day. */
  categoryName: string
  audience: Audience
  kind: 'confirmation' | 'completion'
  /** Legal wording of that day: GIẤY CHỨNG NHẬN · hoàn thành khóa học · chứng nhận · đã học đủ… */
  title: string
  subtitle: string
  lead: string
  sentence: string
  /** Printed number: 0123/2026/GCN-BS. */
  serial: string
  issuerName: string
  issuerHeading: string
  issuerParent: string
  signerTitle: string
  signerName: string
  /** Number and day of the decision that approved the programme; empty if there is none. */
  approval: string
  place: string
  /** Calendar day in Vietnam, YYYY-MM-DD. */
  completedOn: string
  issuedOn: string
  /** The hash of the issuer's logo (web/logo.server.ts); empty: none. Papers of the first days do not tell. */
  logo?: string
  /** The names in it are invented: the paper says that it proves nothing. */
  isSample: boolean
}

export type CertificateState = 'valid' | 'replaced' | 'revoked'

/** A revocation weighs more than a replacement: nobody may rely on the paper at all. */
export function stateOf(row: { replacedAt: Date | null; revokedAt: Date | null }): CertificateState {
  if (row.revokedAt) return 'revoked'
  return row.replacedAt ? 'replaced' : 'valid'
}

/** 0123/2026/GCN-BS: the register's number, its year and the issuer. */
export function serialOf(issuerCode: string, year: number, number: number): string {
  return `${String(number).padStart(4, '0')}/${year}/${issuerCode}`
}
