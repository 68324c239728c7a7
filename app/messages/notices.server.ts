import { and, count, desc, eq, isNull, lt, lte } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import { notices } from '#app/messages/schema.ts'

const onPage = 30

export type NoticeShown = {
  id: string
  subject: string
  body: string
  path: string | null
  createdAt: Date
  readAt: Date | null
}

/** What one was told, the newest first, thirty at a time; `next` leads to the earlier ones. */
export async function noticesOf(
  person: { id: string },
  before: string | null = null,
): Promise<{ notices: NoticeShown[]; next: string | null }> {
  const rows = await db
    .select({
      id: notices.id,
      subject: notices.subject,
      body: notices.body,
      path: notices.path,
      createdAt: notices.createdAt,
      readAt: notices.readAt,
    })
    .from(notices)
    .where(and(eq(notices.personId, person.id), before ? lt(notices.id, before) : undefined))
    .orderBy(desc(notices.id))
    .limit(onPage + 1)
  const shown = rows.slice(0, onPage)
  return { notices: shown, next: rows.length > onPage ? (shown.at(-1)?.id ?? null) : null }
}

/** How many one has not read: by an index alone. */
export async function unreadNotices(person: { id: string }): Promise<number> {
  const [row] = await db
    .select({ count: count().mapWith(Number) })
    .from(notices)
    .where(and(eq(notices.personId, person.id), isNull(notices.readAt)))
  return row?.count ?? 0
}

/** Marks as read what one has been shown: the notice named and all before it. */
export async function readNotices(person: { id: string }, upTo: string, now = new Date()): Promise<void> {
  const shown = and(eq(notices.personId, person.id), isNull(notices.readAt), lte(notices.id, upTo))
  await write((tx) => tx.update(notices).set({ readAt: now }).where(shown))
}
