import { closest } from '@tacet/scanner/closest'
import { describe, expect, it } from 'vitest'
import { type OptionTable, parseArguments } from '../../packages/cli/src/arguments.ts'
import { parseByteSize } from '../../packages/cli/src/byte-size.ts'
import { CommandError } from '../../packages/cli/src/errors.ts'

const table = {
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    choices: ['text', 'json'],
    default: 'text',
    summary: '',
  },
  output: { type: 'string', short: 'o', value: 'FILE', summary: '' },
  quiet: { type: 'boolean', short: 'q', summary: '' },
  verbose: { type: 'boolean', short: 'v', summary: '' },
} as const satisfies OptionTable

const messageOf = (args: readonly string[]): string => {
  try {
    parseArguments(args, table)
  } catch (error) {
    if (error instanceof CommandError && error.code === 'usage') return error.message
    throw error
  }
  throw new Error('it was accepted')
}

describe('parseArguments', () => {
  it('fills in defaults', () => {
    expect(parseArguments([], table)).toEqual({
      values: { format: 'text', output: undefined, quiet: false, verbose: false },
      operands: [],
    })
  })

  it.each([
    [['--format', 'json', 'a', 'b']],
    [['--format=json', 'a', 'b']],
    [['a', '-f', 'json', 'b']],
    [['a', 'b', '-fjson']],
    [['-f', 'text', 'a', '--format', 'json', 'b']],
  ])('reads options in every place and spelling: %j', (args) => {
    const { values, operands } = parseArguments(args, table)
    expect(values.format).toBe('json')
    expect(operands).toEqual(['a', 'b'])
  })

  it('reads grouped short options, a single dash and what follows two dashes', () => {
    const { values, operands } = parseArguments(['-qv', '-', '--output=--odd', '--', '--format', '-x'], table)
    expect(values).toMatchObject({ quiet: true, verbose: true, output: '--odd' })
    expect(operands).toEqual(['-', '--format', '-x'])
  })

  it.each([
    [['--formt', 'json'], 'unknown option --formt: did you mean --format?'],
    [['--outptu'], 'unknown option --outptu: did you mean --output?'],
    [['--verb'], 'unknown option --verb: did you mean --verbose?'],
    [['--xyzzy'], 'unknown option --xyzzy'],
    [['-qx'], 'unknown option -x'],
    [['--constructor'], 'unknown option --constructor'],
    [['--output'], 'option --output needs a value: --output FILE'],
    [['--output', '--quiet'], 'option --output needs a value: --output FILE'],
    [['--output='], 'option --output needs a value: --output FILE'],
    [['-f'], 'option -f needs a value: -f FORMAT'],
    [['--quiet=yes'], 'option --quiet takes no value'],
    [['--format', 'jsno'], 'unknown format "jsno": did you mean json?'],
    [['--format', 'yaml'], 'unknown format "yaml": choose one of text, json'],
    [['--format', 'json', '--format', 'yaml'], 'unknown format "yaml": choose one of text, json'],
  ])('refuses %j', (args, message) => {
    expect(messageOf(args)).toBe(message)
  })
})

describe('closest', () => {
  const words = ['format', 'output', 'quiet', 'verbose', 'version', 'min-confidence']

  it.each([
    ['formt', 'format'],
    ['fromat', 'format'],
    ['FORMAT', 'format'],
    ['formatt', 'format'],
    ['min', 'min-confidence'],
    ['min-confidense', 'min-confidence'],
    ['verison', 'version'],
    ['quite', 'quiet'],
  ])('takes %s for %s', (typed, word) => {
    expect(closest(typed, words)).toBe(word)
  })

  it.each(['', 'x', 'zzzzzz', 'ver', 'formidable'])('does not guess at %j', (typed) => {
    expect(closest(typed, words)).toBeUndefined()
  })
})

describe('parseByteSize', () => {
  it.each([
    ['1', 1],
    ['1000', 1000],
    ['10kb', 10_000],
    ['10 KB', 10_000],
    ['1.5MB', 1_500_000],
    ['2MiB', 2_097_152],
    ['1g', 1_000_000_000],
    ['3B', 3],
  ])('reads %s as %i bytes', (text, bytes) => {
    expect(parseByteSize(text, '--size')).toBe(bytes)
  })

  it.each(['', '0', '0.5', '-1', 'lots', '10XB', '1e6', '1..5', '99999999999GB', '1 0'])(
    'refuses %j',
    (text) => {
      expect(() => parseByteSize(text, '--size')).toThrow(
        `--size is no size: ${JSON.stringify(text)}; write it like 500KB or 20MB`,
      )
    },
  )
})
