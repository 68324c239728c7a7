import { eq } from 'drizzle-orm'
import type { Pool } from '#app/attempts/draw.ts'
import { poolOf } from '#app/attempts/pool.server.ts'
import { loadCourse } from '#app/courses/load.server.ts'
import { courses } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import { type EditionFacts, editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { startOf } from '#app/i18n/day.ts'
import { readAnswer } from '#app/ledger/read-answer.ts'
import { markAnswer } from '#app/questions/mark.ts'
import type { Question } from '#app/questions/question.ts'
import type { StaffCategory } from '#app/units/unit.ts'
import { type Fields, rightFields, wrongFields } from '#tests/answers.ts'
import type { ProvinceSize } from '#tests/demo/size.ts'

/** What somebody may answer to a question: what the form sends, what is read from it, and its credit. */
export type Given = { fields: Fields; answer: unknown; credit: number }
export type Asked = { question: string; right: Given; wrong: Given }
export type Taught = {
  facts: EditionFacts
  pool: Pool
  /** Practice questions of each lesson. */
  practice: Map<string, Asked[]>
  /** Exam questions by their id. */
  exam: Map<string, Asked>
}

/** What people of each category take; twice as often what is there twice. */
export type CoursesTaken = Record<StaffCategory, Taught[]>

/** Officials take CB2, which is asked of them; workers and citizens their own courses in the whole province, CD3 in a small one. */
export async function coursesTaken({ isWhole }: Pick<ProvinceSize, 'isWhole'>): Promise<CoursesTaken> {
  const forOfficials = [await taught('cb2')]
  const common = await taught('cd3')
  const forWorkers = isWhole ? await eachTaught('cn1', 'cn2', 'cn3') : [common]
  const forCitizens = isWhole ? [common, common, ...(await eachTaught('cd1', 'cd2', 'cd4'))] : [common]
  return {
    can_bo: forOfficials,
    cong_chuc: forOfficials,
    vien_chuc: forOfficials,
    nguoi_lao_dong: forWorkers,
    nguoi_dan: forCitizens,
  }
}

/** One after the other, so that the same seed gives the same ids. */
async function eachTaught(...slugs: string[]): Promise<Taught[]> {
  const all: Taught[] = []
  for (const slug of slugs) all.push(await taught(slug))
  return all
}

/** A course of content/, loaded as the app loads it, published before the history begins. */
async function taught(slug: string): Promise<Taught> {
  const loaded = await loadCourse(`content/${slug}`, startOf('2024-06-20'))
  if ('problems' in loaded) throw new Error(`${slug}: ${JSON.stringify(loaded.problems[0])}`)
  const [course] = await db.select().from(courses).where(eq(courses.slug, slug))
  const facts = await editionFacts(db, course?.currentEditionId ?? '')
  if (!facts) throw new Error(`${slug} has no edition`)
  const pool = await poolOf(db, facts.id)
  const practice = new Map<string, Asked[]>([...facts.lessons].map((lesson) => [lesson, []]))
  for (const { lesson, question } of facts.practice.values()) practice.get(lesson)?.push(askedOf(question))
  return { facts, pool, practice, exam: new Map(pool.map(({ question }) => [question.id, askedOf(question)])) }
}

function askedOf(question: Question): Asked {
  const right = given(question, rightFields(question))
  return { question: question.id, right, wrong: given(question, wrongFields(question)) ?? right }
}

function given(question: Question, fields: Fields): Given {
  const read = readAnswer(question, fields)
  if ('isBad' in read || read.answer === null) throw new Error(`${question.id}: the answer cannot be read`)
  return { fields, answer: read.answer, credit: markAnswer(question, read.answer).credit }
}
