import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSecrets, env, file } from '@tacet/runtime'
import { generate } from 'selfsigned'
import { describe, expect, it } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const now = new Date('2030-06-15T00:00:00Z')
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000)

const token = (exp: number | undefined): string =>
  [{ alg: 'HS256' }, { sub: 'a', exp }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(fakeSecret('signature', 43))
    .join('.')

const certificate = async (ends: Date): Promise<string> => {
  const { cert } = await generate([{ name: 'commonName', value: 'service.test' }], {
    notBeforeDate: new Date('2029-01-01T00:00:00Z'),
    notAfterDate: ends,
  })
  return cert
}

const check = (variables: Record<string, string>) =>
  checkSecrets({ secret: env('SECRET') }, { env: variables, root: '/nowhere', now })[0]!

describe('checkSecrets', () => {
  it.each([
    [inDays(-1), 'expired', false, ['ended on 2030-06-14']],
    [inDays(29), 'present', true, ['ends on 2030-07-14']],
    [inDays(31), 'present', true, []],
  ])('tells when a JSON Web Token that ends on %s ends', (end, state, ok, notes) => {
    const status = check({ SECRET: token(end.getTime() / 1000) })
    expect(status).toMatchObject({ state, ok, expires: end, notes })
  })

  it('takes a token without an end, and text that only looks like one, as they are', () => {
    expect(check({ SECRET: token(undefined) })).not.toHaveProperty('expires')
    expect(check({ SECRET: `${fakeSecret('a')}.${fakeSecret('b')}.${fakeSecret('c')}` })).not.toHaveProperty(
      'expires',
    )
  })

  it('tells of a chain of certificates when the first of them ends', async () => {
    const chain = [await certificate(inDays(400)), await certificate(inDays(-3))].join('\n')
    const root = tempTree({ 'tls.crt': chain })
    const [status] = checkSecrets({ tls: file('tls.crt') }, { root, env: {}, now })
    expect(status).toMatchObject({ state: 'expired', ok: false, expires: inDays(-3) })
  })

  it.skipIf(process.platform === 'win32')('notes a file that everyone can read', () => {
    const root = tempTree({ 'a.key': fakeSecret('a') })
    writeFileSync(join(root, 'b.key'), fakeSecret('b'), { mode: 0o600 })
    chmodSync(join(root, 'a.key'), 0o644)
    const statuses = checkSecrets({ a: file('a.key'), b: file('b.key') }, { root, env: {}, now })
    expect(statuses.map(({ notes }) => notes)).toEqual([['every user can read it (mode 0644)'], []])
  })

  it('tells those that are missing, empty or optional, with what to do and without a value', () => {
    const value = fakeSecret('there')
    const statuses = checkSecrets(
      {
        a: env('A'),
        b: env('B'),
        c: env('C', { optional: true }),
        d: env('D', { default: 'd' }),
        e: env('E'),
      },
      { env: { A: '', E: value }, root: '/nowhere', now },
    )
    expect(statuses.map(({ state, ok }) => [state, ok])).toEqual([
      ['empty', false],
      ['missing', false],
      ['absent', true],
      ['default', true],
      ['present', true],
    ])
    expect(JSON.stringify(statuses)).not.toContain(value)
  })
})
