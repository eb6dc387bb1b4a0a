import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { tempTree } from './temp-tree.ts'

type Parser = typeof import('@actions/workflow-parser')

/**
 * What GitHub's own parser says is wrong with a workflow. The parser imports JSON as only bundlers take it, so it is
 * bundled first.
 */
export async function workflowErrors(): Promise<(workflow: string) => readonly string[]> {
  const file = join(tempTree(), 'parser.mjs')
  const bundle = await rolldown({
    input: '@actions/workflow-parser',
    platform: 'node',
    cwd: import.meta.dirname,
  })
  await bundle.write({ file, format: 'esm' })
  await bundle.close()
  const parser = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Parser
  return (content) => {
    const trace = new parser.NoOperationTraceWriter()
    const { context } = parser.parseWorkflow({ name: 'workflow.yml', content }, trace)
    return context.errors.getErrors().map(({ message }) => message)
  }
}
