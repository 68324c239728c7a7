import { v7 as uuid } from 'uuid'
import { awardInTx } from '#app/certificates/award.server.ts'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { courses, editions } from '#app/courses/schema.ts'
import { write } from '#app/db/db.server.ts'
import type { Actor } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'

const unsorted = { sortKey: '', folded: '' }

/** Somebody who may hold a certificate. */
export async function aHolder(fullName = 'Nguyễn Thị Bé Ba', role: Actor['role'] = 'learner'): Promise<Actor> {
  const id = uuid()
  await write((tx) =>
    tx.insert(people).values({ id, username: id, fullName, ...unsorted, role, language: 'vi', createdAt: new Date() }),
  )
  return { id, role }
}

/** An edition to be certified for; change what the test is about. */
export async function aCertifiedEdition(sheet: Partial<CourseSheet> = {}): Promise<string> {
  const [courseId, id] = [uuid(), uuid()]
  await write(async (tx) => {
    await tx.insert(courses).values({ id: courseId, slug: courseId, currentEditionId: id, createdAt: new Date() })
    await tx.insert(editions).values({
      id,
      courseId,
      number: 1,
      contentHash: id,
      sheet: { ...officialsSheet, ...sheet },
      publishedAt: new Date(),
    })
  })
  return id
}

export function award(holder: { id: string }, editionId: string, at = new Date('2026-11-18T03:00:00Z')): Promise<void> {
  return write((tx) => awardInTx(tx, { personId: holder.id, editionId, at }))
}

const officialsSheet: CourseSheet = {
  code: 'CB2',
  title: 'An toàn thông tin và bảo vệ dữ liệu cá nhân cho cán bộ, công chức, viên chức',
  promise: 'Giữ tài khoản an toàn.',
  audience: 'officials',
  language: 'vi',
  level: [3, 4],
  hours: 10,
  category: 'KHCN_KNS',
  competences: [],
  labels: [],
  cover: '',
  makers: [],
  reviewed: '2026-11-20',
  reviewBy: '2027-05-20',
  outcomes: [],
  lessons: [],
  completion: { practice: true, minutesPercent: 0 },
  exam: {
    key: 'cuoi-khoa',
    title: 'Kiểm tra',
    perLesson: 1,
    passPercent: 70,
    mustBeRight: 'none',
    attempts: null,
    waitHours: 0,
    timeLimitMinutes: null,
    review: 'full',
  },
  certificate: { kind: 'completion' },
}
