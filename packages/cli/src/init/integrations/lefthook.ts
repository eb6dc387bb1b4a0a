import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { appended, type Change, type FileChange } from '../change.ts'
import { type ClientHook, wantedHooks } from '../hook-script.ts'
import { insertYaml } from '../insert-yaml.ts'
import type { Integration } from '../integration.ts'
import { dependsOn, type Project } from '../project.ts'

const names = ['lefthook', '.lefthook', '.config/lefthook'].flatMap((stem) => [`${stem}.yml`, `${stem}.yaml`])
const otherNames = ['lefthook.toml', '.lefthook.toml', 'lefthook.json', '.lefthook.json', 'lefthook.jsonc']

/** Its hooks get arguments by number, and what Git writes to them only when they ask for it. */
const commandOf = (hook: ClientHook, run: string): readonly string[] =>
  hook === 'pre-push'
    ? [`run: ${run} tacet hook pre-push {1} {2}`, 'use_stdin: true']
    : [`run: ${run} tacet hook ${hook}`]

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ')

const added = (text: string, hook: ClientHook, run: string): string | undefined => {
  const document = parseDocument(text)
  if (document.errors.length > 0) return undefined
  const lines = commandOf(hook, run)
  const command = `tacet:\n${lines.map((line) => `  ${line}\n`).join('')}`
  const path = [hook, 'commands']
  if (!document.has(hook)) {
    const whole = `${hook}:\n  commands:\n${indent(indent(command))}`
    return document.contents === null ? appended(text, whole) : insertYaml(text, [], whole)
  }
  if (document.hasIn(path)) return insertYaml(text, path, command)
  if (document.hasIn([hook, 'jobs'])) {
    return insertYaml(text, [hook, 'jobs'], `- name: tacet\n${lines.map((line) => `  ${line}\n`).join('')}`)
  }
  return insertYaml(text, [hook], `commands:\n${indent(command)}`)
}

const planned = (project: Project): Change[] => {
  const other = otherNames.find((each) => project.has(each))
  const { run } = project.packageManager
  const name = names.find((each) => project.has(each)) ?? names[0]!
  const before = project.read(name)
  const wanted = wantedHooks(project).filter(
    (hook) => !new RegExp(`\\btacet hook ${hook}\\b`).test(before ?? ''),
  )
  if (wanted.length === 0) return []
  let after = before ?? ''
  const left: string[] = []
  for (const hook of wanted) {
    const more = other === undefined ? added(after, hook, run) : undefined
    if (more === undefined) left.push(`${hook}: ${commandOf(hook, run).join(', ')}`)
    else after = more
  }
  const file: FileChange = {
    kind: 'file',
    file: join(project.root, name),
    ...(before === undefined ? {} : { before }),
    after,
  }
  return [
    ...(left.length < wanted.length ? [file] : []),
    ...(left.length === 0
      ? []
      : [
          {
            kind: 'by-hand' as const,
            why: `${other ?? name} cannot be added to safely; add a command to it:`,
            lines: left,
          },
        ]),
  ]
}

export const lefthook: Integration = {
  title: 'lefthook',
  does: 'checks each commit in its hooks',
  runsHooks: true,
  find: (project) =>
    [...names, ...otherNames].find((each) => project.has(each)) ??
    (dependsOn(project, 'lefthook') === undefined ? undefined : 'package.json'),
  plan: planned,
  after: ({ packageManager: { run } }) => [`${run} lefthook install`],
}
