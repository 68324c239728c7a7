const minuteMs = 60_000

/** Lets the clock run by the server's deadline and moment, whatever the device's own clock says; warns twice, politely. */
export function runClock(root: HTMLElement, onOver: () => void) {
  const clock = root.querySelector<HTMLElement>('[data-clock]')
  const said = root.querySelector<HTMLElement>('[data-clock-said]')
  const { deadline, now } = root.dataset
  if (!clock || !deadline || !now) return
  const overAt = Date.now() + Date.parse(deadline) - Date.parse(now)
  let before = Number.POSITIVE_INFINITY
  const timer = setInterval(tick, 1000)
  tick()

  function tick() {
    if (!clock) return
    const leftMs = overAt - Date.now()
    clock.textContent = wordsFor(clock, leftMs)
    if (said && leftMs <= 5 * minuteMs && before > 5 * minuteMs && before < Number.POSITIVE_INFINITY)
      said.textContent = said.dataset.five ?? ''
    if (said && leftMs <= minuteMs && before > minuteMs) said.textContent = said.dataset.one ?? ''
    before = leftMs
    if (leftMs > 0) return
    clearInterval(timer)
    onOver()
  }
}

export function wordsFor(clock: { dataset: DOMStringMap }, leftMs: number): string {
  const { template = '', last = '', over = '' } = clock.dataset
  if (leftMs <= 0) return over
  return leftMs < minuteMs ? last : template.replace('{minutes}', String(Math.floor(leftMs / minuteMs)))
}
