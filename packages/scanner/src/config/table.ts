import { alphabets, endChecks } from '@tacet/core'
import { confidences } from '../detect/resolve.ts'
import type { EitherShape, ListShape, RecordShape, Shape, TextShape } from './shape.ts'

export const severities = ['critical', 'high', 'medium', 'low'] as const

const text = (about: string, longest = 1000): TextShape => ({ kind: 'text', about, longest })
const choice = (choices: readonly string[], about: string): TextShape => ({ kind: 'text', choices, about })
const list = (of: ListShape['of'], most: number, about: string): ListShape => ({
  kind: 'list',
  of,
  most,
  about,
})

const id = '[A-Za-z0-9][A-Za-z0-9._-]*'
const glob = text('A glob as in a .gitignore, relative to the folder of this file', 500)
const globs = (about: string, least = 0): ListShape => ({ ...list(glob, 500, about), least })
const threshold = choice(confidences, 'Findings that are less sure are hidden')
const owner = text('Who is to be told of what is found here: a name, a team, an address', 200)

const rules: Shape = {
  kind: 'map',
  most: 2000,
  about:
    'What to do with rules: each key is the id of one, a glob of ids (aws-*), or provider:NAME. Of several that fit, the last counts',
  of: {
    kind: 'either',
    of: [
      choice(['on', 'off'], 'Whether the rule is looked for'),
      {
        kind: 'record',
        oneOf: ['severity', 'threshold'],
        keys: { severity: choice(severities, 'How much harm a leak does'), threshold },
      },
    ],
  },
}

const allowEntry: RecordShape = {
  kind: 'record',
  about: 'Findings that are known to be none: all that is given must hold',
  required: ['reason'],
  oneOf: ['rule', 'path', 'value', 'valueRegex', 'commit'],
  keys: {
    reason: text('Why it is none, for those who read this later', 500),
    rule: text('The id of a rule, a glob of ids, or provider:NAME', 200),
    path: glob,
    value: text('The shape of the whole value: * stands for any characters, all else for itself', 200),
    valueRegex: text('A regular expression (RE2) that is searched for in the value', 1000),
    commit: {
      kind: 'text',
      pattern: ['[0-9a-f]{7,64}', 'the id of a commit, at least its first seven digits, in small letters'],
      about: 'The commit that brought it in; of use in a history only',
    },
    until: {
      kind: 'text',
      pattern: ['\\d{4}-\\d{2}-\\d{2}', 'a day like 2027-01-31'],
      about: 'The last day on which this holds',
    },
  },
}

const length = (about: string): Shape => ({ kind: 'number', min: 0, max: 1000, about })
const parts = (about: string): ListShape => list({ name: 'part', shape: () => part }, 64, about)
const alphabet = choice(Object.keys(alphabets), 'The characters of a run, by name')

const part: Shape = {
  kind: 'either',
  of: [
    text('These characters', 200),
    {
      kind: 'record',
      oneOf: ['chars', 'anyOf', 'oneOf', 'optional', 'secret'],
      exactly: true,
      keys: {
        chars: alphabet,
        anyOf: text('The characters of a run, each once', 200),
        length: length('How many characters the run has'),
        min: length('How many it has at least'),
        max: length('How many it has at most'),
        oneOf: list(parts('The parts of one of them'), 16, 'Several lists of parts, of which one is there'),
        optional: parts('Parts that may be missing'),
        secret: parts('What of the whole is the secret'),
      },
    },
  ],
}

const expressions = (about: string): ListShape => list(text('A regular expression (RE2)', 5000), 500, about)

const ruleAllow: RecordShape = {
  kind: 'record',
  about: 'Matches that are no findings: one of the kinds of test must hold, or with the condition and all',
  oneOf: ['commits', 'paths', 'regexes', 'stopwords'],
  keys: {
    description: text('Why'),
    condition: choice(['or', 'and'], 'Whether one test is enough (default: or)'),
    commits: list(text('The id of a commit', 64), 500, 'Commits'),
    paths: expressions('Searched for in the path'),
    regexes: expressions('Searched for in the secret'),
    regexTarget: choice(['secret', 'match', 'line'], 'What they are searched for in (default: secret)'),
    stopwords: list(text('A text', 500), 2000, 'Texts that the secret contains, ignoring case'),
  },
}

const requiredRule: RecordShape = {
  kind: 'record',
  about: 'Another rule of your own that must match near',
  required: ['id'],
  keys: {
    id: text('Its id', 100),
    withinLines: { kind: 'number', min: 0, max: 100_000, about: 'So many lines up or down at most' },
    withinColumns: { kind: 'number', min: 0, max: 100_000, about: 'So many columns to either side at most' },
  },
}

