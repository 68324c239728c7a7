import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { coursesOf } from '#app/enrolments/courses-of.server.ts'
import { record } from '#app/ledger/record.server.ts'
import type { SignedIn } from '#app/people/person.ts'
import { askedHere } from '#app/requirements/learner/asked-here.server.ts'
import { AskedHereNote } from '#app/requirements/learner/asked-here.tsx'
import { mustLearn } from '#app/requirements/learner/must-learn.server.ts'
import { MustLearn } from '#app/requirements/learner/must-learn.tsx'
import { exceptions } from '#app/requirements/schema.ts'
import { drawn } from '#tests/drawn.tsx'
import { anEdition, aPerson } from '#tests/factories.ts'
import { allLessons, did } from '#tests/learning.ts'
import { completes, renew } from '#tests/renewing.ts'
import { aRequirement } from '#tests/requirements.ts'
import { aMembership, aUnit } from '#tests/units.ts'

const at = (day: string) => new Date(`${day}T08:00:00+07:00`)

async function anOfficial() {
  const [person, unitId] = [await aPerson(), await aUnit()]
  await aMembership({ personId: person.id, unitId })
  return { person, unitId }
}

async function told(person: SignedIn, day: string) {
  return mustLearn(person, await coursesOf(person, at(day)), day)
}

async function page(person: SignedIn, day: string, locale: 'vi' | 'en' = 'vi') {
  return drawn(<MustLearn asked={await told(person, day)} />, locale)
}

const aCourse = (title: string) => anEdition({ sheet: { title } })

test('each requirement says how one stands, what is next, until when, who asks and by which document', async () => {
  const { person, unitId } = await anOfficial()
  const course = await aCourse('An toàn thông tin')
  await aRequirement({ unitId, courseIds: [course.courseId], title: 'Bồi dưỡng năm 2026' })
  const section = await page(person, '2026-03-19')
  expect(section.text).toContain('Sắp đến hạn · còn 12 ngày · Hạn 31/03/2026')
  expect(section.text).toContain('Việc tiếp theo: bắt đầu khóa “An toàn thông tin”.')
  expect(section.text).toContain('Sở Nội vụ yêu cầu, theo văn bản số 12/QĐ-SNV ngày 01/01/2026.')
  expect(section.links).toContainEqual(['Bắt đầu học: An toàn thông tin', `/courses/${course.slug}/bai-1`])
  expect((await page(person, '2026-03-31')).text).toContain('hết hạn hôm nay')
  expect((await page(person, '2026-04-07')).text).toContain('Quá hạn 7 ngày · Hạn 31/03/2026')
  expect((await page(person, '2026-03-19', 'en')).text).toContain('Due soon · 12 days left')
})

test('what is late comes first, then by due day; what is done is folded at the end', async () => {
  const { person, unitId } = await anOfficial()
  const [first, second, third] = [await aCourse('Một'), await aCourse('Hai'), await aCourse('Ba')]
  const until = (dueDay: string) => ({ kind: 'fixed', opensDay: '2026-01-01', dueDay }) as const
  await aRequirement({ unitId, courseIds: [first.courseId], title: 'Còn lâu', window: until('2026-12-31') })
  await aRequirement({ unitId, courseIds: [second.courseId], title: 'Đã xong rồi', window: until('2026-02-01') })
  await aRequirement({ unitId, courseIds: [third.courseId], title: 'Trễ', window: until('2026-03-01') })
  await completes(person, second, at('2026-01-15'))
  const asked = await told(person, '2026-03-10')
  expect(asked.map(({ title, standing }) => [title, standing])).toEqual([
    ['Trễ', 'overdue'],
    ['Còn lâu', 'due'],
    ['Đã xong rồi', 'done'],
  ])
  const section = await page(person, '2026-03-10')
  expect(section.text).toContain('Đã xong (1)')
  expect(section.text).toContain('Đã xong · xong ngày 15/01/2026')
})

test('of several courses the first that is not done leads on', async () => {
  const { person, unitId } = await anOfficial()
  const [one, two, three] = [await aCourse('Một'), await aCourse('Hai'), await aCourse('Ba')]
  await aRequirement({ unitId, courseIds: [one.courseId, two.courseId, three.courseId] })
  await completes(person, one, at('2026-02-01'))
  await record(person, { events: [did.read(two, 'bai-1')] }, at('2026-02-02'))
  const [asked] = await told(person, '2026-02-03')
  expect(asked?.next).toMatchObject({ kind: 'lesson', course: { slug: two.slug }, lesson: { place: 1 } })
  const { text } = await page(person, '2026-02-03')
  expect(text).toContain('Gồm 3 khóa, học lần lượt. Xong 1 khóa.')
  expect(text).not.toContain('học sau khi')
  await record(person, { events: allLessons(two) }, at('2026-02-03'))
  expect((await told(person, '2026-02-03'))[0]?.next).toMatchObject({ kind: 'exam' })
})

