import { describeProcessAdapter } from '../../contract/process-adapter.ts'

// As it is published: a program has no use for a TypeScript source.
const register = new URL('../../../packages/runtime/dist/process/register-bundle.js', import.meta.url)

describeProcessAdapter({
  name: `node --import @tacet/runtime/register`,
  arguments: (program) => ['--import', register.href, program],
  // Node loads a program in another way when anything is imported first: its stacks differ.
  plain: (program) => ['--import', 'data:text/javascript,', program],
})
