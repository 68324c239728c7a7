type LessonState = 'opened' | 'read' | 'done'

/**
 * Ticks the lessons of a public course page, and lets its one button lead to where one stopped.
 * `papers`: where a person who completed the course finds the certificate; null while not completed.
 */
export function enhanceCourse(page: HTMLElement, lessons: Record<string, LessonState>, papers: string | null) {
  const items = [...page.querySelectorAll<HTMLElement>('[data-lesson]')]
  for (const item of items) tick(page, item, lessons[item.dataset.lesson ?? ''])
  if (Object.keys(lessons).length === 0) return

  const isBehind = (item: HTMLElement) => ['done', 'read'].includes(lessons[item.dataset.lesson ?? ''] ?? '')
  const place = items.findIndex((item) => !isBehind(item))
  const next = place < 0 ? page.querySelector<HTMLElement>('[data-exam-step]') : items[place]
  const button = page.querySelector<HTMLAnchorElement>('[data-continue]')
  const words = button?.querySelector<HTMLElement>('[data-continue-words]')
  if (!button || !words) return
  if (papers) {
    button.href = papers
    words.textContent = button.dataset.wordsCertificate ?? words.textContent
    return
  }
  next?.classList.add('now')
  button.href = next?.querySelector('a')?.href ?? button.href
  words.textContent =
    (place < 0 ? button.dataset.wordsExam : button.dataset.wordsLesson?.replace('{n}', String(place + 1))) ??
    words.textContent
}

function tick(page: HTMLElement, item: HTMLElement, state: LessonState | undefined) {
  if (!state) return
  const tag = page.querySelector<HTMLTemplateElement>(`template[data-lesson-state="${state}"]`)
  if (tag) item.querySelector('a')?.after(tag.content.cloneNode(true))
  item.classList.toggle('done', state === 'done')
}
