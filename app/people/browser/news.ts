import type { Here } from '#app/people/browser/who.ts'

/** Says what is due next and how many messages were not read, where a public page has room for it. */
export function showNews(place: HTMLElement, news: Here['news']) {
  if (!news || (!news.due && news.unread === 0)) return
  if (news.due) showDue(place, news.due)
  if (news.unread > 0) fill(place.querySelector('[data-unread]'), 'words', { count: String(news.unread) })
  place.hidden = false
}

function showDue(
  place: HTMLElement,
  { title, day, daysLeft, isLate, more }: NonNullable<NonNullable<Here['news']>['due']>,
) {
  const line = place.querySelector<HTMLElement>('[data-due]')
  const kind = isLate ? 'lateWords' : daysLeft === 0 ? 'todayWords' : daysLeft < 0 ? 'graceWords' : 'dueWords'
  const written = day.split('-').reverse().join('/')
  fill(line, kind, { title, day: written, days: String(Math.abs(daysLeft)) })
  line?.classList.add(isLate ? 'late' : 'due')
  if (more > 0) fill(place.querySelector('[data-more]'), 'words', { count: String(more) })
}

function fill(line: HTMLElement | null, kind: string, values: Record<string, string>) {
  const words = line?.querySelector('[data-here]') ?? line
  if (!line || !words) return
  words.textContent = (line.dataset[kind] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  line.hidden = false
}
