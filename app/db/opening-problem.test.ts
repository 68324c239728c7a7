import { expect, test } from 'vitest'
import { openingProblem } from '#app/db/opening-problem.ts'

const at = 'postgres://…@db/ben_so'

test('a database that does not answer yet is worth another start', () => {
  const refused = new Error('connect ECONNREFUSED 127.0.0.1:5432')
  const line = `Cannot open the database DATABASE_URL="${at}": connect ECONNREFUSED 127.0.0.1:5432`

  expect(openingProblem(refused, at)).toEqual({ line, exitCode: 1 })
  expect(openingProblem(new AggregateError([refused]), at)).toEqual({ line, exitCode: 1 })
})

test.each(['28P01', '3D000', 'SQLITE_CANTOPEN', 'EACCES'])('%s is a wrong setting, and no start mends it', (code) => {
  expect(openingProblem(Object.assign(new Error('no'), { code }), at)).toEqual({
    line: `Wrong setting DATABASE_URL="${at}": no`,
    exitCode: 78,
  })
})
