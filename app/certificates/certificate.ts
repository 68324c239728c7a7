import type { Audience } from '#app/courses/course-sheet.ts'

/** What the paper says: what was true on the day of issue. */
export type CertificateFacts = {
  fullName: string
  courseCode: string
  courseTitle: string
  /** Tiết. */
  hours: number
  category: string
  audience: Audience
  kind: 'confirmation' | 'completion'
  /** Printed number: 0123/2026/GCN-BS. */
  serial: string
  issuerName: string
  signerTitle: string
  signerName: string
  /** Number and day of the decision that approved the programme; empty if there is none. */
  approval: string
  place: string
  /** Calendar day in Vietnam, YYYY-MM-DD. */
  completedOn: string
  issuedOn: string
}

export type CertificateState = 'valid' | 'replaced' | 'revoked'
