import { runClock } from '#app/attempts/browser/clock.ts'
import { watchNetwork } from '#app/attempts/browser/offline.ts'
import type { Outbox } from '#app/attempts/browser/outbox.ts'
import { paperOf } from '#app/attempts/browser/paper.ts'
import { savingOf } from '#app/attempts/browser/saving.ts'
import { sheetOf } from '#app/attempts/browser/sheet.ts'
import { enhanceSubmission } from '#app/attempts/browser/submission.ts'
import { whenOver } from '#app/attempts/browser/time-over.ts'
import { turningOf } from '#app/attempts/browser/turning.ts'

const typingMs = 300
const paperAfterMs = 500

/**
 * The comforts of an exam: each change is kept on the device and sent at once, the page says where it is, questions turn
 * without a network, the clock runs. What was unsent when the page went away is put back and sent.
 */
export function enhanceExam(root: HTMLElement, outbox: Outbox) {
  const { person = '', submission } = root.dataset
  void outbox.belongTo(person)
  if (submission !== undefined) return enhanceSubmission(root, outbox)
  const first = root.querySelector<HTMLFormElement>('form[data-question]')
  if (!first) return
  const sheet = sheetOf(root)
  const paper = paperOf(root, first)
  const saving = savingOf({ root, outbox, sheet, forms: paper.all })
  const turnTo = turningOf(root, paper, sheet)
  const prepare = (form: HTMLFormElement) => {
    void saving.restore(form)
    listenTo(form, { save: saving.save, flag: sheet.flag, go })
  }
  prepare(first)
  void saving.ready.then(() => setTimeout(() => void paper.load(prepare), paperAfterMs))
  watchNetwork(root)
  runClock(root, () => void whenOver(root.dataset.exam ?? '', outbox))

  async function go(form: HTMLFormElement, to: string) {
    await saving.save(form)
    if (to !== 'submission') return turnTo(to)
    await outbox.send()
    const link = root.querySelector<HTMLAnchorElement>('[data-to-submission]')
    if (link) location.assign(link.href)
  }
}

type Listening = {
  save: (form: HTMLFormElement) => Promise<void>
  flag: (place: string, isFlagged: boolean) => void
  go: (form: HTMLFormElement, to: string) => Promise<void>
}

function listenTo(form: HTMLFormElement, { save, flag, go }: Listening) {
  let typing = 0
  form.addEventListener('change', ({ target }) => {
    clearTimeout(typing)
    if (target instanceof HTMLInputElement && 'flag' in target.dataset) flag(form.dataset.at ?? '', target.checked)
    else void save(form)
  })
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type === 'radio' || target.type === 'checkbox') return
    clearTimeout(typing)
    typing = window.setTimeout(() => void save(form), typingMs)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void go(form, event.submitter instanceof HTMLButtonElement ? event.submitter.value : '')
  })
}
