import type { Here } from '#app/people/browser/who.ts'

type News = NonNullable<Here['news']>

/** Says what is due next and how many messages were not read, where a public page has room for it. */
export function showNews(place: HTMLElement, { due, unread }: News) {
  if (due) showDue(place.querySelector<HTMLElement>('[data-due]'), due)
  if (unread > 0) fill(place.querySelector<HTMLElement>('[data-unread]'), 'unread', { count: String(unread) })
  place.hidden = !due && unread === 0
}

function showDue(line: HTMLElement | null, { title, day, daysLeft, late }: NonNullable<News['due']>) {
  const written = day.split('-').reverse().join('/')
  fill(line, kindOf(daysLeft, late), { day: written, days: String(Math.abs(daysLeft)), count: String(late) })
  line?.classList.toggle('late', late > 0)
  const name = line?.querySelector('[data-title]')
  if (name) name.textContent = title
}

function kindOf(daysLeft: number, late: number): string {
  if (late > 1) return 'manyLate'
  if (late === 1) return 'late'
  return daysLeft < 0 ? 'grace' : daysLeft === 0 ? 'today' : 'due'
}

/** `kind` names the words of the line, with places to fill in braces. */
function fill(line: HTMLElement | null, kind: string, values: Record<string, string>) {
  const words = line?.querySelector('[data-here]')
  if (!line || !words) return
  words.textContent = (line.dataset[`${kind}Words`] ?? '').replace(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  )
  line.hidden = false
}
