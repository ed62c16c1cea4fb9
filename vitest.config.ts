import { defineConfig } from 'vitest/config'

const conditions = ['@ledgerpost/source']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default one processor is left idle, which on two is half of the time.
    maxWorkers: '100%',
    // Loading the property-test library anew for every file takes three times as long as all tests together.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    coverage: { include: ['{apps,packages}/*/src/**/*.ts'], exclude: ['**/*.test*.ts'] },
    projects: [
      { extends: true, test: { name: 'packages', include: ['packages/*/{src,fake,test}/**/*.test.ts'] } },
      { extends: true, test: { name: 'apps', include: ['apps/*/{src,test}/**/*.test.ts'] } },
      { extends: true, test: { name: 'bench', include: ['bench/src/**/*.test.ts'] } },
      { extends: true, test: { name: 'house', include: ['tools/**/*.test.ts'] } },
    ],
  },
})
