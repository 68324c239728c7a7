import { expect, test } from 'vitest'
import { titledByAnswer } from '#app/web/answered-title.ts'

const words = { preview: 'Xem trước', refused: 'Có chỗ chưa đúng' }

/** The title of a page whose action answered this. */
function titleOf(answer: unknown, status = 200): unknown {
  const meta = () => [{ title: 'Thêm người' }, { name: 'robots', content: 'noindex' }]
  const staticHandlerContext = { matches: [{ route: { id: 'page' } }], actionData: { page: answer }, errors: null }
  const remix = { staticHandlerContext, routeModules: { page: { default: () => null, meta } } }
  const titled = titledByAnswer(remix, status, words).page?.meta
  return typeof titled === 'function' ? titled({} as Parameters<typeof titled>[0]) : titled
}

test('a page that shows a preview, or refuses what was sent, says so first in its title', () => {
  const robots = { name: 'robots', content: 'noindex' }
  expect(titleOf({ kind: 'preview' })).toEqual([{ title: 'Xem trước: Thêm người' }, robots])
  expect(titleOf({ kind: 'form' }, 422)).toEqual([{ title: 'Có chỗ chưa đúng: Thêm người' }, robots])
  for (const other of [{ kind: 'issued' }, null, 'text', undefined])
    expect(titleOf(other)).toEqual([{ title: 'Thêm người' }, robots])
})
