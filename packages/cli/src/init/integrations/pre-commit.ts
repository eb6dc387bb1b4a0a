import { join } from 'node:path'
import { version } from '../../version.ts'
import { appended, type Change } from '../change.ts'
import { type ClientHook, wantedHooks } from '../hook-script.ts'
import { insertYaml } from '../insert-yaml.ts'
import type { Integration } from '../integration.ts'
import type { Project } from '../project.ts'

const name = '.pre-commit-config.yaml'

const hookLines = (hook: ClientHook): string => `- id: tacet-${hook}
  name: no secrets (tacet)
  entry: tacet hook ${hook}
  language: node
  additional_dependencies: ['@tacet/cli@${version()}']
  stages: [${hook}]
  always_run: true
  pass_filenames: false
`

/** The framework installs Tacet by itself, into an environment of its own. */
const repository = (hooks: readonly ClientHook[]): string =>
  `- repo: local\n  hooks:\n${hooks.map((hook) => hookLines(hook).replace(/^(?=.)/gm, '    ')).join('')}`

const planned = (project: Project): Change[] => {
  const before = project.read(name)
  const missing = wantedHooks(project).filter(
    (hook) =>
      !new RegExp(`^[ \\t-]*(?:entry:.*\\btacet hook ${hook}\\b|id: *tacet-${hook}\\b)`, 'm').test(
        before ?? '',
      ),
  )
  if (missing.length === 0) return []
  const file = join(project.root, name)
  const lines = repository(missing)
  if (before === undefined || before.trim() === '') {
    return [
      {
        kind: 'file',
        file,
        ...(before === undefined ? {} : { before }),
        after: appended(before ?? '', `repos:\n${lines}`),
      },
    ]
  }
  const after = insertYaml(before, ['repos'], lines)
  if (after !== undefined) return [{ kind: 'file', file, before, after }]
  const why = `${name} is written in a way that cannot be added to safely; add to its repos:`
  return [{ kind: 'by-hand', why, lines: lines.trimEnd().split('\n') }]
}

export const preCommit: Integration = {
  title: 'pre-commit',
  does: 'checks each commit, with a Tacet that it installs itself',
  runsHooks: true,
  find: (project) => (project.has(name) ? name : undefined),
  plan: planned,
  after: (project) => [
    'pre-commit install',
    ...(project.prePush ? ['pre-commit install --hook-type pre-push'] : []),
  ],
}
