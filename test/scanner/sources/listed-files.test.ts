import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listEarly, listedFiles } from '../../../packages/scanner/src/sources/listed-files.ts'
import { tempRepository } from '../../helpers/temp-tree.ts'

const names = (listed: Buffer | undefined): string => String(listed)

test('what Git was asked for early is taken once, by who wants all of that work tree', async () => {
  const root = tempRepository({ 'a.txt': 'a', 'sub/b.txt': 'b' })
  listEarly(root)
  expect(names(await listedFiles(root, join(root, 'sub'), undefined))).not.toContain('a.txt')
  const early = names(await listedFiles(root, root, undefined))
  expect(early).toContain('sub/b.txt')
  writeFileSync(join(root, 'later.txt'), '')
  expect(names(await listedFiles(root, root, undefined))).toContain('later.txt')
})

test('it ends when the scan is stopped', async () => {
  const root = tempRepository({ 'a.txt': 'a' })
  listEarly(root)
  expect(await listedFiles(root, root, AbortSignal.abort())).toBeUndefined()
})

test('where Git says no, it says so to who asks', async () => {
  const root = join(tempRepository({}), 'nothing-here')
  listEarly(root)
  expect(await listedFiles(root, root, undefined)).toBeUndefined()
})
