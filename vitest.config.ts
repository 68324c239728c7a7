import { defineConfig } from 'vitest/config'

/** Tests of verbs that speak SQL carry no engine in their name: the whole suite runs once on each. */
const engine = process.env.TEST_ENGINE ?? 'sqlite'

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    name: engine,
    include: ['app/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
    globalSetup: ['tests/engines.ts'],
    setupFiles: ['tests/own-database.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { LOG_LEVEL: 'silent', TEST_ENGINE: engine },
  },
})
