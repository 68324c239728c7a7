import type { RootContent } from 'mdast'

/** A piece of lesson source with its place, as the compiler hands it to a kind of question. */
export type QuestionNode = {
  id: string
  attributes: Readonly<Record<string, string | true>>
  /** The children without the <Why>. Text around the options is the prompt's: `read-question.ts` tells them apart. */
  children: RootContent[]
  line: number
  column: number
  /** Renders inline or block children to safe HTML with the lesson's own components. */
  html(children: RootContent[]): string
  /** The plain text of children. */
  text(children: RootContent[]): string
  /** Refuses the lesson at this place. Never returns. */
  refuse(at: { line: number; column: number }, code: string, values?: Record<string, string>): never
}
