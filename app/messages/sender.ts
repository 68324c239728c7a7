/** A message as it leaves. The id stays the same on every try, so that the other side can drop a copy. */
export type Letter = {
  id: string
  address: string
  subject: string
  body: string
  /** Where one press refuses letters of this kind; null: there is no such address, or they cannot be refused. */
  refusalAddress: string | null
}

/** Throws a DeliveryProblem. Answers with what the other side calls the message, where it gives it a name. */
export type Sender = { send(letter: Letter): Promise<string | null>; close(): void }
