import { enhanceExam } from '#app/attempts/browser/exam.ts'
import { enhanceCourse } from '#app/courses/browser/course.ts'
import { followWork } from '#app/intake/browser/follow.ts'
import { offerImport } from '#app/ledger/browser/import-work.ts'
import { enhanceLesson, personaliseLesson } from '#app/ledger/browser/lesson.ts'
import { openQueue, visitor } from '#app/ledger/browser/queue.ts'
import { visitorLessons } from '#app/ledger/browser/visitor-progress.ts'
import { leaveWhenIdle } from '#app/people/browser/idle.ts'
import { showNews } from '#app/people/browser/news.ts'
import { enhanceReveal } from '#app/people/browser/reveal.ts'
import { askAnewOnReturn, enhanceSignOut, personHere, showWho } from '#app/people/browser/who.ts'
import { leadToProblem } from '#app/ui/browser/lead-to-problem.ts'
import { sendOnce } from '#app/ui/browser/once.ts'
import { enhancePreferences } from '#app/ui/browser/preferences.ts'

// The one script of every page. Nothing is rendered here: finished pages get their comforts.
const queue = openQueue((crossing) => document.dispatchEvent(new CustomEvent('crossing', { detail: crossing })))
const lesson = document.querySelector<HTMLElement>('[data-lesson-page]')
const course = document.querySelector<HTMLElement>('[data-course]:not([data-lesson-page], [data-mine])')
const news = document.querySelector<HTMLElement>('[data-news]')
const exam = document.querySelector<HTMLElement>('[data-exam][data-person]')

enhancePreferences(document)
sendOnce(document)
leadToProblem(document)
enhanceReveal(document)
followWork(document)
askAnewOnReturn()
enhanceSignOut(async () => {
  await queue.send()
  return (await queue.waiting()).length
})
if (lesson) enhanceLesson(lesson, queue)
if (exam) enhanceExam(exam, queue)

const here = await personHere((lesson ?? course)?.dataset.course, news !== null)
// an exam names its person itself: nobody else may come between, whatever the network does
if (!exam) await queue.belongTo(here?.id ?? visitor)
if (here) {
  showWho(here)
  if (news && here.news) showNews(news, here.news)
  if (here.isShared) leaveWhenIdle()
  await offerImport(queue)
}
if (lesson) personaliseLesson(lesson, here)
if (course) {
  const { edition = '' } = course.dataset
  const lessons = here ? (here.standing?.lessons ?? {}) : visitorLessons(await queue.waiting(visitor), edition)
  enhanceCourse(course, lessons, here?.standing?.isCompleted && !here.standing.isRenewal ? '/me' : null)
}