test('a course of a programme says what it comes after, may be opened before that, and counts if it is done before', async () => {
  const { person, unitId } = await anOfficial()
  const named = (slug: string, title: string) => anEdition({ slug, sheet: { title } })
  const [two, three, four] = [await named('cb2', 'Hai'), await named('cb3', 'Ba'), await named('cb4', 'Bốn')]
  await aRequirement({ unitId, programme: 'CBS-2026', courseIds: [two.courseId, three.courseId, four.courseId] })
  const before = await page(person, '2026-02-01')
  expect(before.text.match(/học sau khi xong “Hai”/g)).toHaveLength(2)
  expect(before.links).toContainEqual(['2. Ba', '/courses/cb3?mine'])

  await completes(person, three, at('2026-02-02'))
  const [asked] = await told(person, '2026-02-03')
  expect(asked?.courses.map(({ doneDay, after }) => [doneDay, after])).toEqual([
    [null, []],
    ['2026-02-02', ['Hai']],
    [null, ['Hai']],
  ])
  expect(asked?.next).toMatchObject({ course: { slug: 'cb2' } })
  await completes(person, two, at('2026-02-04'))
  expect((await page(person, '2026-02-04')).text).not.toContain('học sau khi xong')
  await completes(person, four, at('2026-02-05'))
  expect(await told(person, '2026-02-05')).toMatchObject([{ standing: 'done' }])
})

test('a course that is asked for again leads to its exam alone', async () => {
  const { person, unitId } = await anOfficial()
  const course = await aCourse('Một')
  const window = { kind: 'recurring', firstDay: '2025-01-01', everyMonths: 12 } as const
  await aRequirement({ unitId, courseIds: [course.courseId], window, fromDay: '2025-01-01' })
  await completes(person, course, at('2025-06-01'))
  await renew(person, course, at('2026-01-01'))
  const [asked] = await told(person, '2026-01-02')
  expect(asked?.next).toMatchObject({ kind: 'renewal', href: `/courses/${course.slug}/exams/cuoi-khoa` })
  expect(asked?.courses).toMatchObject([{ isRenewal: true }])
})

test('who is excused is told until when, why and by which document; in grace, until when it is not late', async () => {
  const { person, unitId } = await anOfficial()
  const course = await aCourse('Một')
  const requirementId = await aRequirement({ unitId, courseIds: [course.courseId], graceDays: 5 })
  expect((await page(person, '2026-04-03')).text).toContain('học xong chậm nhất ngày 05/04/2026')
  await write((tx) =>
    tx.insert(exceptions).values({
      kind: 'waiver',
      personId: person.id,
      requirementId,
      fromDay: '2026-01-01',
      toDay: '2026-05-01',
      reason: 'Đã học ở trường chính trị',
      documentNumber: '45/QĐ-SNV',
      state: 'given',
      decidedAt: at('2026-01-02'),
    }),
  )
  const { text, links } = await page(person, '2026-04-03')
  expect(text).toContain('Được miễn')
  expect(text).toContain('Đến hết ngày 30/04/2026. Lý do: Đã học ở trường chính trị. Theo văn bản số 45/QĐ-SNV.')
  expect(links).toEqual([])
})

test('nobody is told of what is not asked of them, and the page of a course says who asks for it', async () => {
  const { person, unitId } = await anOfficial()
  const [course, other] = [await aCourse('Một'), await aCourse('Hai')]
  await aRequirement({ unitId, courseIds: [course.courseId] })
  expect(await told(await aPerson(), '2026-02-01')).toEqual([])
  expect(await askedHere(person, other.courseId, '2026-02-01')).toBeNull()
  const asked = await askedHere(person, course.courseId, '2026-02-01')
  if (!asked) throw new Error('not asked')
  const words = (standing: typeof asked.standing) => drawn(<AskedHereNote asked={{ ...asked, standing }} />).text
  expect(words('due')).toContain('Sở Nội vụ yêu cầu học xong chậm nhất ngày 31/03/2026 (Số 12/QĐ-SNV)')
  expect(words('overdue')).toContain('Đã quá hạn')
  expect(words('done')).toContain('Bạn đã xong')
  expect(words('excused')).toContain('đang được miễn')
})
