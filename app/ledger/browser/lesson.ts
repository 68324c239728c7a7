import type { Queue } from '#app/ledger/browser/queue.ts'
import { enhanceCards } from '#app/lessons/browser/cards.ts'
import { enhanceListening } from '#app/lessons/browser/listen.ts'
import { enhancePractice, type PracticeAnswer } from '#app/lessons/browser/practice.ts'
import { countStudy } from '#app/lessons/browser/study.ts'
import type { Here } from '#app/people/browser/who.ts'
import { enhanceOrdering } from '#app/questions/browser/ordering.ts'
import { uniqueId } from '#app/ui/browser/unique-id.ts'

/** A lesson with a script: it opens, is studied, answered and read to the end, each an event kept here and then sent. */
export function enhanceLesson(page: HTMLElement, queue: Queue) {
  const { lessonPage: lesson = '', edition = '' } = page.dataset
  const common = () => ({ id: uniqueId(), at: new Date().toISOString(), edition, lesson })
  const practised = ({ id, at, question, fields }: PracticeAnswer) =>
    ({ id, at, edition, lesson, kind: 'practice.answered', question, fields }) as const

  enhanceOrdering(page)
  enhanceListening(page)
  void queue.add({ ...common(), kind: 'lesson.opened' })
  enhanceCards(page, { onEnd: () => void queue.add({ ...common(), kind: 'lesson.read' }) })
  countStudy((seconds) => void queue.add({ ...common(), kind: 'lesson.studied', seconds }))
  enhancePractice(page, {
    keep: (answer) => queue.keep(practised(answer)),
    received: (answer) => queue.received(answer.id),
  })
  page.addEventListener('practice-answered', (event) => {
    if (event.target instanceof HTMLElement) enhanceOrdering(event.target)
  })
  page.querySelector<HTMLFormElement>('form[data-finish]')?.addEventListener('submit', (event) => {
    const next = event.currentTarget instanceof HTMLFormElement ? event.currentTarget.dataset.next : undefined
    if (!next) return
    event.preventDefault()
    location.assign(next)
  })
}

/** What only the person may see of a public lesson page: minutes studied, practice already answered, or the edition they are on. */
export function personaliseLesson(page: HTMLElement, here: Here | null) {
  const { lessonPage: lesson = '', edition } = page.dataset
  if (!here) {
    page.querySelector('[data-kept]')?.removeAttribute('hidden')
    return
  }
  const { standing } = here
  if (standing && standing.edition !== edition && !standing.isCompleted && !('mine' in page.dataset)) {
    location.replace(`${location.pathname}?mine`)
    return
  }
  const [studied, least] = standing?.seconds[lesson] ?? [0, 0]
  const words = page.querySelector<HTMLElement>('[data-studied]')
  if (words && least > 0) {
    words.hidden = false
    words.textContent = (words.dataset.template ?? '')
      .replace('987', String(Math.floor(studied / 60)))
      .replace('654', String(Math.ceil(least / 60)))
  }
}
