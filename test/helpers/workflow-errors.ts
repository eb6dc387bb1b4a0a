import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { tempTree } from './temp-tree.ts'

type Parser = typeof import('@actions/workflow-parser') &
  typeof import('@actions/workflow-parser/actions/index')

/** GitHub's own parser. It imports JSON as only bundlers take it, so it is bundled first. */
async function loadParser(): Promise<Parser> {
  const file = join(tempTree(), 'parser.mjs')
  const name = 'workflow-parser'
  const bundle = await rolldown({
    input: name,
    platform: 'node',
    cwd: import.meta.dirname,
    plugins: [
      {
        name,
        resolveId: (id) => (id === name ? `${import.meta.dirname}/${name}.js` : undefined),
        load: (id) =>
          id.endsWith(`/${name}.js`) && id.startsWith(import.meta.dirname)
            ? "export * from '@actions/workflow-parser'\nexport * from '@actions/workflow-parser/actions/index'\n"
            : undefined,
      },
    ],
  })
  await bundle.write({ file, format: 'esm' })
  await bundle.close()
  return import(/* @vite-ignore */ pathToFileURL(file).href)
}

/** What GitHub's own parser says is wrong with a workflow. */
export async function workflowErrors(): Promise<(workflow: string) => readonly string[]> {
  const parser = await loadParser()
  return (content) => {
    const trace = new parser.NoOperationTraceWriter()
    const { context } = parser.parseWorkflow({ name: 'workflow.yml', content }, trace)
    return context.errors.getErrors().map(({ message }) => message)
  }
}

/** What GitHub's own parser says is wrong with an action. */
export async function actionErrors(): Promise<(action: string) => readonly string[]> {
  const parser = await loadParser()
  return (content) => {
    const trace = new parser.NoOperationTraceWriter()
    const { context, value } = parser.parseAction({ name: 'action.yml', content }, trace)
    if (value !== undefined) parser.convertActionTemplate(context, value)
    return context.errors.getErrors().map(({ message }) => message)
  }
}
