import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileName, isProgram, pages } from './pages.ts'
import { pattern, runSession, stepsOf } from './session.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

// What a page shows is what happens: its programs compile, and those that have a name (`// orders.mjs`, in the first
// line) are run by the commands of its `console` blocks, which print what stands there.

let workspace: Workspace

beforeAll(async () => {
  workspace = await createWorkspace(pages)
})

afterAll(() => workspace?.remove())

test('every program in the pages compiles, strictly', async () => {
  expect(pages.flatMap(({ blocks }) => blocks.filter(isProgram)).length).toBeGreaterThan(10)
  expect(await workspace.check()).toEqual([])
})

describe.each(pages.map((page) => [page.path, page] as const))('%s', (_, page) => {
  const sessions = page.blocks.filter(({ language }) => language === 'console')
  const typed = sessions.map(({ text }) => text).join('\n')
  const programs = page.blocks.filter(isProgram)

  test('every program that has a name is run, or imported by one that is', () => {
    const names = programs.map(fileName).filter((name) => name !== undefined)
    const code = programs.map(({ text }) => text).join('\n')
    expect(names.filter((name) => !typed.includes(name) && !code.includes(`'./${name}'`))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  test.for(sessions)('line $line prints what it says', async (block, { signal }) => {
    const steps = stepsOf(workspace.adapt(block.text))
    const outcomes = await runSession(steps, workspace.folder(page), signal)
    expect(outcomes.length).toBeGreaterThan(0)
    for (const [index, { command, output }] of outcomes.entries()) {
      expect(output, command).toMatch(pattern(steps[index]!.lines))
    }
  })
})
