import { showFerry } from '#app/attempts/browser/ferry.ts'
import { answerFields, restoreFields } from '#app/attempts/browser/fields.ts'
import {
  type AnswerEvent,
  type Crossing,
  type Outbox,
  onCrossing,
  unsentAnswers,
} from '#app/attempts/browser/outbox.ts'
import type { Sheet } from '#app/attempts/browser/sheet.ts'
import { enhanceOrdering } from '#app/questions/browser/ordering.ts'
import { uniqueId } from '#app/ui/browser/unique-id.ts'

type Saving = { root: HTMLElement; outbox: Outbox; sheet: Sheet; forms: () => HTMLFormElement[] }

/** Keeps each change on the device as an event with a growing number, puts unsent ones back, and says where each is. */
export function savingOf({ root, outbox, sheet, forms }: Saving) {
  const { exam: attempt = '', edition = '' } = root.dataset
  /** The event that each question's answer stands on now. */
  const latest = new Map<string, string>()
  let sequence = Number(root.dataset.lastSequence ?? 0)
  const ready = unsentAnswers(outbox, attempt).then((kept) => {
    for (const event of kept) sequence = Math.max(sequence, event.sequence)
    return new Map(kept.map((event) => [event.question, event]))
  })

  onCrossing((crossing) => {
    const form = forms().find(({ dataset }) => latest.get(dataset.question ?? '') === crossing.id)
    if (!form) return
    tell(form, sheet, crossing.state)
    if (crossing.deadline) root.dataset.deadline = crossing.deadline
  })

  /** Puts back what this device kept of a question and the server has not got yet. */
  async function restore(form: HTMLFormElement) {
    const kept: AnswerEvent | undefined = (await ready).get(form.dataset.question ?? '')
    if (kept && !latest.has(kept.question)) {
      restoreFields(form, kept.fields)
      latest.set(kept.question, kept.id)
      tell(form, sheet, 'here')
    }
    sayWhatHappens(form)
    form.dataset.saved ??= JSON.stringify(answerFields(form))
    enhanceOrdering(form)
  }

  /** Keeps the answer if it changed since it was last kept. */
  async function save(form: HTMLFormElement) {
    await ready
    const fields = answerFields(form)
    const { question = '' } = form.dataset
    if (JSON.stringify(fields) === form.dataset.saved) return
    form.dataset.saved = JSON.stringify(fields)
    const id = uniqueId()
    latest.set(question, id)
    sequence += 1
    const at = new Date().toISOString()
    await outbox.add({ id, at, edition, kind: 'attempt.answered', attempt, question, sequence, fields })
  }

  return { ready, restore, save }
}

/** Without script a button saves, and the page says so; here each choice is saved as it is made. */
function sayWhatHappens(form: HTMLFormElement) {
  const line = form.querySelector<HTMLElement>('[data-nothing]')
  if (line) line.textContent = line.dataset.nothing ?? ''
}

function tell(form: HTMLFormElement, sheet: Sheet, state: Crossing['state']) {
  showFerry(form, state)
  const isThere = state === 'received' || state === 'late'
  const isEmpty = answerFields(form).length === 0
  sheet.mark(form.dataset.at ?? '', isThere ? (isEmpty ? 'empty' : 'got') : 'saved')
}
