import { execFileSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { CommandError, codeOf } from '../errors.ts'
import type { Change, FileChange, SettingChange } from './change.ts'
import { isWithin, type Project, realPath } from './project.ts'

const cannotWrite = (name: string, error: unknown): CommandError =>
  new CommandError('output', `cannot write ${name} (${codeOf(error)}): check that you may write there`, {
    cause: error,
  })

/** What there is of a path. */
const existing = (path: string): string => (existsSync(path) ? path : existing(dirname(path)))

/** How a file is called in what is shown. */
export const nameOf = (file: string, { root }: Project): string =>
  (isWithin(file, root) ? relative(root, file) : file).replaceAll('\\', '/')

/**
 * Makes sure that files can be written, before any of them is.
 *
 * @throws CommandError with the code `output`
 */
export const checkFiles = (changes: readonly Change[], project: Project): void => {
  for (const change of changes) {
    if (change.kind !== 'file') continue
    const name = nameOf(change.file, project)
    // A link in a repository may lead anywhere.
    const real = realPath(change.file)
    if (isWithin(change.file, project.root) && !isWithin(real, project.root)) {
      throw new CommandError('output', `cannot write ${name}: a link leads out of the repository, to ${real}`)
    }
    try {
      const at = existing(change.file)
      accessSync(at, constants.W_OK)
      if (at !== change.file && !statSync(at).isDirectory()) {
        throw new CommandError('output', `cannot write ${name}: ${at} is no folder`)
      }
    } catch (error) {
      throw error instanceof CommandError ? error : cannotWrite(name, error)
    }
  }
}

const writeFile = ({ file, after, executable }: FileChange, project: Project): void => {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, after)
    if (executable) chmodSync(file, statSync(file).mode | 0o111)
  } catch (error) {
    throw cannotWrite(nameOf(file, project), error)
  }
}

/** Whether a setting of the repository is as it should be already. */
const isSet = ({ name, value }: SettingChange, { root }: Project): boolean => {
  try {
    const stdio = 'pipe'
    return (
      execFileSync('git', ['config', '--local', name], { cwd: root, stdio, encoding: 'utf8' }).trim() ===
      value
    )
  } catch {
    return false
  }
}

/** The changes but those that are made already. */
export const withoutMade = (changes: readonly Change[], project: Project): readonly Change[] =>
  changes.filter((change) => change.kind !== 'setting' || !isSet(change, project))

const setSetting = ({ name, value }: SettingChange, { root }: Project): void => {
  try {
    execFileSync('git', ['config', '--local', name, value], { cwd: root, stdio: 'pipe', windowsHide: true })
  } catch (error) {
    throw new CommandError(
      'output',
      `Git cannot write its setting ${name}: check that you may write to .git/config`,
      {
        cause: error,
      },
    )
  }
}

/** @throws CommandError with the code `output` */
export const applyChange = (change: Change, project: Project): void => {
  if (change.kind === 'file') writeFile(change, project)
  else if (change.kind === 'setting') setSetting(change, project)
}
