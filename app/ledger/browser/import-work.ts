import { type Queue, visitor } from '#app/ledger/browser/queue.ts'

/** After signing in: is the work that a visitor did on this device yours? Asked before anything is sent, and answered once. */
export async function offerImport(queue: Queue) {
  const work = await queue.waiting(visitor)
  const template = document.querySelector<HTMLTemplateElement>('template[data-import]')
  const main = document.querySelector('main')
  if (work.length === 0 || !template || !main) return
  main.prepend(template.content.cloneNode(true))
  const offer = main.querySelector<HTMLElement>('[data-import-offer]')
  const count = offer?.querySelector<HTMLElement>('[data-count]')
  if (!offer) return
  if (count) count.textContent = (count.dataset.template ?? '').replace('0', String(work.length))
  offer.querySelector('[data-yes]')?.addEventListener('click', async () => {
    await queue.importVisitor()
    if (main.querySelector('[data-course], [data-me]')) return location.reload() // these show the work itself
    tell(offer, (await queue.waiting()).length === 0)
  })
  offer.querySelector('[data-no]')?.addEventListener('click', async () => {
    await queue.wipe(visitor)
    offer.remove()
  })
}

/** What came of it, in the place of the question. */
function tell(offer: HTMLElement, isReceived: boolean) {
  const title = offer.querySelector<HTMLElement>('[data-done]')
  if (title) title.textContent = (isReceived ? title.dataset.done : title.dataset.later) ?? ''
  offer.querySelector('[data-count]')?.remove()
  offer.querySelector('.row')?.remove()
  offer.querySelector('.note')?.classList.replace('warn', 'right')
  offer.querySelector('[data-done-next]')?.removeAttribute('hidden')
  title?.closest('h2')?.setAttribute('tabindex', '-1')
  title?.closest('h2')?.focus({ preventScroll: true })
}
