const idleMs = 150_000
const warnSeconds = 30

/**
 * On a shared device: after two and a half minutes without a touch the page counts down half a minute, then leaves by the
 * same way as the button “Không phải tôi”: what is unsent goes first. The server ends the session by itself as well.
 */
export function leaveWhenIdle() {
  const template = document.querySelector<HTMLTemplateElement>('template[data-idle]')
  const leave = document.querySelector<HTMLFormElement>('form[data-sign-out]')
  if (!template || !leave) return
  let lastTouch = Date.now()
  let warning: HTMLElement | null = null
  const touch = () => {
    lastTouch = Date.now()
    warning?.remove()
    warning = null
  }
  for (const kind of ['pointerdown', 'keydown', 'scroll']) addEventListener(kind, touch, { passive: true })
  const timer = setInterval(() => {
    const idleFor = Date.now() - lastTouch
    if (idleFor < idleMs) return
    warning ??= show(template)
    const left = Math.max(0, warnSeconds - Math.floor((idleFor - idleMs) / 1000))
    const count = warning?.querySelector<HTMLElement>('[data-left]')
    if (count) count.textContent = String(left)
    if (left > 0) return
    clearInterval(timer)
    leave.requestSubmit()
  }, 1000)
}

function show(template: HTMLTemplateElement): HTMLElement | null {
  document.body.append(template.content.cloneNode(true))
  return document.body.querySelector<HTMLElement>('[data-idle-warning]')
}
