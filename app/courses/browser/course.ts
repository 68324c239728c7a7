type LessonState = 'opened' | 'read' | 'done'

/** Ticks the lessons of a public course page, and lets its one button lead to where one stopped. */
export function enhanceCourse(page: HTMLElement, lessons: Record<string, LessonState>, isCompleted: boolean) {
  let next: HTMLElement | null = null
  for (const item of page.querySelectorAll<HTMLElement>('[data-lesson]')) {
    const state = lessons[item.dataset.lesson ?? '']
    const isBehind = state === 'done' || state === 'read'
    item.classList.toggle('done', isBehind)
    item.querySelector(`[data-state="${state === 'read' ? 'read' : 'done'}"]`)?.toggleAttribute('hidden', !isBehind)
    if (!isBehind) next ??= item
  }
  next?.classList.add('now')
  const button = page.querySelector<HTMLAnchorElement>('[data-continue]')
  if (!button || Object.keys(lessons).length === 0) return
  const target = isCompleted ? null : next?.querySelector('a')
  button.href = target?.href ?? button.dataset.afterHref ?? button.href
  const words = button.querySelector('span')
  const template = target ? button.dataset.goOn : isCompleted ? button.dataset.completed : button.dataset.exam
  if (words && template)
    words.textContent = template.replace(
      '0',
      String([...page.querySelectorAll('[data-lesson]')].indexOf(next ?? page) + 1),
    )
}
