/**
 * All questions of the paper, fetched once, so that one can go from question to question without a network.
 * Until they are here, or if they never come, links lead to pages as ever.
 */
export function paperOf(root: HTMLElement, first: HTMLFormElement) {
  const forms = new Map<string, HTMLFormElement>([[first.dataset.at ?? '', first]])
  const firstBar = root.querySelector('[data-bar]')
  const bars = new Map<string, Element>(firstBar ? [[first.dataset.at ?? '', firstBar]] : [])
  const slot = root.querySelector<HTMLElement>('[data-questions]')
  const title = root.querySelector<HTMLElement>('h1[data-title]')

  async function load(prepare: (form: HTMLFormElement) => void) {
    try {
      const response = await fetch(`${location.pathname}/paper`)
      if (!response.ok || response.redirected) return
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      for (const form of page.querySelectorAll<HTMLFormElement>('form[data-question]')) {
        const place = form.dataset.at ?? ''
        if (forms.has(place)) continue
        const own = document.importNode(form, true)
        const bar = page.querySelector(`[data-bar="${place}"]`)
        if (bar) bars.set(place, document.importNode(bar, true))
        forms.set(place, own)
        prepare(own)
      }
    } catch {
      // no network: pages as ever
    }
  }

  /** False: this question is not here. */
  function show(place: string): boolean {
    const form = forms.get(place)
    if (!form || !slot || !title) return false
    slot.replaceChildren(form)
    const bar = bars.get(place)
    if (bar) root.querySelector('[data-bar]')?.replaceWith(bar)
    title.textContent = (title.dataset.title ?? '').replace('0', place)
    title.tabIndex = -1
    title.focus()
    return true
  }

  return { load, show, formAt: (place: string) => forms.get(place), all: () => [...forms.values()] }
}

export type Paper = ReturnType<typeof paperOf>
