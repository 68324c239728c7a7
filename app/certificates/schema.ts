import type { CertificateFacts } from '#app/certificates/certificate.ts'
import { editions } from '#app/courses/schema.ts'
import { id, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '#app/db/columns.ts'
import { people } from '#app/people/schema.ts'

/** A record of its own: what was true that day. Never rewritten; mended by a re-issue, ended by a revocation. */
export const certificates = table(
  'certificates',
  {
    id: id(),
    /** Printed and public: BS-XXXX-XXXX, random. */
    code: text().notNull(),
    issuer: text().notNull(),
    year: int().notNull(),
    /** Without gaps per issuer and year, never used again. */
    number: int().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    editionId: text()
      .notNull()
      .references(() => editions.id),
    /** 1 for the first, 2 for its re-issue … */
    issue: int().notNull(),
    facts: json<CertificateFacts>().notNull(),
    issuedAt: instant().notNull(),
    replacesId: text(),
    replacedAt: instant(),
    revokedAt: instant(),
    revokedBy: text(),
    revocationReason: text(),
  },
  (certificate) => [
    uniqueIndex('certificates_by_code').on(certificate.code),
    uniqueIndex('certificates_by_number').on(certificate.issuer, certificate.year, certificate.number),
    uniqueIndex('certificates_once').on(certificate.personId, certificate.editionId, certificate.issue),
    index('certificates_by_edition').on(certificate.editionId),
  ],
)

export const certificateCounters = table(
  'certificate_counters',
  { issuer: text().notNull(), year: int().notNull(), last: int().notNull() },
  (row) => [primaryKey({ columns: [row.issuer, row.year] })],
)
