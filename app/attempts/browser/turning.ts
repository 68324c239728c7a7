import type { Paper } from '#app/attempts/browser/paper.ts'
import type { Sheet } from '#app/attempts/browser/sheet.ts'

/** Turns from question to question in the page where the paper is here, by links where it is not. */
export function turningOf(root: HTMLElement, paper: Paper, sheet: Sheet) {
  const firstPlace = paper.all()[0]?.dataset.at ?? ''

  function turnTo(place: string, isBack = false) {
    const link = sheet.links.find(({ dataset }) => dataset.place === place)
    if (!paper.show(place)) {
      if (link) location.assign(link.href)
      return
    }
    sheet.show(place)
    if (!isBack && link) history.pushState(null, '', link.href)
  }

  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-place]') : null
    if (!link || event.ctrlKey || event.metaKey || !paper.formAt(link.dataset.place ?? '')) return
    event.preventDefault()
    turnTo(link.dataset.place ?? '')
  })
  addEventListener('popstate', () => turnTo(new URL(location.href).searchParams.get('q') ?? firstPlace, true))
  return turnTo
}
