/** An answer on its way, as the ledger takes it. */
export type AnswerEvent = {
  id: string
  at: string
  edition: string
  kind: 'attempt.answered'
  attempt: string
  question: string
  sequence: number
  fields: Array<[string, string]>
}

/** What an exam needs of the device's outbox; the ledger's queue is one. */
export type Outbox = {
  add(event: AnswerEvent): Promise<void>
  send(): Promise<void>
  waiting(): Promise<Array<{ id: string; kind: string }>>
  belongTo(person: string): Promise<void>
}

export type Crossing = {
  id: string
  state: 'here' | 'sending' | 'received' | 'late' | 'refused'
  /** With a receipt: when the attempt closes, as it stands now. */
  deadline?: string
}

/** Answers to this attempt that the server has not got yet, in the order they were given. */
export async function unsentAnswers(outbox: Outbox, attempt: string): Promise<AnswerEvent[]> {
  const waiting = await outbox.waiting()
  return waiting.filter((event) => isAnswerTo(event, attempt)).sort((a, b) => a.sequence - b.sequence)
}

function isAnswerTo(event: { kind: string }, attempt: string): event is AnswerEvent {
  return event.kind === 'attempt.answered' && 'attempt' in event && event.attempt === attempt
}

/** Calls back for each step of each event; the entry tells them all over the document. */
export function onCrossing(listen: (crossing: Crossing) => void) {
  document.addEventListener('crossing', (event) => {
    if (event instanceof CustomEvent) listen(event.detail)
  })
}
