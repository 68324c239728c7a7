import express from 'express'
import { expect, test } from 'vitest'
import { oneATurn } from '#app/web/one-a-turn.ts'

test('many pages asked for at once are rendered one a turn, and each of them is', async () => {
  const turns: number[] = []
  const rendered: string[] = []
  let turn = 0
  let isOver = false
  const count = () => {
    turn++
    if (!isOver) setImmediate(count)
  }
  const app = express()
  app.use(oneATurn())
  app.use((request, response) => {
    turns.push(turn)
    rendered.push(request.path)
    response.end('page')
  })
  const server = app.listen(0)
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  count()

  const paths = Array.from({ length: 20 }, (_, place) => `/${place}`)
  const answers = await Promise.all(paths.map((path) => fetch(`http://localhost:${port}${path}`)))
  isOver = true
  server.closeAllConnections()
  server.close()

  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200))
  expect(rendered.toSorted()).toEqual(paths.toSorted())
  expect(new Set(turns).size).toBe(paths.length)
})
