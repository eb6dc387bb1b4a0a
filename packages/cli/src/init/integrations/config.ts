import { join } from 'node:path'
import type { Integration } from '../integration.ts'

const name = 'tacet.json'

const schema = 'node_modules/@tacet/scanner/tacet.schema.json'

/** Editors complete what there may be in it, when they find the schema. */
const start = (hasSchema: boolean): string => `{
${hasSchema ? `  "$schema": "./${schema}",\n` : ''}  // What is reported: findings of low, medium, high or very-high confidence, and above.
  "threshold": "medium",
  "paths": {
    // What is not scanned, besides what Git ignores; as "vendor/**".
    "exclude": []
  }
}
`

export const config: Integration = {
  title: 'tacet.json',
  does: 'says how to scan; without one there are defaults',
  // Nobody needs one to begin with.
  find: () => undefined,
  plan: (project) =>
    project.has(name)
      ? []
      : [{ kind: 'file', file: join(project.root, name), after: start(project.has(schema)) }],
}
