import { statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { ByHand, Change } from './change.ts'
import { appended, withEndsOf } from './change.ts'
import type { Project } from './project.ts'

export type ClientHook = 'pre-commit' | 'pre-push'

/** The hooks that are wanted. */
export const wantedHooks = ({ prePush }: Project): readonly ClientHook[] =>
  prePush ? ['pre-commit', 'pre-push'] : ['pre-commit']

/** The command of a hook. Git hands arguments to it that say where a push goes. */
export const hookCommand = (hook: ClientHook): string =>
  hook === 'pre-push' ? 'tacet hook pre-push "$@"' : `tacet hook ${hook}`

const begin = '# tacet begin: written by tacet init; what is outside of these two lines is yours'
const end = '# tacet end'
const block = /^# tacet begin\b.*\n[\s\S]*?^# tacet end$\n?/m

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

/** Lines that run Tacet as it is installed in the project, else as it is installed for all, and never without it. */
const script = (hook: ClientHook, project: Project): string => {
  const command = hookCommand(hook)
  const folder = relative(project.root, project.packageFolder).replaceAll('\\', '/')
  if (project.has('.pnp.cjs'))
    return `${begin}\n${project.packageManager.run} ${command} || exit $?\n${end}\n`
  const local = quoted(`${folder === '' ? '.' : folder}/node_modules/.bin/tacet`)
  const without = hook === 'pre-push' ? 'git push --no-verify' : 'git commit --no-verify'
  const advice = `tacet is not installed, so this was stopped: ${project.packageManager.add} @tacet/cli (or, unchecked: ${without})`
  return `${begin}
if [ -x ${local} ]; then
  ${local}${command.slice('tacet'.length)} || exit $?
elif command -v tacet >/dev/null 2>&1; then
  ${command} || exit $?
else
  echo ${quoted(advice)} >&2
  exit 1
fi
${end}
`
}

/** After the line that says who runs a script, and the comments and the husky.sh that follow it. */
const head = /^(?:#!.*\n)?(?:(?:[ \t]*#(?! tacet begin).*|\. .*husky\.sh.*|[ \t]*)\n)*/

const isShell = (text: string): boolean => !text.startsWith('#!') || /^#!.*\b(?:ba|da|k|z|a)?sh\b/.test(text)

/** Whether commands of a script run `tacet` for this hook already. */
const runsTacet = (text: string, hook: ClientHook): boolean =>
  new RegExp(`^(?![ \\t]*#).*\\btacet hook ${hook}\\b`, 'm').test(text)

const byHand = (file: string, why: string, lines: string): ByHand => ({
  kind: 'by-hand',
  why: `${file} ${why}; add these lines to it where they fit:`,
  lines: lines.trimEnd().split('\n'),
})

/** For a hook in which another program reads standard input too. */
const handedOn = `refs=$(cat)
printf '%s\\n' "$refs" | ${hookCommand('pre-push')} || exit $?
printf '%s\\n' "$refs" | …   # what reads it now
`

/**
 * Puts lines before all that a hook does. One that is not ours stays as it is, but for them.
 *
 * @returns nothing when they are there already
 */
const withLines = (
  hook: ClientHook,
  file: string,
  before: string | undefined,
  {
    lines,
    header,
    executable,
  }: { readonly lines: string; readonly header: string; readonly executable: boolean },
): Change[] => {
  if (before === undefined || before.trim() === '') {
    return [
      { kind: 'file', file, after: header + lines, executable, ...(before === undefined ? {} : { before }) },
    ]
  }
  const text = before.replaceAll('\r\n', '\n')
  const isOld = block.test(text)
  const fresh = text.replace(block, () => lines)
  const after = withEndsOf(before, fresh)
  if (isOld ? fresh === text : runsTacet(text, hook)) {
    const runs = !executable || process.platform === 'win32' || (statSync(file).mode & 0o100) !== 0
    return runs ? [] : [{ kind: 'file', file, before, after: before, executable }]
  }
  if (isOld) return [{ kind: 'file', file, before, after, executable }]
  if (!isShell(text)) return [byHand(file, 'is no shell script', lines)]
  // It would find nothing left of what Git writes to it.
  if (hook === 'pre-push')
    return [byHand(file, 'may read what Git writes to it, which can be read but once', handedOn)]
  const at = head.exec(text)![0].length
  const joined = at === text.length ? appended(text, lines) : `${text.slice(0, at)}${lines}${text.slice(at)}`
  return [{ kind: 'file', file, before, after: withEndsOf(before, joined), executable }]
}

/** A hook that Git runs itself. */
export const plainHook = (hook: ClientHook, project: Project, before: string | undefined): Change[] =>
  withLines(hook, join(project.hooks, hook), before, {
    lines: script(hook, project),
    header: '#!/bin/sh\n',
    executable: true,
  })

/** A hook that husky runs, with the programs of the project on the PATH since version 9. */
export const huskyHook = (
  hook: ClientHook,
  file: string,
  before: string | undefined,
  { run, isOld }: { readonly run: string; readonly isOld: boolean },
): Change[] => {
  const command = hookCommand(hook)
  const needsRunner = isOld || (before?.includes('husky.sh') ?? false)
  const header = needsRunner ? '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\n' : ''
  const lines = `${needsRunner ? `${run} ${command}` : command}\n`
  // It hands the file to a shell.
  return withLines(hook, file, before, { lines, header, executable: false })
}
