import { alphabets, placeholder } from '@tacet/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const seed = 20_261_124
const text = (alphabet: string, min: number, max = min): fc.Arbitrary<string> =>
  fc.noBias(fc.string({ unit: fc.constantFrom(...alphabet), minLength: min, maxLength: max }))
const random = (length: number): string => fc.sample(text(alphabets.alnum, length), { seed, numRuns: 1 })[0]!

const drops: Record<string, readonly string[]> = {
  'samples of vendors and standards': [
    `AKIA${'Q'.repeat(9)}EXAMPLE`,
    `123456:ABC-DEF${'9h'.repeat(10)}`,
    `ghp_16C7e42F${'x9'.repeat(14)}`,
    'devstoreaccount1',
    'put your unique phrase here',
    'SomeRandomString',
    'JBSWY3DPEHPK3PXP',
    'GEZDGNBVGY3TQOJQGEZDGNBV',
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '12345678-1234-1234-1234-123456789012',
    '111122223333',
    `${'test '.repeat(11)}junk`,
  ],
  filler: [
    'xxxxxxxxxxxx',
    'XXXX',
    '0000000000000000',
    '****************',
    'abababababab',
    'deadbeefdeadbeef',
    'foobarfoobar',
    'abcdefghijklmnop',
    '0123456789abcdef',
    '987654321',
    'abc...xyz',
    'sk-…',
    '1234********5678',
    '••••••••',
    'aabbaabbccaabbccaabb',
    `${'abcd'.repeat(2)}${'1234'.repeat(3)}`,
    `7${'C'.repeat(6)}b${'0'.repeat(5)}dd${'9'.repeat(8)}`,
  ],
  'instructions and empty values': [
    'your-api-key',
    'YOUR_TOKEN',
    'yourpassword',
    'put-key-here',
    'INSERT_TOKEN',
    'replace-me',
    'enter your password',
    'changeme',
    'change_this',
    'CHANGE_IN_PRODUCTION',
    'todo',
    'none',
    'null',
    'n/a',
    'false',
    'not-a-real-key',
    'dev-only-not-a-real-key',
    'notasecret',
    '[REDACTED]',
    'redacted',
    'example-token',
    'my_test_key',
    'dummy',
    'some.sample.value',
    'password',
    'access_token',
  ],
  'templates and references': [
    '<your token>',
    '<API_KEY>',
    '{token}',
    '[password]',
    '$PASSWORD',
    '$(cat /run/secret)',
    '{{ .Values.password }}',
    '{{password}}',
    '<%= ENV["KEY"] %>',
    '#{secret}',
    '%(password)s',
    '%PASSWORD%',
    '__PASSWORD__',
    ':password',
    '@password',
    '!Ref DbPassword',
    'op://vault/item/field',
    'arn:aws:secretsmanager:eu-west-1:123:secret:x',
    'projects/my-app/secrets/db/versions/latest',
    'ENC[AES256_GCM,data:abc]',
    '@Microsoft.KeyVault(SecretUri=https://x)',
    'process.env.API_KEY',
    'os.environ["KEY"]',
    'System.getenv("KEY")',
    'config.get("password")',
    'this.password',
    'self.token',
    'settings.SECRET_KEY',
    'readSecret(name)',
    'string | null',
    'Optional[str]',
    'str',
  ],
}

describe.each(Object.entries(drops))('%s', (_, values) => {
  it.each(values)('drops %s', (value) => expect(placeholder(value)?.effect).toBe('drop'))
})

describe('doubtful values', () => {
  it.each([
    'qwerty4711',
    'my-secret-password',
    'supersecret',
    'superSecretPassword',
    'keyboard cat',
    'shhhhh',
    'P@ssw0rd',
    'admin123',
    'letmein!',
    `sk_test_${random(24)}`,
    `django-insecure-${random(40)}`,
    'dev-a1b2c3',
    `\${PASSWORD:-${random(12)}}`,
  ])('lowers %#', (value) => expect(placeholder(value)?.effect).toBe('lower'))
})

it('has nothing against what is drawn at random', () => {
  for (const name of ['alnum', 'base64', 'base64url', 'hex', 'base32', 'base58', 'lowerAlnum'] as const) {
    const values = fc.sample(text(alphabets[name], 16, 64), { seed, numRuns: 1000 })
    const doubts = values.map((value) => placeholder(value)?.reason).filter((reason) => reason !== undefined)
    expect(doubts.length, `${name}: ${[...new Set(doubts)]}`).toBeLessThan(4)
  }
})

it('says why without the value', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(drops).flat()), (value) => {
      const { reason } = placeholder(value)!
      return value.length < 8 || !reason.includes(value)
    }),
    { seed, numRuns: 200 },
  )
})

describe('the surroundings', () => {
  const value = random(20)

  it.each([
    ['a name that the value repeats', { name: 'apiKey' }, 'api-key', 'drop'],
    ['a login at an example host', { line: `db: pg://app:${value}@db.example.com/x` }, value, 'drop'],
    ['an example host', { line: `curl https://api.example.com -H ${value}` }, value, 'lower'],
    ['a local host', { line: `pg://app:${value}@localhost/x` }, value, 'lower'],
    ['a line that says example', { line: `# for example ${value}` }, value, 'lower'],
    ['an assertion', { line: `expect(token).toBe('${value}')` }, value, 'lower'],
    ['a name that says test', { name: 'TEST_TOKEN' }, value, 'lower'],
    ['an example file', { path: 'config/.env.example' }, value, 'lower'],
    ['a test', { path: 'src/login.test.ts' }, value, 'lower'],
    ['a folder of fixtures', { path: 'a/fixtures/b.json' }, value, 'lower'],
    ['documentation', { path: 'README.md' }, value, 'lower'],
    ['documentation', { path: 'docs-of-it/CHANGELOG.txt' }, value, 'lower'],
    ['a text that is no documentation', { path: 'keys.txt' }, value, undefined],
  ] as const)('%s', (_, surroundings, given, effect) => {
    expect(placeholder(given, surroundings)?.effect).toBe(effect)
  })

  it('do not matter when they say nothing', () => {
    expect(
      placeholder(value, { name: 'API_KEY', line: `API_KEY=${value}`, path: 'deploy/.env' }),
    ).toBeUndefined()
    expect(placeholder(value, { path: 'src/contest/latest.ts' })).toBeUndefined()
    expect(placeholder(value, { path: 'src/attestation.go' })).toBeUndefined()
  })

  it('drop before they lower', () => {
    expect(placeholder('changeme', { path: 'docs/README.md' })?.effect).toBe('drop')
  })
})
