import { v7 as uuid } from 'uuid'
import { loadCourse } from '#app/courses/load.server.ts'
import { closeDatabase, db, write } from '#app/db/db.server.ts'
import { hashPassword } from '#app/people/hashing.server.ts'
import { insertPeopleInTx } from '#app/people/insert-people-in-tx.server.ts'
import { sessions } from '#app/people/schema.ts'
import { hashOf, newToken } from '#app/people/token.server.ts'
import { answerJob } from '#tests/bench/job.ts'
import { seedCourse } from '#tests/bench/seed-course.ts'
import { seedWork } from '#tests/bench/seed-work.ts'
import { type Learner, type World, worldSize } from '#tests/bench/world.ts'

/** In a process of its own, with DATABASE_URL set: courses through the app's own loader, people as rows. */
await answerJob<null, World>(async () => {
  for (const slug of ['cd3', 'cb2']) {
    const loaded = await loadCourse(`content/${slug}`)
    if ('problems' in loaded && slug === 'cd3') throw new Error(JSON.stringify(loaded.problems[0]))
  }
  const course = await seedCourse(db, 'cd3')
  const learners = await seedLearners()
  const members = await seedMembers()
  const attempts = await seedWork(learners, course)
  await closeDatabase()
  return { people: learners, members, course, attempts }
})

/** Signed in already: hashing two thousand passwords is not what is measured. */
async function seedLearners(): Promise<Learner[]> {
  const made = Array.from({ length: worldSize.people }, () => ({ id: uuid(), token: newToken() }))
  const now = new Date()
  const expiresAt = new Date(now.getTime() + 24 * 60 * 60_000)
  await write(async (tx) => {
    for (const [place, { id, token }] of made.entries()) {
      await insertPeopleInTx(tx, [row(id, `hoc-vien-${place}`, null, now)])
      await tx.insert(sessions).values({
        id: hashOf(token),
        personId: id,
        handle: newToken().slice(0, 16),
        device: 'Chrome, Android',
        isShared: false,
        createdAt: now,
        lastSeenAt: now,
        expiresAt,
      })
    }
  })
  return made
}

async function seedMembers(): Promise<World['members']> {
  const password = 'bánh xèo 3 trứng'
  const made: World['members'] = []
  for (let place = 0; place < worldSize.members; place++) {
    const account = `thanh-vien-${place}`
    const passwordHash = await hashPassword(password)
    await write((tx) => insertPeopleInTx(tx, [row(uuid(), account, passwordHash, new Date())]))
    made.push({ account, password })
  }
  return made
}

function row(id: string, username: string, passwordHash: string | null, createdAt: Date) {
  const fullName = 'Nguyễn Thị Bé Ba'
  return { id, username, fullName, passwordHash, role: 'learner', language: 'vi', createdAt } as const
}
