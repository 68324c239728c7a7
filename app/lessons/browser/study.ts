const idleAfterMs = 120_000
const tellEverySeconds = 30

/** Counts the seconds the lesson is really before somebody's eyes, and tells them in portions, at the latest on leaving. */
export function countStudy(tell: (seconds: number) => void) {
  let seconds = 0
  let lastSign = Date.now()
  const sign = () => {
    lastSign = Date.now()
  }
  for (const kind of ['scroll', 'pointerdown', 'keydown', 'touchstart']) addEventListener(kind, sign, { passive: true })
  const flush = () => {
    if (seconds > 0) tell(seconds)
    seconds = 0
  }
  setInterval(() => {
    if (document.visibilityState !== 'visible' || Date.now() - lastSign > idleAfterMs) return
    seconds++
    if (seconds >= tellEverySeconds) flush()
  }, 1000)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush()
  })
  addEventListener('pagehide', flush)
}
