import { uniqueId } from '#app/ui/browser/unique-id.ts'

/** What happens to an answer on its way: kept on this device first, then explained by the server, or sent later. */
export type PracticeWork = {
  /** Keeps the answer on this device before anything is sent. */
  keep(answer: PracticeAnswer): Promise<void>
  /** The server has it: nothing is left to send. */
  received(answer: PracticeAnswer): Promise<void>
}

export type PracticeAnswer = { id: string; at: string; question: string; fields: Array<[string, string]> }

/** What the server will say of this answer every time; anything else (a busy server, a limit, a lost session) passes. */
const neverTaken = new Set([400, 404, 422])

/** Practice questions answer in place: the same form is sent, and the explained question comes back out of the page. */
export function enhancePractice(page: HTMLElement, work: PracticeWork) {
  const words = page.querySelector<HTMLElement>('[data-practice-words]')?.dataset ?? {}
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.dataset.practice) return
    event.preventDefault()
    void answer(form, form.dataset.practice, work, words)
  })
}

async function answer(form: HTMLFormElement, question: string, work: PracticeWork, words: DOMStringMap) {
  const state = form.querySelector<HTMLElement>('[data-state]')
  const say = (text: string | undefined) => {
    if (!state) return
    state.textContent = text ?? ''
    if (text) state.scrollIntoView({ block: 'nearest' }) // else the bar with the main button covers it
  }
  if (form.dataset.sending) return
  const body = new FormData(form)
  const fields = [...body].filter(
    (entry): entry is [string, string] => entry[0].startsWith('answer.') && typeof entry[1] === 'string',
  )
  if (!fields.some(([, value]) => value.trim() !== '')) return say(words.notAnswered)

  const given = { id: uniqueId(), at: new Date().toISOString(), question, fields }
  form.dataset.sending = ''
  say(words.checking)
  try {
    await work.keep(given)
    body.set('event', given.id)
    body.set('at', given.at)
    const response = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(fieldsOf(body)),
      redirect: 'error',
    })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const reviewed = page.querySelector('[data-reviewed]')
    if (!reviewed) {
      if (neverTaken.has(response.status)) await work.received(given)
      return say(page.querySelector('main .note')?.textContent ?? words.kept)
    }
    await work.received(given)
    form.querySelector('[data-ask], [data-reviewed]')?.replaceWith(reviewed)
    say('')
    focusOn(reviewed)
    form.dispatchEvent(new CustomEvent('practice-answered', { bubbles: true, detail: question }))
  } catch {
    say(words.kept) // no network: it is kept here and goes when there is one
  } finally {
    delete form.dataset.sending
  }
}

function fieldsOf(body: FormData): Array<[string, string]> {
  return [...body].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
}

/** A screen reader goes on from what was just explained. */
function focusOn(reviewed: Element) {
  const target = reviewed.querySelector<HTMLElement>('.note') ?? (reviewed instanceof HTMLElement ? reviewed : null)
  target?.setAttribute('tabindex', '-1')
  target?.focus({ preventScroll: true })
}
