import { defineConfig } from 'vitest/config'

const conditions = ['@ledgerpost/source']

/** Owners in a real browser, on the running server with the console that was built (`npm run journey`). */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['apps/console/test/**/*.journey.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
