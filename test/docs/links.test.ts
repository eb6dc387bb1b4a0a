import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { pages } from './pages.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

function withoutBlocks(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '')
}

/** The anchors that the headings of a page get, as GitHub names them. */
function anchorsOf(text: string): string[] {
  return Array.from(withoutBlocks(text).matchAll(/^#+ (.*)$/gm), ([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
}

function relativeLinks(text: string): string[] {
  const targets = Array.from(withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target!)
  return targets.filter((target) => !/^[a-z]+:/.test(target))
}

test('every page is reached from another', () => {
  const reached = pages.flatMap(({ path, text }) =>
    relativeLinks(text).map((target) => join(dirname(path), target.split('#')[0]!)),
  )
  const alone = pages.filter(
    ({ path }) => ![path, dirname(path)].some((name) => reached.includes(normalize(name))),
  )
  expect(alone.map(({ path }) => path)).toEqual([])
})

test.each(pages.map((page) => [page.path, page] as const))(
  'the links of %s lead somewhere',
  (path, { text }) => {
    const dead = relativeLinks(text).filter((target) => {
      const [name, anchor] = target.split('#')
      const file = name ? join(root, dirname(path), name) : join(root, path)
      if (!existsSync(file)) return true
      return anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor)
    })
    expect(dead).toEqual([])
  },
)
