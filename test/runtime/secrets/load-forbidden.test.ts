import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const runtime = join(import.meta.dirname, '../../../packages/runtime/dist/index.js')
const value = fakeSecret('forbidden')

/** Changes who may do what, until the test is over. */
function permit(path: string, mode: number): void {
  chmodSync(path, mode)
  onTestFinished(() => chmodSync(path, 0o755))
}

/** What a process is told that is nobody in particular: root may read everything. */
function told(root: string, source: string): string {
  const program = `
    import { checkSecrets, env, file, loadSecrets } from ${JSON.stringify(runtime)}
    import { discover } from ${JSON.stringify(runtime.replace('index.js', 'secrets/discover.js'))}
    if (process.getuid() === 0) {
      process.setgroups([])
      process.setgid(65534)
      process.setuid(65534)
    }
    const options = { root: ${JSON.stringify(join(root, 'mounted'))}, dotenv: { folder: ${JSON.stringify(root)} }, env: {} }
    try {
      ${source}
    } catch (error) {
      console.log(error.message, error.cause?.code)
    }
  `
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  })
  const all = (stdout + stderr).replaceAll(root, '<root>')
  expect(all.includes(value)).toBe(false)
  return all.trim()
}

function mounted(): string {
  const root = tempTree({
    'mounted/key': value,
    'mounted/other': value,
    '.env': `KEY=${value}\n`,
  })
  chmodSync(root, 0o755)
  return root
}

test('a file that this user may not read', () => {
  const root = mounted()
  permit(join(root, 'mounted/key'), 0o000)
  expect(told(root, "loadSecrets({ key: file('key', { optional: true }) }, options)")).toMatchInlineSnapshot(`
    "1 secret cannot be used:
      secret key cannot be read: <root>/mounted/key (EACCES). Let the user that runs this process read it and enter its folder; in a Pod, set fsGroup in the securityContext. EACCES"
  `)
  expect(told(root, "console.log(checkSecrets({ key: file('key') }, options)[0].state)")).toBe('unreadable')
  expect(
    told(root, 'console.log(String(discover({ ...options, exclude: ["other"] })))'),
  ).toMatchInlineSnapshot(`
    "0 redacted (leave one alone with exclude):
    2 left out (register one all the same with include):
      key (<root>/mounted/key): it cannot be read (EACCES)
      other (<root>/mounted/other): it is excluded"
  `)
})

test('a folder that this user may not enter', () => {
  const root = mounted()
  permit(join(root, 'mounted'), 0o000)
  expect(
    told(root, "loadSecrets({ key: file('key'), other: file('nowhere') }, options)"),
  ).toMatchInlineSnapshot(`
    "2 secrets cannot be used:
      secret key cannot be read: <root>/mounted/key (EACCES). Let the user that runs this process read it and enter its folder; in a Pod, set fsGroup in the securityContext.
      secret nowhere cannot be read: <root>/mounted/nowhere (EACCES). Let the user that runs this process read it and enter its folder; in a Pod, set fsGroup in the securityContext. EACCES"
  `)
  expect(told(root, 'console.log(String(discover(options)))')).toMatchInlineSnapshot(`
    "0 redacted (leave one alone with exclude):
    1 left out (register one all the same with include):
      . (<root>/mounted): it cannot be listed (EACCES)"
  `)
})

test('a folder whose files this user may read, and not list', () => {
  const root = mounted()
  permit(join(root, 'mounted'), 0o111)
  expect(told(root, "console.log(loadSecrets({ key: file('key') }, options).key.reveal().length)")).toBe('32')
  expect(told(root, "loadSecrets({ key: file('nowhere') }, options)")).toMatchInlineSnapshot(`
    "1 secret cannot be used:
      secret nowhere not found: looked for <root>/mounted/nowhere.
    On your machine: put variables into a .env file that Git ignores, and files into a folder that
    TACET_SECRETS_DIR names. In a cluster: add the key to the store that the Kubernetes Secret is synced from, then see
    that it arrives (kubectl get externalsecret) and reaches the container (kubectl describe pod). undefined"
  `)
})

test('a folder in the place of a file, which this user may not read', () => {
  const root = mounted()
  permit(join(root, 'mounted'), 0o000)
  expect(
    told(root, "loadSecrets({ key: file('mounted') }, { ...options, root: options.root + '/..' })"),
  ).toMatchInlineSnapshot(`
    "1 secret cannot be used:
      secret mounted cannot be read: <root>/mounted is a folder. Name a file in it: file('mounted/…'). undefined"
  `)
})

test('an .env file that this user may not read', () => {
  const root = mounted()
  permit(join(root, '.env'), 0o000)
  expect(told(root, "loadSecrets({ key: env('KEY') }, options)")).toMatchInlineSnapshot(`
    "1 secret cannot be used:
      secret KEY not found: looked in the environment (not set), <root>/.env (cannot be read: EACCES).
    On your machine: put variables into a .env file that Git ignores, and files into a folder that
    TACET_SECRETS_DIR names. In a cluster: add the key to the store that the Kubernetes Secret is synced from, then see
    that it arrives (kubectl get externalsecret) and reaches the container (kubectl describe pod). undefined"
  `)
})
