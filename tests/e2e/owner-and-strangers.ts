import { expect } from 'vitest'
import { z } from 'zod'
import { rightFields } from '#tests/answers.ts'
import { aDevice, aSignedUp } from '#tests/e2e/asking.ts'
import { keyOf } from '#tests/e2e/key-words.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import type { Serving } from '#tests/e2e/serving.ts'

type Records = ReturnType<typeof recordsIn>
type Person = Awaited<ReturnType<typeof aSignedUp>> & { id: string; username: string }

/** Somebody with a paper, an open exam, a place and a role; and all who may see nothing of it. `secrets`: every key, in every language. */
export async function ownerAndStrangers(server: Serving) {
  const records = recordsIn(server.folder)
  const { edition, exam, lessons } = records.course('cd3')
  const owner = await aPerson(server, 'Lê Thị Chủ Bài', 'chu-bai@benso.example')
  const [learner, trainer, manager] = [
    await aPerson(server, 'Phạm Văn Học Khác', '0977000111'),
    await aPerson(server, 'Võ Thị Giảng', '0977000222'),
    await aPerson(server, 'Đỗ Văn Quản Lý', '0977000333'),
  ]
  records.change("UPDATE people SET role = 'trainer' WHERE id = ?", trainer.id)
  records.change("UPDATE people SET role = 'manager' WHERE id = ?", manager.id)
  const strangers: Record<'nobody' | 'learner' | 'trainer' | 'manager', Pick<Person, 'go'>> = {
    nobody: aDevice(server.url),
    learner,
    trainer,
    manager,
  }
  const others = [learner, trainer, manager]

  const code = await aCertificate(records, owner, edition, exam, lessons)
  const attempt = await openExam(records, owner, 'cb2')
  const [session] = records.read(z.object({ id: z.string() }), 'SELECT id FROM sessions WHERE person_id = ?', owner.id)
  const [lesson = ''] = lessons
  const handle = session?.id.slice(0, 16) ?? ''
  const unit = records.aUnit('Công ty TNHH Người Khác', 'doanh_nghiep')
  /** What stands for each parameter of a path: the owner's, or what is public. */
  const values: Record<string, string> = {
    unit,
    membership: records.aMembership(owner.id, unit),
    holding: records.aHolding(owner.id, unit),
    reorganisation: records.aReorganisation(unit),
    batch: records.aBatch(unit),
    credit: records.aCredit(owner.id),
    requirement: records.aRequirement(unit, 'cd3', null),
    exception: records.anException(owner.id),
    course: 'cd3',
    lesson,
    file: 'cover.svg',
    exam,
    attempt,
    handle,
    person: owner.id,
    token: `${owner.id}.forged`,
    secret: 'nobodys',
    code,
    '*': 'nowhere',
  }
  const [first] = records.paper(attempt)
  if (!first) throw new Error('no paper')
  /** A form that would be a right answer in the owner's open attempt. */
  const answer: Record<string, string> = {
    edition: records.course('cb2').edition,
    question: first?.id ?? '',
    ...Object.fromEntries(rightFields(first)),
  }
  const secrets = records.questionTexts().map((question) => ({
    question: question.id,
    words: keyOf(question),
  }))
  return { owner, strangers, others, values, answer, secrets }
}

async function aPerson(server: Serving, fullName: string, contact: string): Promise<Person> {
  const person = await aSignedUp(server.url, { fullName, contact })
  const { id } = z.object({ id: z.string() }).parse(JSON.parse((await person.go('/me/summary')).text))
  const [row] = recordsIn(server.folder).read(
    z.object({ username: z.string() }),
    'SELECT username FROM people WHERE id = ?',
    id,
  )
  return { ...person, id, username: row?.username ?? '' }
}

async function openExam(records: Records, { go }: Pick<Person, 'go'>, slug: string): Promise<string> {
  const { exam } = records.course(slug)
  const { headers } = await go(`/courses/${slug}/exams/${exam}`, { form: {}, method: 'POST' })
  return /attempts\/([^/?]+)/.exec(headers.location ?? '')?.[1] ?? ''
}

/** Reads, practises and passes; the code of the paper. */
async function aCertificate(
  records: Records,
  person: Person,
  edition: string,
  exam: string,
  lessons: string[],
): Promise<string> {
  for (const lesson of lessons)
    await person.send([
      { edition, lesson, kind: 'lesson.read' },
      ...records.practiceIn(edition, lesson).map((question) => {
        return { edition, lesson, kind: 'practice.answered', question: question.id, fields: rightFields(question) }
      }),
    ])
  expect(exam).not.toBe('')
  const attempt = await openExam(records, person, 'cd3')
  await person.send(
    records.paper(attempt).map((question, place) => {
      const fields = rightFields(question)
      return { edition, kind: 'attempt.answered', attempt, question: question.id, sequence: place + 1, fields }
    }),
  )
  await person.go(`/attempts/${attempt}/submission`, { form: {}, method: 'POST' })
  const [paper] = records.read(z.object({ code: z.string() }), 'SELECT code FROM certificates')
  if (!paper) throw new Error('no certificate')
  return paper.code
}
