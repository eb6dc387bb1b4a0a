import { join } from 'node:path'
import { appended, type Change } from '../change.ts'
import type { Integration } from '../integration.ts'
import type { Project } from '../project.ts'

const name = '.tacet-baseline'
const driver = 'merge.tacet-baseline'

const attributes = (project: Project): Change[] => {
  const before = project.read('.gitattributes')
  if (before !== undefined && /^\S*\.tacet-baseline\s.*\bmerge=tacet-baseline\b/m.test(before)) return []
  return [
    {
      kind: 'file',
      file: join(project.root, '.gitattributes'),
      ...(before === undefined ? {} : { before }),
      after: appended(before ?? '', `${name} merge=tacet-baseline\n`),
    },
  ]
}

const settings = (project: Project): Change[] => {
  const { run } = project.packageManager
  const program = project.manifest === undefined ? 'tacet' : `${run} tacet`
  return [
    { kind: 'setting', name: `${driver}.name`, value: 'joins baselines of Tacet' },
    { kind: 'setting', name: `${driver}.driver`, value: `${program} baseline merge %O %A %B` },
  ]
}

export const baseline: Integration = {
  title: 'merge driver',
  does: 'joins baselines, so that they never conflict',
  find: (project) => (project.has(name) ? name : undefined),
  plan: (project) => [...attributes(project), ...settings(project)],
  after: () => [
    'in each other clone: tacet init baseline (Git keeps the name of a merge driver in the clone)',
  ],
}
