import { cardAt } from '#app/lessons/browser/card-at.ts'

type Listener = {
  /** The last card came into view: the lesson is read to its end. */
  onEnd(): void
}

/** Shows which card one is at, and lets the main button lead from card to card. */
export function enhanceCards(page: HTMLElement, { onEnd }: Listener) {
  const cards = [...page.querySelectorAll<HTMLElement>('[data-card]')]
  if (cards.length === 0) return
  reveal(page.querySelector('[data-progress]'))
  reveal(page.querySelector('[data-tools]'))
  page.querySelector('[data-print]')?.addEventListener('click', () => window.print())

  const bar = barOf(page, cards)
  let furthest = 0
  let hasEnded = false
  const show = (now: number) => {
    furthest = Math.max(furthest, now)
    markSteps(page.querySelectorAll('[data-progress] .climb li'), now, furthest)
    markSteps(page.querySelectorAll('[data-contents] li'), now, furthest)
    const words = page.querySelector<HTMLElement>('[data-card-words][data-template]')
    if (words) words.textContent = (words.dataset.template ?? '').replace('0', String(now + 1))
    bar(now)
    if (now === cards.length - 1 && !hasEnded) {
      hasEnded = true
      onEnd()
    }
  }

  const look = () => {
    // before the pictures are there, a page is shorter than it will be
    if (document.readyState !== 'complete' && scrollY === 0) return show(furthest)
    const tops = cards.map((card) => card.getBoundingClientRect().top)
    show(cardAt(tops, { height: innerHeight, scrolled: scrollY, whole: document.documentElement.scrollHeight }))
  }
  // what lies about the reading line changes with scrolling, with a turned phone and with what opens in the page
  const observer = new IntersectionObserver(look, { threshold: [0, 0.5, 1] })
  for (const card of cards) observer.observe(card)
  addEventListener('scroll', look, { passive: true })
  addEventListener('resize', look)
  addEventListener('load', look)
  look()
}

function barOf(page: HTMLElement, cards: HTMLElement[]) {
  const next = page.querySelector<HTMLAnchorElement>('[data-next-card]')
  const previous = page.querySelector<HTMLAnchorElement>('[data-previous]')
  const finish = page.querySelector<HTMLElement>('[data-finish]')
  const words = previous?.querySelector('span')
  const away = { href: previous?.getAttribute('href') ?? '#main', words: words?.textContent ?? '' }
  return (now: number) => {
    const isLast = now === cards.length - 1
    if (next && finish) exchange(next, finish, isLast)
    if (next) {
      next.href = `#${cards[now + 1]?.id ?? 'main'}`
      const label = next.querySelector('span')
      if (label) label.textContent = (next.dataset.template ?? '').replace('0', String(now + 2))
    }
    if (!previous || !words) return
    previous.setAttribute('href', now === 0 ? away.href : `#${cards[now - 1]?.id ?? 'main'}`)
    words.textContent = now === 0 ? away.words : (previous.dataset.cardWords ?? '')
  }
}

/** One of the two leads on, and the focus goes over with it: an element that is hidden while it has the focus loses it. */
function exchange(next: HTMLElement, finish: HTMLElement, isLast: boolean) {
  const [shown, hidden] = isLast ? [finish, next] : [next, finish]
  const hadFocus = hidden.contains(document.activeElement)
  shown.hidden = false
  hidden.hidden = true
  if (hadFocus) (shown.querySelector('button') ?? shown).focus({ preventScroll: true })
}

function markSteps(steps: NodeListOf<Element>, now: number, furthest: number) {
  steps.forEach((step, place) => {
    step.className = place === now ? 'now' : place <= furthest ? 'done' : ''
    const link = step.querySelector('a')
    if (place === now) link?.setAttribute('aria-current', 'step')
    else link?.removeAttribute('aria-current')
  })
}

function reveal(element: Element | null) {
  element?.removeAttribute('hidden')
}
