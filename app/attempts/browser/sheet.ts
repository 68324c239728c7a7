/** The sheet of questions beside the exam: where each answer is, which question is shown, which are marked. */
export function sheetOf(root: HTMLElement) {
  const links = [...root.querySelectorAll<HTMLAnchorElement>('[data-sheet] a[data-place]')]
  const sheet = root.querySelector<HTMLElement>('[data-sheet]')
  const linkTo = (place: string) => links.find((link) => link.dataset.place === place)

  function mark(place: string, state: 'saved' | 'got' | 'empty') {
    const link = linkTo(place)
    if (!link) return
    link.classList.toggle('saved', state === 'saved')
    link.classList.toggle('got', state === 'got')
    say(link)
    count()
  }

  function show(place: string) {
    for (const link of links) {
      if (link.dataset.place === place) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
      say(link)
    }
  }

  function flag(place: string, isFlagged: boolean) {
    const link = linkTo(place)
    link?.classList.toggle('flag', isFlagged)
    if (link) say(link)
    const flags = links.filter(({ classList }) => classList.contains('flag')).map(({ dataset }) => dataset.place)
    tellMarked(flags.join(', '))
    for (const each of [...links, ...root.querySelectorAll<HTMLAnchorElement>('[data-to-submission]')]) {
      const url = new URL(each.href)
      if (flags.length > 0) url.searchParams.set('flags', flags.join('.'))
      else url.searchParams.delete('flags')
      each.href = url.href
    }
  }

  function tellMarked(places: string) {
    const line = root.querySelector<HTMLElement>('[data-marked-line]')
    const words = line?.querySelector('span')
    line?.toggleAttribute('hidden', places === '')
    if (words) words.textContent = (sheet?.dataset.markedPlaces ?? '').replace('{places}', places)
  }

  function say(link: HTMLAnchorElement) {
    const words = link.querySelector('.hide')
    const { got = '', saved = '', none = '', current = '', marked = '' } = sheet?.dataset ?? {}
    const { classList } = link
    const state = classList.contains('got')
      ? got
      : classList.contains('saved')
        ? saved
        : link.hasAttribute('aria-current')
          ? current
          : none
    if (words) words.textContent = `, ${classList.contains('flag') ? `${state}, ${marked}` : state}`
  }

  function count() {
    const got = links.filter(({ classList }) => classList.contains('got')).length
    const here = links.filter(({ classList }) => classList.contains('saved')).length
    for (const [name, number] of Object.entries({ received: got, here, none: links.length - got - here })) {
      const words = root.querySelector<HTMLElement>(`[data-count="${name}"]`)
      if (words) words.textContent = (words.textContent ?? '').replace(/\d+/, String(number))
    }
    root.querySelector('[data-count-here]')?.toggleAttribute('hidden', here === 0)
  }

  return { links, mark, show, flag }
}

export type Sheet = ReturnType<typeof sheetOf>
