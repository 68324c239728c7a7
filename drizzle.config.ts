import { defineConfig } from 'drizzle-kit'

const isPostgres = (process.env.DATABASE_URL ?? '').startsWith('postgres')

export default defineConfig({
  dialect: isPostgres ? 'postgresql' : 'sqlite',
  schema: './app/*/schema.ts',
  out: isPostgres ? './drizzle/postgres' : './drizzle/sqlite',
  casing: 'snake_case',
})
