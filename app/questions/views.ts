import { gapViews } from '#app/questions/gap/views.tsx'
import { matchingViews } from '#app/questions/matching/views.tsx'
import { multipleViews } from '#app/questions/multiple/views.tsx'
import { numberViews } from '#app/questions/number/views.tsx'
import { orderingViews } from '#app/questions/ordering/views.tsx'
import type { AnyViews, QuestionKindName } from '#app/questions/question.ts'
import { singleViews } from '#app/questions/single/views.tsx'
import { textViews } from '#app/questions/text/views.tsx'
import { truefalseViews } from '#app/questions/truefalse/views.tsx'

/** How each kind looks, apart from `kinds.ts`, so that a page which shows questions never loads what marks them. */
export const views: Readonly<Record<QuestionKindName, AnyViews>> = {
  single: singleViews,
  multiple: multipleViews,
  truefalse: truefalseViews,
  ordering: orderingViews,
  matching: matchingViews,
  text: textViews,
  number: numberViews,
  gap: gapViews,
}
