import { timeOfDay } from '#app/attempts/browser/time-of-day.ts'

const minuteMs = 60_000

/**
 * Lets the clock run by the server's deadline and moment, whatever the device's own clock says; warns twice, politely.
 * A deadline that was moved comes with the next receipt, and the clock goes on by it.
 */
export function runClock(root: HTMLElement, onOver: () => void) {
  const clock = root.querySelector<HTMLElement>('[data-clock]')
  const said = root.querySelector<HTMLElement>('[data-clock-said]')
  const until = root.querySelector<HTMLElement>('[data-until]')
  const { now } = root.dataset
  let { deadline } = root.dataset
  if (!clock || !deadline || !now) return
  const aheadMs = Date.now() - Date.parse(now)
  let before = Number.POSITIVE_INFINITY
  const timer = setInterval(tick, 1000)
  tick()

  function tick() {
    if (!clock) return
    if (root.dataset.deadline !== deadline) followDeadline()
    const leftMs = Date.parse(deadline ?? '') + aheadMs - Date.now()
    clock.textContent = wordsFor(clock, leftMs)
    if (said && leftMs <= 5 * minuteMs && before > 5 * minuteMs && before < Number.POSITIVE_INFINITY)
      said.textContent = said.dataset.five ?? ''
    if (said && leftMs <= minuteMs && before > minuteMs) said.textContent = said.dataset.one ?? ''
    before = leftMs
    if (leftMs > 0) return
    clearInterval(timer)
    onOver()
  }

  function followDeadline() {
    deadline = root.dataset.deadline
    before = Number.POSITIVE_INFINITY
    const words = (until?.dataset.until ?? '').replace('{time}', timeOfDay(new Date(deadline ?? '')))
    if (until) until.textContent = words
    if (said) said.textContent = words
  }
}

export function wordsFor(clock: { dataset: DOMStringMap }, leftMs: number): string {
  const { template = '', last = '', over = '' } = clock.dataset
  if (leftMs <= 0) return over
  return leftMs < minuteMs ? last : template.replace('{minutes}', String(Math.floor(leftMs / minuteMs)))
}
