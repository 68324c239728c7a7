import { choiceSpecSchema } from '#app/questions/choice/option.ts'
import { gapSpecSchema } from '#app/questions/gap/spec.ts'
import { matchingSpecSchema } from '#app/questions/matching/spec.ts'
import { numberSpecSchema } from '#app/questions/number/spec.ts'
import { orderingSpecSchema } from '#app/questions/ordering/spec.ts'
import type { Question } from '#app/questions/question.ts'
import { textSpecSchema } from '#app/questions/text/spec.ts'

export type Fields = Array<[name: string, value: string]>

/** What a form sends for the right answer: the names of its fields and their values. */
export function rightFields(question: Question): Fields {
  return partsOf(question).map(({ name, right }) => [name, right])
}

/** An answer of the same shape that is wrong. */
export function wrongFields(question: Question): Fields {
  return [...new Map(partsOf(question).map(({ name, wrong }) => [name, wrong]))]
}

type Part = { name: string; right: string; wrong: string }

function partsOf(question: Question): Part[] {
  const name = `answer.${question.id}`
  switch (question.kind) {
    case 'single':
    case 'truefalse':
    case 'multiple':
      return choiceParts(name, question.spec)
    case 'ordering':
      return orderingSpecSchema.parse(question.spec).items.map(({ id }, place, items) => ({
        name: `${name}.${id}`,
        right: String(place + 1),
        wrong: String(items.length - place),
      }))
    case 'matching':
      return matchingSpecSchema.parse(question.spec).lefts.map(({ id, right }, place, lefts) => ({
        name: `${name}.${id}`,
        right,
        wrong: lefts[(place + 1) % lefts.length]?.right ?? '',
      }))
    case 'text':
      return [{ name, right: textSpecSchema.parse(question.spec).accepted[0]?.text ?? '', wrong: 'ghe xuồng' }]
    case 'number':
      return [{ name, right: String(numberSpecSchema.parse(question.spec).right.text), wrong: '987654' }]
    case 'gap':
      return gapParts(name, question.spec)
  }
}

function choiceParts(name: string, spec: unknown): Part[] {
  const { options } = choiceSpecSchema.parse(spec)
  const wrong = options.find(({ isRight }) => !isRight)?.id ?? ''
  return options.filter(({ isRight }) => isRight).map(({ id }) => ({ name, right: id, wrong }))
}

function gapParts(name: string, spec: unknown): Part[] {
  return gapSpecSchema
    .parse(spec)
    .paragraphs.flat()
    .flatMap((part): Part[] => {
      if (part.by === 'typing')
        return [{ name: `${name}.${part.gap}`, right: part.accepted[0] ?? '', wrong: 'ghe xuồng' }]
      if (part.by !== 'choice') return []
      const id = (isRight: boolean) => part.choices.find((choice) => choice.isRight === isRight)?.id ?? ''
      return [{ name: `${name}.${part.gap}`, right: id(true), wrong: id(false) }]
    })
}
