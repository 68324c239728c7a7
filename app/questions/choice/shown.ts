import { asked, type ChoiceAsk, type ChoiceReview, type ChoiceSpec } from '#app/questions/choice/option.ts'
import { shuffleById } from '#app/questions/shuffle.ts'

export function askOptions(spec: ChoiceSpec, seed: string): ChoiceAsk {
  return { options: shuffleById(spec.options, seed).map(asked) }
}

/** The options in the order they were asked in, with what was chosen. */
export function reviewOptions(spec: ChoiceSpec, seed: string, chosen: readonly string[]): ChoiceReview {
  const options = shuffleById(spec.options, seed)
  return { options: options.map((option) => ({ ...option, isChosen: chosen.includes(option.id) })) }
}
