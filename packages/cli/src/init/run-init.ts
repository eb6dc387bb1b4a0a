import { createInterface } from 'node:readline'
import { painter, printable } from '@tacet/scanner'
import { unknownWord, type Values } from '../arguments.ts'
import { showsColor } from '../color.ts'
import { CommandError } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'
import { ClosedPipeError, streamSink } from '../output.ts'
import type { Terminal } from '../terminal.ts'
import { applyChange, checkFiles, nameOf, withoutMade } from './apply.ts'
import { type Change, diffOf } from './change.ts'
import type { Integration } from './integration.ts'
import { baseline } from './integrations/baseline.ts'
import { config } from './integrations/config.ts'
import { github } from './integrations/github.ts'
import { gitlab } from './integrations/gitlab.ts'
import { hooks } from './integrations/hooks.ts'
import { husky } from './integrations/husky.ts'
import { lefthook } from './integrations/lefthook.ts'
import { lintStaged } from './integrations/lint-staged.ts'
import { preCommit } from './integrations/pre-commit.ts'
import { type initOptions, thingsToSetUp } from './options.ts'
import { dependsOn, openProject, type Project } from './project.ts'

const integrations: Readonly<Record<(typeof thingsToSetUp)[number], Integration>> = {
  husky,
  lefthook,
  'pre-commit': preCommit,
  'lint-staged': lintStaged,
  hooks,
  github,
  gitlab,
  baseline,
  config,
}

interface Offer {
  readonly name: string
  readonly integration: Integration
  readonly found: string | undefined
}

const offersOf = (project: Project, names: readonly string[]): { offers: Offer[]; others: Offer[] } => {
  const unknown = names.find((name) => !Object.hasOwn(integrations, name))
  if (unknown !== undefined) throw unknownWord('thing to set up', unknown, thingsToSetUp)
  const all = thingsToSetUp.map((name) => {
    const integration = integrations[name]
    return { name, integration, found: integration.find(project) }
  })
  if (names.length > 0) return { offers: all.filter(({ name }) => names.includes(name)), others: [] }
  const used = all.filter(({ found }) => found !== undefined)
  const runner = used.find(({ integration }) => integration.runsHooks)
  const isOffered = (offer: Offer) => !offer.integration.runsHooks || offer === runner
  const others = used.filter((offer) => !isOffered(offer) && offer.name !== 'hooks')
  return { offers: used.filter(isOffered), others }
}

/** A change as it is shown. What a repository calls its files is not obeyed by a terminal. */
const shown = (change: Change, project: Project): string => {
  if (change.kind === 'setting') return `git config ${change.name} ${JSON.stringify(change.value)}\n`
  if (change.kind === 'by-hand') {
    return `By hand: ${printable(change.why)}\n${change.lines.map((line) => `    ${printable(line)}\n`).join('')}`
  }
  const name = printable(nameOf(change.file, project))
  if (change.before === change.after) return `${name}: is made executable\n`
  return diffOf(change, name).replace(/^.*$/gm, (line) => printable(line))
}

const coloured = (diff: string, paint: ReturnType<typeof painter>): string =>
  diff.replace(/^[+-].*$/gm, (line) => paint(line.startsWith('+') ? 'green' : 'red', line))

/** Asks on the terminal, one question after the other; Enter is yes. Whoever leaves has not agreed. */
const asker = ({ stdin, stdout, signal }: Terminal) => {
  // Without an output, it leaves Ctrl-C to the process.
  const reader = createInterface({ input: stdin })
  const lines = reader[Symbol.asyncIterator]()
  const close = (): void => reader.close()
  signal.addEventListener('abort', close, { once: true })
  return {
    async agrees(question: string): Promise<boolean> {
      stdout.write(`${question} [Y/n] `)
      const { done, value } = await lines.next()
      if (done === true) stdout.write('\n')
      return done !== true && /^(?:y(?:es)?)?$/i.test(value.trim())
    },
    close,
  }
}

const isTerminal = ({ stdin, stdout }: Terminal): boolean =>
  'isTTY' in stdin && stdin.isTTY === true && stdout.isTTY === true

const nextSteps = (offers: readonly Offer[], project: Project): string[] => {
  const isInstalled = project.manifest === undefined || dependsOn(project, '@tacet/cli') !== undefined
  const usesIt = offers.some(({ name }) => !['pre-commit', 'github', 'gitlab', 'config'].includes(name))
  const install =
    project.manifest === undefined
      ? 'npm install --global @tacet/cli'
      : `${project.packageManager.add} @tacet/cli`
  return [
    ...(usesIt && (!isInstalled || project.manifest === undefined) ? [install] : []),
    ...offers.flatMap(({ integration }) => integration.after?.(project) ?? []),
  ]
}

/** Prints; a reader who has seen enough of it is no failure. */
const printer = ({ stdout }: Terminal): ((text: string) => Promise<void>) => {
  const sink = streamSink(stdout)
  return async (text) => {
    try {
      await sink.write(text)
    } catch (error) {
      if (!(error instanceof ClosedPipeError)) throw error
    }
  }
}

/** Shows, asks and writes, as the options of `tacet init` say. */
export const runInit = async (
  values: Values<typeof initOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const { yes, 'dry-run': dryRun } = values
  const project = await openProject(values['pre-push'], terminal)
  const { offers, others } = offersOf(project, operands)
  const paint = painter(showsColor(terminal.stdout))
  const print = printer(terminal)
  const mayAsk = isTerminal(terminal) && !yes && operands.length === 0 && !dryRun
  await print(`Repository: ${printable(project.root)}\n`)
  const planned = offers.map((offer) => ({
    ...offer,
    changes: withoutMade(offer.integration.plan(project), project),
  }))
  if (!dryRun)
    checkFiles(
      planned.flatMap(({ changes }) => changes),
      project,
    )
  const person = mayAsk ? asker(terminal) : undefined
  const done: Offer[] = []
  let isLeft = false
  for (const { changes, ...offer } of planned) {
    const { integration, found } = offer
    const where = found === undefined ? '' : ` (${printable(found)})`
    await print(`\n${paint('bold', `${integration.title}${where}`)}: ${integration.does}\n`)
    if (changes.length === 0) {
      await print('Is set up already.\n')
      continue
    }
    await print(changes.map((change) => coloured(shown(change, project), paint)).join(''))
    isLeft ||= changes.some(({ kind }) => kind === 'by-hand')
    const toDo = changes.filter(({ kind }) => kind !== 'by-hand')
    if (dryRun || toDo.length === 0) continue
    if (person ? await person.agrees('Write this?') : yes || operands.length > 0) {
      for (const change of toDo) applyChange(change, project)
      done.push(offer)
    }
    if (terminal.signal.aborted) break
  }
  person?.close()
  for (const { name, integration, found } of others) {
    await print(
      `\nAlso here: ${integration.title} (${printable(found!)}); one of them is enough, or else: tacet init ${name}\n`,
    )
  }
  const steps = nextSteps(done, project)
  if (done.length > 0)
    await print(`\nWritten: ${done.map(({ integration }) => integration.title).join(', ')}.\n`)
  if (steps.length > 0) await print(`Next:\n${steps.map((step) => `    ${step}\n`).join('')}`)
  const isWaiting = planned.some(({ changes }) => changes.some(({ kind }) => kind !== 'by-hand'))
  if (isWaiting && !dryRun && !mayAsk && !yes && operands.length === 0) {
    throw new CommandError(
      'usage',
      'nothing was written, for there is no terminal to ask on: give --yes, or the names of what to set up',
    )
  }
  return isLeft ? 1 : exitCodes.clean
}
