import { type Outbox, onCrossing, unsentAnswers } from '#app/attempts/browser/outbox.ts'

const lookMs = 1500

/**
 * When time is over, what this device still holds is sent, then the page of the closed attempt is asked for: what came
 * in time is marked. Without a network this page stays, and goes on trying: another would be the browser's error.
 */
export async function whenOver(attempt: string, outbox: Outbox) {
  let isLeaving = false
  addEventListener('online', () => void leave())
  onCrossing(({ state }) => {
    if (state === 'received' || state === 'late' || state === 'refused') void leave()
  })
  await leave()

  async function leave() {
    await outbox.send()
    const isWaiting = (await unsentAnswers(outbox, attempt)).length > 0
    if (isLeaving || isWaiting || !navigator.onLine) return
    isLeaving = true
    setTimeout(() => location.reload(), lookMs)
  }
}
