import { expect, test } from 'vitest'
import { leadToProblem } from '#app/ui/browser/lead-to-problem.ts'

const firstBox = 'main [aria-invalid="true"]'
const notice = 'main .note[role="alert"]'

/** A page with these places in it, by how they are looked for, and where it led the reader. */
function aPage(places: string[]) {
  const led: Array<[place: string, how: string]> = []
  const indexes = new Map<string, number>()
  const elementAt = (place: string) => ({
    set tabIndex(index: number) {
      indexes.set(place, index)
    },
    focus: ({ preventScroll }: FocusOptions) => led.push([place, `focus${preventScroll ? '' : ' and scroll'}`]),
    scrollIntoView: ({ block }: ScrollIntoViewOptions) => led.push([place, `${block}`]),
  })
  const querySelector = (place: string) => (places.includes(place) ? elementAt(place) : null)
  return { root: { querySelector } as unknown as ParentNode, led, indexes }
}

test('after a refusal the reader stands at the first box to be mended, in the middle of the screen', () => {
  const page = aPage([firstBox, notice])
  leadToProblem(page.root)
  expect(page.led).toEqual([
    [firstBox, 'focus'],
    [firstBox, 'center'],
  ])
  expect(page.indexes.size).toBe(0)
})

test('without such a box they stand at the notice, which is no step of the tab key', () => {
  const page = aPage([notice])
  leadToProblem(page.root)
  expect(page.led).toEqual([
    [notice, 'focus'],
    [notice, 'center'],
  ])
  expect(page.indexes.get(notice)).toBe(-1)
})

test('a page on which nothing was refused leads nowhere', () => {
  const page = aPage([])
  leadToProblem(page.root)
  expect(page.led).toEqual([])
})
