import { data } from '@remix-run/node'
import { expect, test } from 'vitest'
import { Unsent } from '#app/web/unsent.ts'

test('what a page is rendered from looks empty to whoever would send it', () => {
  const kept = new Unsent({ key: 'the right option' })

  expect(JSON.stringify(kept)).toBe('{}')
  expect(Object.entries(kept)).toEqual([])
})

test('the page gets it as it was', () => {
  const value = { key: 'the right option' }

  expect(Unsent.opened({ root: new Unsent(value), page: new Unsent(null), other: data(1) })).toEqual({
    root: value,
    page: null,
    other: data(1),
  })
})
