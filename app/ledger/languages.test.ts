import { expect, test } from 'vitest'
import { readAttempt } from '#app/attempts/read-attempt.server.ts'
import { checkCourse } from '#app/courses/check.server.ts'
import { currentEdition } from '#app/courses/edition.server.ts'
import { handoutIn } from '#app/courses/handout-in.server.ts'
import { loadCourse } from '#app/courses/load.server.ts'
import { searchCourses } from '#app/courses/search.server.ts'
import { languagesOf, sheetIn } from '#app/courses/sheet-in.ts'
import { lessonFor } from '#app/enrolments/lesson-for.server.ts'
import { practiceAnswer } from '#app/enrolments/practice-answer.server.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { rebuild } from '#app/ledger/rebuild.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { resultPage } from '#app/ledger/result-page.server.ts'
import { submitAttempt } from '#app/ledger/submit-attempt.server.ts'
import { aCourseFolder } from '#tests/course-folder.ts'
import { aPerson } from '#tests/factories.ts'
import { projectionsOf } from '#tests/projections.ts'
import { english, handout, inEnglish } from '#tests/translated-course.ts'

await loadCourse(await aCourseFolder('hai-tieng', inEnglish))
const found = await currentEdition('hai-tieng')
if (!found) throw new Error('no edition')
const edition = found

const optionOf = (asked: unknown, words: string) =>
  JSON.stringify(asked).match(new RegExp(`"id":"([0-9a-f]{8})","html":"${words}"`))?.[1] ?? ''

test('one course has two languages: sheet, lesson, handout and search are in the one that is asked for', async () => {
  const translated = sheetIn(edition.sheet, 'en')
  expect(languagesOf(translated)).toEqual(languagesOf(edition.sheet))
  expect(sheetIn(translated, 'vi').title).toBe(edition.sheet.title)
  expect(translated).toMatchObject({
    title: 'Across the river by phone',
    exam: { title: 'Final test' },
  })
  expect((await lessonFor(null, 'hai-tieng', 'mua-ve', 'en'))?.document.title).toBe('Buying a ticket')
  expect((await lessonFor(null, 'hai-tieng', 'mua-ve', 'vi'))?.document.title).toBe('Mua vé đò')
  expect((await handoutIn(edition, 'huong-dan-lop', 'en'))?.document.title).toBe('A class of 30 minutes')
  expect((await handoutIn(edition, 'huong-dan-lop', 'vi'))?.document.title).toBe('Hướng dẫn lớp 30 phút')
  expect(await handoutIn(edition, 'mua-ve', 'vi')).toBeNull()
  expect((await searchCourses('pier', 'en'))[0]?.slug).toBe('hai-tieng')
  expect(await searchCourses('pier', 'vi')).toEqual([])
})

test('a practice answer given in English stands in Vietnamese too, and is explained in the language of the page', async () => {
  const person = await aPerson()
  const page = await lessonFor(null, 'hai-tieng', 'mua-ve', 'en')
  const nobody = optionOf(page?.asked, 'Nobody')
  const fields: Array<[string, string]> = [['answer.ve-otp', nobody]]
  const explained = await practiceAnswer('hai-tieng', edition.id, 'mua-ve', 've-otp', fields, 'en')
  expect(JSON.stringify(explained)).toContain('It is for you alone')

  const event = {
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    edition: edition.id,
    kind: 'practice.answered',
    lesson: 'mua-ve',
    question: 've-otp',
    fields,
  }
  await record(person, { events: [event] })
  const mine = await lessonFor(person, 'hai-tieng', 'mua-ve', 'vi')
  expect(mine?.reviewed[0]?.mark).toMatchObject({ isRight: true })
  expect(JSON.stringify(mine?.reviewed)).toContain('Không ai cả')
})

test('an exam begun in English stays in English, is marked by the same key, and is the same after a rebuild', async () => {
  const person = await aPerson()
  const opened = await openAttempt(person, 'hai-tieng', 'cuoi-khoa', new Date(), 'en')
  if (!opened || !('attempt' in opened)) throw new Error('not opened')
  const { attempt } = opened
  expect(await openAttempt(person, 'hai-tieng', 'cuoi-khoa', new Date(), 'vi')).toEqual({ attempt })

  const asked = await readAttempt(person, attempt, new Date())
  expect(asked).toMatchObject({ language: 'en', course: { title: 'Across the river by phone' } })
  expect(JSON.stringify(asked)).toContain('Who may ask for your OTP?')
  const events = (asked?.places ?? []).map((place, at) => ({
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    edition: edition.id,
    kind: 'attempt.answered',
    attempt,
    question: place.asked.id,
    sequence: at + 1,
    fields: [[`answer.${place.asked.id}`, optionOf(place.asked, 'Nobody')]],
  }))
  await record(person, { events })
  await submitAttempt(person, attempt)
  const before = await projectionsOf(person)
  expect(await resultPage(person, attempt)).toMatchObject({
    isPassed: true,
    language: 'en',
    exam: { title: 'Final test' },
  })

  await rebuild('command-line', { personId: person.id })
  expect(await projectionsOf(person)).toEqual(before)
})

test('a course that has no English is shown and asked in its own language', async () => {
  await loadCourse(await aCourseFolder('mot-tieng'))
  const page = await lessonFor(null, 'mot-tieng', 'mua-ve', 'en')
  expect(page).toMatchObject({ document: { title: 'Mua vé đò' }, edition: { sheet: { language: 'vi' } } })
  const person = await aPerson()
  const opened = await openAttempt(person, 'mot-tieng', 'cuoi-khoa', new Date(), 'en')
  if (!opened || !('attempt' in opened)) throw new Error('not opened')
  expect(await readAttempt(person, opened.attempt, new Date())).toMatchObject({ language: 'vi' })
})

test('a translation that asks otherwise, lacks a file or has one too many is refused, with the file and the reason', async () => {
  const otherKey = english('ve-thi-hai').replace('- [ ] The', '- [x] The').replace('- [x] Nobody', '- [ ] Nobody')
  const checked = await checkCourse(
    await aCourseFolder('hai-tieng', {
      ...inEnglish,
      'en/bank/mua-ve.mdx': `${english('ve-thi-mot')}\n\n${otherKey}\n`,
      'en/handouts/huong-dan-lop.mdx': null,
      'en/lessons/bai-la.mdx': String(inEnglish['en/lessons/mua-ve.mdx']),
      'handouts/cau-hoi.mdx': handout('Có câu hỏi', `## Hỏi\n\n${english('khong-duoc')}`),
    }),
  )
  if (!('problems' in checked)) throw new Error('it was taken')
  expect(checked.problems.map(({ file, code }) => `${file} ${code}`).sort()).toEqual([
    'en/bank/mua-ve.mdx translation-unlike',
    'en/handouts/cau-hoi.mdx file-missing',
    'en/handouts/huong-dan-lop.mdx file-missing',
    'en/lessons/bai-la.mdx file-unused',
    'handouts/cau-hoi.mdx handout-question',
  ])
})
