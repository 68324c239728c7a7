import { type Outbox, unsentAnswers } from '#app/attempts/browser/outbox.ts'

/** Handing in: first everything that is still on this device, then once. With answers unsent and no network it waits, and says so. */
export function enhanceSubmission(root: HTMLElement, outbox: Outbox) {
  const { exam: attempt = '', unsent = '' } = root.dataset
  const form = root.querySelector<HTMLFormElement>('form[data-submit-once]')
  const line = form?.querySelector<HTMLElement>('[data-state]')
  let isGoing = false
  void sendWaiting().then((left) => {
    // the list of unanswered questions was made before these arrived
    if (left === 'all sent') location.reload()
  })

  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    if (isGoing) return
    isGoing = true
    if (line) line.textContent = form.dataset.submitOnce ?? ''
    void sendWaiting().then((left) => {
      if (left !== 'some left') return form.submit()
      isGoing = false
      if (line) line.textContent = unsent
    })
  })

  async function sendWaiting(): Promise<'none' | 'all sent' | 'some left'> {
    if ((await unsentAnswers(outbox, attempt)).length === 0) return 'none'
    await outbox.send()
    return (await unsentAnswers(outbox, attempt)).length === 0 ? 'all sent' : 'some left'
  }
}