export const customRule: RecordShape = {
  kind: 'record',
  required: ['id', 'title'],
  oneOf: ['parts', 'regex', 'path'],
  keys: {
    id: {
      kind: 'text',
      pattern: [id, 'letters, digits, - and _'],
      longest: 100,
      about: 'Its name in reports',
    },
    title: text('What it finds, in words', 300),
    description: text('More about it', 500),
    provider: text('Whose credential it is', 80),
    severity: choice(severities, 'How much harm a leak does (default: high)'),
    confidence: choice(confidences, 'How sure a match is (default: high)'),
    reference: text('A page that describes the credential', 300),
    revoke: text('The page on which it can be revoked', 300),
    parts: { ...parts('The form of the credential, piece by piece'), least: 1 },
    checksum: {
      kind: 'record',
      about: 'A check that ends the credential: its digits follow the parts',
      required: ['algorithm'],
      keys: {
        algorithm: choice(Object.keys(endChecks), 'What is computed, and how it is written'),
        after: text('A text that the credential begins with, and that is not checked', 60),
        strict: {
          kind: 'boolean',
          about: 'Whether what it does not hold for is no credential (default: false)',
        },
      },
    },
    context: {
      kind: 'record',
      about: 'Words one of which must stand near a credential that has no form of its own',
      required: ['words'],
      keys: {
        words: { ...list(text('At least three characters', 60), 20, 'The words'), least: 1 },
        reach: {
          kind: 'number',
          min: 1,
          max: 500,
          about: 'How far away a word may stand, in characters (default: 100)',
        },
        label: text('The name of a variable that holds it, as ACME_API_KEY', 60),
      },
    },
    regex: text('A regular expression (RE2)', 20_000),
    path: text(
      'A regular expression (RE2), searched for in the paths, from the folder of this file, that it looks at',
      5000,
    ),
    secretGroup: { kind: 'number', min: 0, max: 99, about: 'Which group is the secret' },
    entropy: {
      kind: 'number',
      min: 0,
      max: 8,
      fraction: true,
      about: 'The bits of Shannon entropy that a character must have',
    },
    tags: list(text('A word', 100), 50, 'For your own use'),
    allow: list(ruleAllow, 100, 'Matches that are no findings'),
    required: list(requiredRule, 20, 'Other rules that must match near'),
    skipReport: { kind: 'boolean', about: 'Whether it is only there for rules that require it' },
    keywords: list(text('A word', 100), 200, 'Only what holds one of these words is looked at'),
    examples: {
      ...list(
        text('{{random:alnum:32}} stands for generated characters', 2000),
        50,
        'Texts in which it must find something; auto: a generated sample',
      ),
      least: 1,
    },
    nonExamples: {
      ...list(
        text('{{random:alnum:32}} stands for generated characters', 2000),
        50,
        'Texts in which it must find nothing',
      ),
      least: 1,
    },
  },
}

const override: RecordShape = {
  kind: 'record',
  required: ['paths'],
  oneOf: ['rules', 'threshold', 'owner'],
  keys: { paths: globs('Where it holds', 1), rules, threshold, owner },
}

/** What a service needs at run time; not for the scanner, but in the same file. */
const declaredSecret: EitherShape = {
  kind: 'either',
  of: [
    text('The name of a variable', 300),
    {
      kind: 'record',
      oneOf: ['env', 'file'],
      exactly: true,
      keys: {
        env: text('The name of a variable', 300),
        file: text('The name of a mounted file', 300),
        optional: { kind: 'boolean', about: 'Whether it may be missing' },
        as: choice(['text', 'bytes'], 'What a file holds (default: text)'),
      },
    },
  ],
}

/** All that may stand in a `tacet.json`. */
export const table: RecordShape = {
  kind: 'record',
  about: 'How Tacet scans this folder and all below it',
  keys: {
    $schema: text('For editors'),
    extends: {
      kind: 'either',
      of: [
        text('A file, or the name of an installed package'),
        list(text('A file, or the name of an installed package'), 10, 'Several: the last counts most'),
      ],
      about:
        'Configurations that this one adds to: files of the same repository, or installed packages that have a tacet.json',
    },
    owner,
    paths: {
      kind: 'record',
      about: 'What is scanned',
      keys: {
        include: globs('Only these'),
        exclude: globs('Not these; ! before a glob takes it back'),
      },
    },
    threshold,
    decodeDepth: { kind: 'number', min: 0, max: 4, about: 'How often one encoding may be within another' },
    archiveDepth: {
      kind: 'number',
      min: 0,
      max: 8,
      about: 'How often one archive may be within another; 0: look into none',
    },
    maxFileSize: {
      kind: 'text',
      pattern: ['\\d+(?:\\.\\d+)? ?(?:[kKMG]i?)?B', 'a size like 500KB or 20MiB'],
      about: 'Larger files are skipped',
    },
    rules,
    allow: list(allowEntry, 2000, 'What is found and is no secret'),
    customRules: list(customRule, 200, 'Rules of your own'),
    secrets: list(declaredSecret, 2000, 'The secrets that this service needs: tacet secrets check'),
    overrides: list(override, 200, 'What holds in some paths only; of several, the last counts most'),
  },
}

/** The sections that it may have. */
export const configKeys: readonly string[] = Object.keys(table.keys)
