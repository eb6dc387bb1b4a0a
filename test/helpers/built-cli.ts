import { fileURLToPath } from 'node:url'

/** The path of the `tacet` command as it is published, built before the tests: node runs it as users do. */
export const builtCli = fileURLToPath(new URL('../../packages/cli/dist/tacet-bundle.js', import.meta.url))
