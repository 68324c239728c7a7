/**
 * Turns each ordering question under `root` into a list with buttons that move its items. The selects stay the answer:
 * they are hidden, kept in step, and set at the first move, so that a list nobody touched is still unanswered.
 * Harmless when called again on the same page.
 */
export function enhanceOrdering(root: ParentNode): void {
  for (const list of root.querySelectorAll<HTMLElement>('[data-order]:not([data-order-ready])')) enhance(list)
}

function enhance(list: HTMLElement): void {
  list.dataset.orderReady = ''
  const live = document.createElement('p')
  live.className = 'hide'
  live.setAttribute('aria-live', 'polite')
  list.after(live)
  sortByAnswer(list)
  for (const item of itemsOf(list)) addButtons(list, item, live)
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > [data-order-item]')]
}

function placeOf(item: HTMLElement): number {
  return Number(item.querySelector('select')?.value ?? '')
}

/** Shows an answer already given in its order, if it is whole: every place once. */
function sortByAnswer(list: HTMLElement): void {
  const items = itemsOf(list)
  const places = new Set(items.map(placeOf))
  if (places.has(0) || places.size < items.length) return
  list.append(...items.sort((a, b) => placeOf(a) - placeOf(b)))
}

function addButtons(list: HTMLElement, item: HTMLElement, live: HTMLElement): void {
  const select = item.querySelector('select')
  if (select) select.hidden = true
  const buttons = document.createElement('span')
  buttons.className = 'move-buttons'
  buttons.append(button(list, item, live, -1), button(list, item, live, 1))
  item.append(buttons)
}

function button(list: HTMLElement, item: HTMLElement, live: HTMLElement, step: -1 | 1): HTMLButtonElement {
  const { up = '', down = '', upItem = '', downItem = '' } = list.dataset
  const made = document.createElement('button')
  made.type = 'button'
  made.setAttribute('aria-label', fill(step < 0 ? upItem : downItem, { item: nameOf(item) }))
  const arrow = document.createElement('span')
  arrow.setAttribute('aria-hidden', 'true')
  arrow.textContent = step < 0 ? '▲' : '▼'
  made.append(arrow, ` ${step < 0 ? up : down}`)
  made.addEventListener('click', () => {
    live.textContent = move(list, item, step)
    made.focus() // moving an element in the page takes the focus from it
  })
  return made
}

/** Moves the item one place and puts every select in step. Returns what to say. */
function move(list: HTMLElement, item: HTMLElement, step: -1 | 1): string {
  const { moved = '', isFirst = '', isLast = '' } = list.dataset
  const items = itemsOf(list)
  const neighbour = items[items.indexOf(item) + step]
  if (!neighbour) return fill(step < 0 ? isFirst : isLast, { item: nameOf(item) })
  if (step < 0) neighbour.before(item)
  else neighbour.after(item)
  const now = itemsOf(list)
  for (const [index, one] of now.entries()) setPlace(one, index + 1)
  item.querySelector('select')?.dispatchEvent(new Event('change', { bubbles: true }))
  return fill(moved, { item: nameOf(item), place: String(now.indexOf(item) + 1), count: String(now.length) })
}

function setPlace(item: HTMLElement, place: number): void {
  const select = item.querySelector('select')
  if (select) select.value = String(place)
}

function nameOf(item: HTMLElement): string {
  return item.querySelector('[data-order-name]')?.textContent?.trim() ?? ''
}

function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
