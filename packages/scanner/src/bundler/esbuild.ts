import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { createBundleCheck } from './check.ts'
import { describeLeaks } from './describe.ts'
import type { BundleOptions } from './options.ts'
import type { Module, Output } from './output.ts'

interface OutputFile {
  readonly path: string
  readonly contents: Uint8Array
}

interface BuildResult {
  outputFiles?: OutputFile[] | undefined
  readonly metafile?:
    | { readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>> }
    | undefined
}

/** What is used of a build of esbuild. */
export interface EsbuildBuild {
  readonly initialOptions: { write?: boolean; metafile?: boolean; absWorkingDir?: string }
  onEnd(
    listener: (result: BuildResult) => Promise<{
      readonly errors?: { readonly text: string }[]
      readonly warnings?: { readonly text: string }[]
    }>,
  ): void
}

const read = async (id: string, folder: string): Promise<Module> => ({
  id,
  // What a plugin made is in no file.
  text: await readFile(resolve(folder, id), 'utf8').catch(() => ''),
})

const outputOf = async (
  { path, contents }: OutputFile,
  metafile: BuildResult['metafile'],
  folder: string,
): Promise<Output> => {
  const file = relative(folder, path).replaceAll('\\', '/')
  const inputs = Object.keys(metafile?.outputs[file]?.inputs ?? {})
  const modules = await Promise.all(inputs.map((id) => read(id, folder)))
  return { file, content: contents, modules: () => modules }
}

/**
 * A plugin for esbuild, by which a build fails, and writes nothing, whose output holds a secret: one that a rule knows,
 * or one of your own values in any form. It writes the files itself, once it has looked at them.
 *
 *     plugins: [tacetEsbuild({ values: { STRIPE_KEY: process.env.STRIPE_KEY } })]
 *
 * What is wrong with the options, or with the configuration, is told when the build starts, by a ScanError.
 */
export function tacetEsbuild(options: BundleOptions = {}) {
  return {
    name: 'tacet',
    setup(build: EsbuildBuild): void {
      const { initialOptions } = build
      const { write = true, absWorkingDir = process.cwd() } = initialOptions
      const checks = createBundleCheck(options, absWorkingDir)
      initialOptions.write = false
      initialOptions.metafile = true
      build.onEnd(async (result) => {
        const { outputFiles = [], metafile } = result
        const outputs = await Promise.all(outputFiles.map((file) => outputOf(file, metafile, absWorkingDir)))
        const leaks = checks.check(outputs)
        const notes = checks.variables.leftOut.map((reason) => ({
          text: `Tacet does not look for ${reason}.`,
        }))
        const problem = leaks.length === 0 ? [] : [{ text: describeLeaks(leaks) }]
        if (problem.length > 0 && options.mode !== 'warn') return { errors: problem, warnings: notes }
        if (write) await writeAll(outputFiles)
        return { warnings: [...notes, ...problem] }
      })
    },
  }
}

// As esbuild does it: what begins with `#!` can be started.
const isCommand = ([first, second]: Uint8Array): boolean => first === 0x23 && second === 0x21

const writeAll = async (files: readonly OutputFile[]): Promise<void> => {
  for (const { path, contents } of files) {
    // Without a folder to write to, esbuild prints.
    if (path === '<stdout>') process.stdout.write(contents)
    else {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, contents, { mode: isCommand(contents) ? 0o777 : 0o666 })
    }
  }
}
