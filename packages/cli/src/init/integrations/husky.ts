import { join, relative } from 'node:path'
import { huskyHook, wantedHooks } from '../hook-script.ts'
import type { Integration } from '../integration.ts'
import { dependsOn, isWithin, type Project } from '../project.ts'

/** The folder of its hooks: where Git was told of it, else beside the package.json. */
const folderOf = ({ hooks, root, packageFolder }: Project): string => {
  const told = /^(.*[\\/]\.husky)(?:[\\/]_)?$/.exec(hooks)?.[1]
  return told !== undefined && isWithin(told, root) ? told : join(packageFolder, '.husky')
}

export const husky: Integration = {
  title: 'husky',
  does: 'checks each commit in its hooks',
  runsHooks: true,
  find: (project) => {
    const folder = relative(project.root, folderOf(project)).replaceAll('\\', '/')
    if (project.has(folder)) return folder
    return dependsOn(project, 'husky') === undefined ? undefined : 'package.json'
  },
  plan: (project) => {
    const folder = folderOf(project)
    const isOld = /^[\^~]?[0-8]\./.test(dependsOn(project, 'husky') ?? '')
    return wantedHooks(project).flatMap((hook) => {
      const file = join(folder, hook)
      const before = project.read(relative(project.root, file))
      return huskyHook(hook, file, before, { run: project.packageManager.run, isOld })
    })
  },
}
