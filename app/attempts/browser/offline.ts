import { onCrossing } from '#app/attempts/browser/outbox.ts'

/** Says that the network is away: the device knows it at once, or an answer that set out comes back unsent. */
export function watchNetwork(root: HTMLElement) {
  const place = root.querySelector<HTMLElement>('[data-offline]')
  const note = place?.querySelector('template')?.content.firstElementChild
  if (!place || !note) return
  const out = new Set<string>()
  const say = (isAway: boolean) => {
    if (!isAway) note.remove()
    else if (!note.isConnected) place.append(note)
  }

  say(!navigator.onLine)
  addEventListener('offline', () => say(true))
  addEventListener('online', () => say(false))
  onCrossing(({ id, state }) => {
    if (state === 'here' && out.delete(id)) say(true)
    else if (state === 'sending') out.add(id)
    else if (state !== 'here') {
      out.clear()
      say(false)
    }
  })
}
