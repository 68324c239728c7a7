import { defineConfig } from 'vitest/config'

/** Against the built server, in a real Chromium: one file after the other, so that they do not disturb each other's times. */
export default defineConfig({
  test: {
    name: 'end to end',
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: 'tests/e2e/prepare.ts',
    fileParallelism: false,
    pool: 'forks',
    // Tried once more where a busy machine came between; `npm test` names whoever needed it.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
