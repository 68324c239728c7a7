import { id, index, instant, json, table, text } from '#app/db/columns.ts'

/** Append only. Ids are UUIDv7, so their order is the order of time. */
export const auditLines = table(
  'audit_lines',
  {
    id: id(),
    at: instant().notNull(),
    /** Null: the system itself or the command line. */
    actorId: text(),
    verb: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    before: json<unknown>(),
    after: json<unknown>(),
    reason: text(),
  },
  (line) => [
    index('audit_lines_by_subject').on(line.subjectKind, line.subjectId),
    index('audit_lines_by_actor').on(line.actorId),
  ],
)
