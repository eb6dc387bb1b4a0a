import { defineConfig } from 'vitest/config'

// Tests run against the sources: a stale build can neither pass nor fail them. `import` is not among these, for they
// count for `require` too, and a CommonJS package would be given the ES modules of those it depends on.
const conditions = ['@tacet/source', 'node', 'module']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/build.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    server: { deps: { inline: [/@tacet\//] } },
  },
})
