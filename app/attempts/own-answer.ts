import type { OwnAnswer } from '#app/attempts/result.ts'
import type { Reviewed } from '#app/questions/question.ts'

/**
 * Of a whole review only what the learner may see under “own answers”: how the own answer was, and what its author said
 * about it. What was right but not chosen stays out, and so does the general explanation unless the answer was right.
 */
export function ownAnswer({ review, whyHtml, answer, mark, ...asked }: Reviewed): OwnAnswer {
  const { id, kind, promptHtml, points, isScenario, title, ask } = asked
  const why = mark?.isRight ? [whyHtml] : []
  return {
    asked: { id, kind, promptHtml, points, isScenario, title, ask },
    answer,
    mark,
    saysHtml: [...chosenOptions(review), ...why].filter((html) => html !== ''),
  }
}

function chosenOptions(review: unknown): string[] {
  if (typeof review !== 'object' || review === null || !('options' in review) || !Array.isArray(review.options))
    return []
  return review.options.filter(isChosen).map(({ whyHtml }) => whyHtml)
}

function isChosen(option: unknown): option is { whyHtml: string } {
  return (
    typeof option === 'object' &&
    option !== null &&
    'isChosen' in option &&
    option.isChosen === true &&
    'whyHtml' in option
  )
}
