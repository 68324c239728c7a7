import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { fold } from '#app/i18n/fold.ts'
import type { Question } from '#app/questions/question.ts'

const sheetSchema = z.object({
  lessons: z.array(z.object({ lesson: z.string() })),
  exam: z.object({ key: z.string() }),
})

/** What stands in a server's database, read beside it: for those who mark, and for those who check its word. */
export function recordsIn(folder: string) {
  const file = join(folder, 'ben-so.db')

  function read<T>(schema: z.ZodType<T>, sql: string, ...values: Array<string | number>): T[] {
    const database = new Database(file, { readonly: true, timeout: 10_000 })
    try {
      return z.array(schema).parse(database.prepare(sql).all(...values))
    } finally {
      database.close()
    }
  }

  function change(sql: string, ...values: Array<string | number>) {
    const database = new Database(file, { timeout: 10_000 })
    try {
      database.prepare(sql).run(...values)
    } finally {
      database.close()
    }
  }

  /** Every question with its key in the course's own language, by its id. */
  function questions(): Map<string, Question> {
    const own = 'SELECT key FROM lesson_documents WHERE hash IN (SELECT document_hash FROM edition_lessons)'
    return new Map([...examQuestions(), ...keysOf(own)].map((question) => [question.id, question]))
  }

  /** Every question with its key, once in each language it is told in. */
  function questionTexts(): Question[] {
    return [...examQuestions(), ...keysOf('SELECT key FROM lesson_documents')]
  }

  function examQuestions(): Question[] {
    const rows = read(z.object({ content: z.string() }), 'SELECT content FROM exam_questions')
    return rows.map(({ content }) => JSON.parse(content))
  }

  function keysOf(sql: string): Question[] {
    return read(z.object({ key: z.string() }), sql).flatMap(({ key }) => JSON.parse(key))
  }

  /** The edition that new learners get: its id, its lessons with their practice questions, its exam. */
  function course(slug: string) {
    const [row] = read(
      z.object({ id: z.string(), sheet: z.string() }),
      'SELECT editions.id, sheet FROM editions JOIN courses ON current_edition_id = editions.id WHERE slug = ?',
      slug,
    )
    if (!row) throw new Error(`no course ${slug}`)
    const { lessons, exam } = sheetSchema.parse(JSON.parse(row.sheet))
    return { edition: row.id, exam: exam.key, lessons: lessons.map(({ lesson }) => lesson) }
  }

  function practiceIn(edition: string, lesson: string): Question[] {
    const [row] = read(
      z.object({ key: z.string() }),
      'SELECT key FROM lesson_documents JOIN edition_lessons ON document_hash = hash WHERE edition_id = ? AND lesson = ?',
      edition,
      lesson,
    )
    return JSON.parse(row?.key ?? '[]')
  }

  function paper(attempt: string): Question[] {
    const [row] = read(z.object({ paper: z.string() }), 'SELECT paper FROM attempts WHERE id = ?', attempt)
    const paper: { questions: Array<{ question: Question }> } = JSON.parse(row?.paper ?? '{"questions":[]}')
    return paper.questions.map(({ question }) => question)
  }

  /** A unit that stands since 2020, with nothing above it; its id. */
  function aUnit(name: string, type: string): string {
    const [id, day, never] = [randomUUID(), '2020-01-01', '9999-12-31']
    change('INSERT INTO units (id, created_at) VALUES (?, 0)', id)
    const columns = 'id, unit_id, from_day, to_day, name, folded, type'
    const values = [randomUUID(), id, day, never, name, fold(name), type]
    change(`INSERT INTO unit_states (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`, ...values)
    const line = 'ancestor_id, unit_id, from_day, to_day, depth'
    change(`INSERT INTO unit_lines (${line}) VALUES (?, ?, ?, ?, 0)`, id, id, day, never)
    return id
  }

  /** A person's place in a unit since 2020, by which they are counted if it is the first; its id. */
  function aMembership(personId: string, unitId: string): string {
    const [id, day, never] = [randomUUID(), '2020-01-01', '9999-12-31']
    const columns = 'id, person_id, unit_id, from_day, to_day, position, category, is_main, since, origin_id'
    const values = [id, personId, unitId, day, never, 'Chuyên viên', 'cong_chuc', 1, day, id]
    change(`INSERT INTO memberships (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, ...values)
    const main = 'person_id, from_day, to_day, unit_id, membership_id, category, is_waiting'
    const counted = [personId, day, never, unitId, id, 'cong_chuc', 0]
    change(`INSERT OR IGNORE INTO main_memberships (${main}) VALUES (?, ?, ?, ?, ?, ?, ?)`, ...counted)
    return id
  }

  /** Somebody answers for a unit since 2020; the id of it. */
  function aHolding(personId: string, unitId: string): string {
    const id = randomUUID()
    const columns = 'id, person_id, unit_id, role, from_day, to_day, reason'
    const values = [id, personId, unitId, 'training-officer', '2020-01-01', '9999-12-31', 'QĐ 7']
    change(`INSERT INTO role_holdings (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`, ...values)
    return id
  }

  /** A decision that renamed a unit in 2020, entered before decisions kept what they found; its id. */
  function aReorganisation(unitId: string): string {
    const id = randomUUID()
    const columns = 'id, kind, decision_number, decision_day, effective_day, made_at, details'
    const values = [id, 'rename', '7/QĐ-UBND', '2020-01-01', '2020-02-01', 0, '{}']
    change(`INSERT INTO reorganisations (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`, ...values)
    const link = 'id, reorganisation_id, from_id, to_id, effective_day'
    const ends = [randomUUID(), id, unitId, unitId, '2020-02-01']
    change(`INSERT INTO reorganisation_links (${link}) VALUES (?, ?, ?, ?, ?)`, ...ends)
    return id
  }

  /** All learning of somebody stands still since February 2026, or they ask that it may; its id. */
  function anException(personId: string, state: 'asked' | 'given' = 'given'): string {
    const [id, moment] = [randomUUID(), Date.parse('2026-02-01T08:00:00+07:00')]
    const columns = `id, kind, person_id, from_day, to_day, reason, state, ${state === 'asked' ? 'asked_at' : 'decided_at'}`
    const values = [id, 'pause', personId, '2026-02-01', '9999-12-31', 'Đi biệt phái', state, moment]
    change(`INSERT INTO exceptions (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, ...values)
    return id
  }

  /** What a unit asks of all its people, a draft while `publishedAt` is null; its id. */
  function aRequirement(unitId: string, slug: string, publishedAt: number | null): string {
    const [course] = read(z.object({ id: z.string() }), 'SELECT id FROM courses WHERE slug = ?', slug)
    const id = randomUUID()
    const clauses = [{ unitId, withBelow: true, categories: [], positions: [] }]
    const window = { kind: 'fixed', opensDay: '2026-01-01', dueDay: '2099-12-31' }
    const row = {
      ...{ id, unit_id: unitId, unit_name: 'Sở', title: 'An toàn thông tin 2026', from_day: '2026-01-01' },
      ...{ course_ids: JSON.stringify([course?.id]), renewal_course_ids: '[]', clauses: JSON.stringify(clauses) },
      ...{ window: JSON.stringify(window), grace_days: 0, at_least_days: 30, to_day: '9999-12-31', created_at: 0 },
      ...{ decision_number: '12/QĐ-SNV', decision_day: '2026-01-05' },
      ...(publishedAt !== null && { published_at: publishedAt }),
    }
    const places = Object.keys(row).map(() => '?')
    change(`INSERT INTO requirements (${Object.keys(row)}) VALUES (${places})`, ...Object.values(row))
    return id
  }

  /** Learning elsewhere that waits, with its evidence; its id. */
  function aCredit(personId: string): string {
    const [id, hash] = [randomUUID(), 'a'.repeat(64)]
    const columns =
      'id, person_id, title, folded, provider, category, half_hours, form, began_day, completed_day, added_at, state'
    const evidence = 'evidence_hash, evidence_name, evidence_type, evidence_bytes'
    const values = [id, personId, 'Lớp mẫu', 'lop mau', 'Trường mẫu', 'QLNN', 20, 'onsite', '2026-01-05', '2026-01-09']
    const file = [hash, 'giay.pdf', 'application/pdf', 9]
    const marks = Array.from({ length: 16 }, () => '?').join(', ')
    change(`INSERT INTO credits (${columns}, ${evidence}) VALUES (${marks})`, ...values, 0, 'provisional', ...file)
    mkdirSync(join(folder, 'evidence'), { recursive: true })
    writeFileSync(join(folder, 'evidence', hash), '%PDF-1.7\n')
    return id
  }

  /** A list of people for a unit, read and waiting; its id. */
  function aBatch(unitId: string): string {
    const id = randomUUID()
    const verdicts = { new: 0, matched: 0, conflict: 0, refused: 0 }
    const counts = { people: 0, passed: 0, verdicts, made: 0, joined: 0, removed: 0, kept: 0 }
    const columns =
      'id, unit_id, created_at, changed_at, file_name, file_hash, from_day, category, state, counts, cursor'
    const values = [id, unitId, 0, Date.now(), 'ds.csv', 'x', '2026-01-01', 'cong_chuc', 'understood']
    change(
      `INSERT INTO intake_batches (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
      ...values,
      JSON.stringify(counts),
    )
    return id
  }

  return {
    read,
    change,
    questions,
    questionTexts,
    course,
    practiceIn,
    paper,
    aUnit,
    aMembership,
    aHolding,
    aReorganisation,
    aBatch,
    aCredit,
    anException,
    aRequirement,
  }
}
