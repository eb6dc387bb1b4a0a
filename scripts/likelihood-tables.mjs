// Writes packages/core/src/likelihood/tables.ts: how English words and identifiers are made, counted in the
// documentation and type declarations of the installed packages. Run it by hand, with the packages installed:
//   node scripts/likelihood-tables.mjs && npx biome format --write packages/core/src/likelihood/tables.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = 'node_modules/.pnpm'
const WORDS = 2200
const tokens = new Map()
const words = new Map()

/** Each package once: the copies of a package would count its words again. */
function* textFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && /(?:\.md|\.d\.ts)$/.test(entry.name)) yield join(entry.parentPath, entry.name)
  }
}

const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1)

for (const file of textFiles(root)) {
  const text = readFileSync(file, 'utf8')
    .slice(0, 100_000)
    .replace(/https?:\/\/\S+/g, ' ')
  for (const token of new Set(text.match(/[A-Za-z][A-Za-z0-9]{2,39}/g))) count(tokens, token)
  for (const word of new Set(text.match(/(?<![A-Za-z0-9])[A-Z]?[a-z]{3,12}(?![A-Za-z0-9])/g))) {
    count(words, word.toLowerCase())
  }
}

// A token counts by the logarithm of its files: a rare word says as much about spelling as a frequent one, but
// what occurs in a single file may be noise.
const letters = Array.from({ length: 27 }, () => new Array(26).fill(1))
const classes = Array.from({ length: 3 }, () => new Array(3).fill(1))
const classOf = (character) => (/[a-z]/.test(character) ? 0 : /[A-Z]/.test(character) ? 1 : 2)
for (const [token, files] of tokens) {
  if (files < 3) continue
  const weight = Math.log2(files)
  for (let i = 1; i < token.length; i++) classes[classOf(token[i - 1])][classOf(token[i])] += weight
  for (const word of token.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []) {
    let before = 26
    for (const letter of word.toLowerCase()) {
      const index = letter.charCodeAt(0) - 97
      letters[before][index] += weight
      before = index
    }
  }
}

/** Eighths of a bit by which the next is likelier (or less likely) than it would be by chance. */
const eighths = (row, chance) => {
  const total = row.reduce((a, b) => a + b)
  return row.map((n) => Math.max(-40, Math.round(8 * Math.log2(n / total / chance))))
}
const common = [...words]
  .filter(([word]) => word.length > 3)
  .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  .slice(0, WORDS)
  .map(([word]) => word)
  .sort()
// Words whose stem is listed too only cost space.
const kept = common.filter(
  (word) => !/(?:s|ed|ing|ly)$/.test(word) || !common.includes(word.replace(/(?:s|ed|ing|ly)$/, '')),
)

const lines = (list) =>
  list
    .join(' ')
    .match(/.{1,100}(?: |$)/g)
    .map((line) => `  '${line}',`)

writeFileSync(
  'packages/core/src/likelihood/tables.ts',
  `// Written by scripts/likelihood-tables.mjs.

/**
 * For each letter (and, last, for the start of a word) how much likelier each next letter is in words than by
 * chance (1 in 26), in eighths of a bit.
 */
export const nextLetter: readonly (readonly number[])[] = [
${letters.map((row) => `  [${eighths(row, 1 / 26).join(', ')}],`).join('\n')}
]

/** How often small letter, capital or digit (columns) follows each of them (rows) in identifiers, of 1. */
export const nextClass: readonly (readonly number[])[] = [
${classes.map((row) => `  [${row.map((n) => (n / row.reduce((a, b) => a + b)).toFixed(4)).join(', ')}],`).join('\n')}
]

/** Common words of at least four letters. */
export const commonWords: readonly string[] = [
${lines(kept).join('\n')}
].join('').trim().split(' ')
`,
)
console.log(`${tokens.size} tokens, ${kept.length} words`)
