import { expect, test } from 'vitest'
import { learningOfPerson } from '#app/enrolments/learning-of-person.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { allLessons } from '#tests/learning.ts'

test('the download of one’s own data holds one’s courses, progress and answers whole, and no one else’s', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  const [mine, theirs] = [await anEdition(), await anEdition()]
  await record(person, { events: allLessons(mine) })
  await record(other, { events: [...allLessons(mine), ...allLessons(theirs)] })

  const learning = await learningOfPerson(person)

  expect(learning.enrolments).toMatchObject([{ course: mine.slug, editionId: mine.id, completedAt: null }])
  expect(learning.progress.map(({ lesson }) => lesson).sort()).toEqual(['bai-1', 'bai-2'])
  expect(learning.practice.map(({ question }) => question).sort()).toEqual(
    mine.practice.map(({ question }) => question.id).sort(),
  )
  expect(JSON.stringify(learning)).not.toContain(other.id)
})
