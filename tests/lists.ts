import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { checkBatch } from '#app/intake/check-batch.server.ts'
import { commitBatch } from '#app/intake/commit-batch.server.ts'
import { intakeBatches, intakeRows } from '#app/intake/schema.ts'
import { undoBatch } from '#app/intake/undo-batch.server.ts'
import { type ListForm, uploadList } from '#app/intake/upload-list.server.ts'
import { workDue } from '#app/intake/work-due.server.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { headcountChanges, mainMemberships, memberships } from '#app/units/schema.ts'
import { done } from '#tests/units.ts'
import { aFile } from '#tests/workbook.ts'

export type Line = {
  name: string
  year?: number | string
  phone?: string
  unit?: string
  position?: string
  number?: string
}

/** A list as text. */
export function listOf(lines: readonly Line[]): string {
  const rows = lines.map(({ name, year = '', phone = '', unit = '', position = '', number = '' }) =>
    [name, year, phone, unit, position, number].join(';'),
  )
  return `Họ và tên;Năm sinh;Điện thoại;Đơn vị;Chức vụ;Số CCCD\n${rows.join('\n')}\n`
}

type Wishes = Partial<Omit<ListForm, 'unitId' | 'path'>> & { who?: Authority }

/** A list that was sent in for a unit; its id. */
export async function aList(unitId: string, lines: readonly Line[], { who = 'command-line', ...form }: Wishes = {}) {
  const path = await aFile(listOf(lines))
  return done(await uploadList(who, { unitId, path, fileName: 'danh-sach.csv', ...form })).id
}

/** A list that was sent in and looked at, ready to be taken in. */
export async function aCheckedList(unitId: string, lines: readonly Line[], wishes: Wishes = {}): Promise<string> {
  const id = await aList(unitId, lines, wishes)
  await workDue()
  done(await checkBatch(wishes.who ?? 'command-line', id))
  await workDue()
  return id
}

/** Takes a list in, rows nobody has decided about left out. */
export async function takeIn(id: string, who: Authority = 'command-line'): Promise<void> {
  done(await commitBatch(who, id, { leaveUndecided: true }))
  await workDue()
}

export async function takeBack(id: string): Promise<void> {
  done(await undoBatch('command-line', id, 'Nhầm danh sách'))
  await workDue()
}

export async function batchAt(id: string) {
  const [batch] = await db.select().from(intakeBatches).where(eq(intakeBatches.id, id))
  if (!batch) throw new Error(`no batch ${id}`)
  return batch
}

export function rowsAt(id: string) {
  return db.select().from(intakeRows).where(eq(intakeRows.batchId, id)).orderBy(asc(intakeRows.row))
}

/** Everything that is counted, for "as it was before". Changes of head-counts that cancel out are no change. */
export async function everythingCounted() {
  const heads = await db
    .select({
      unitId: headcountChanges.unitId,
      day: headcountChanges.day,
      change: sql<number>`sum(${headcountChanges.change})`.mapWith(Number),
    })
    .from(headcountChanges)
    .groupBy(headcountChanges.unitId, headcountChanges.day)
    .orderBy(asc(headcountChanges.unitId), asc(headcountChanges.day))
  return {
    people: await db.select().from(people).orderBy(asc(people.id)),
    memberships: await db.select().from(memberships).orderBy(asc(memberships.id)),
    mains: await db.select().from(mainMemberships).orderBy(asc(mainMemberships.personId), asc(mainMemberships.fromDay)),
    heads: heads.filter(({ change }) => change !== 0),
  }
}

/** Who is in a unit by a batch, as anybody would list them. */
export function peopleBy(batchId: string) {
  return db
    .select({
      fullName: people.fullName,
      birthYear: people.birthYear,
      phone: people.phone,
      unitId: memberships.unitId,
      position: memberships.position,
      closedAt: people.closedAt,
    })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId)))
    .where(eq(memberships.batchId, batchId))
    .orderBy(asc(people.sortKey), asc(people.birthYear), asc(people.phone), asc(memberships.unitId))
}
