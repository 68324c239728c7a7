import type { Crossing } from '#app/attempts/browser/outbox.ts'
import { timeOfDay } from '#app/attempts/browser/time-of-day.ts'

/** Says under the question where its answer is. The first boat of the page is the pattern for all; without one, words do. */
export function showFerry(form: HTMLFormElement, state: Crossing['state']) {
  const line = form.querySelector<HTMLElement>('[data-state]')
  if (!line) return
  line.querySelector('[data-nothing]')?.remove()
  const ferry = line.querySelector<HTMLElement>('[data-ferry]') ?? newFerry(line)
  ferry.dataset.ferry = state === 'here' || state === 'sending' ? state : 'received'
  const words = ferry.querySelector<HTMLElement>('[data-ferry-words]')
  if (words) words.textContent = sentence(line.dataset[state] ?? '', form.dataset.at ?? '')
}

function newFerry(line: HTMLElement): HTMLElement {
  const pattern = document.querySelector<HTMLTemplateElement>('template[data-ferry-pattern]')
  const ferry = pattern?.content.firstElementChild?.cloneNode(true)
  if (ferry instanceof HTMLElement) return line.appendChild(ferry)
  const words = document.createElement('span')
  words.dataset.ferryWords = ''
  const plain = line.appendChild(document.createElement('span'))
  plain.dataset.ferry = ''
  plain.append(words)
  return plain
}

function sentence(template: string, place: string) {
  return template.replace('{place}', place).replace('{time}', timeOfDay(new Date())).replace('{problem}', '')
}
