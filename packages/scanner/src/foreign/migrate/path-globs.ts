/** More alternatives than these are not written out. */
const MOST = 64
/** Stands for any characters of one name, and for any of a whole path. */
const ANY = '\ue001'
const ALL = '\ue002'
/** Where a name begins: at the start of the path or behind a slash. */
const BEGIN = '\ue003'

/**
 * Globs, as in a `.gitignore`, of the paths in which a regular expression is found; undefined when there are none that
 * say the same. None of them fits a path in which it is not found: a dot that stands for any character is one in them.
 */
export function pathGlobs(regex: string): readonly string[] | undefined {
  const spelled = spell(regex)
  if (!spelled || spelled.length > MOST) return undefined
  const globs = spelled.map(globOf)
  return globs.every((glob) => glob !== undefined) ? [...new Set(globs)] : undefined
}

const ADJACENT = new RegExp(`${ANY}*${ALL}[${ANY}${ALL}]*`, 'g')

interface Cursor {
  readonly source: string
  at: number
}

/** Every text that the expression stands for; undefined when it says more than this can tell. */
function spell(source: string): readonly string[] | undefined {
  const cursor = { source, at: 0 }
  const all = alternatives(cursor)
  return cursor.at === source.length ? all : undefined
}

function alternatives(cursor: Cursor): readonly string[] | undefined {
  let all: readonly string[] = []
  for (;;) {
    const one = series(cursor)
    if (!one) return undefined
    all = [...all, ...one]
    if (cursor.source[cursor.at] !== '|') return all
    cursor.at++
  }
}

function series(cursor: Cursor): readonly string[] | undefined {
  let all: readonly string[] = ['']
  while (cursor.at < cursor.source.length && !/[|)]/.test(cursor.source[cursor.at]!)) {
    const piece = atom(cursor)
    if (!piece) return undefined
    const pieces = cursor.source[cursor.at] === '?' ? [...piece, ''] : piece
    if (cursor.source[cursor.at] === '?') cursor.at++
    if (/[*+{?]/.test(cursor.source[cursor.at] ?? '')) return undefined
    if (all.length * pieces.length > MOST) return undefined
    all = all.flatMap((head) => pieces.map((tail) => head + tail))
  }
  return all
}

/** What stands for any characters, and what it is in a glob. */
const WILD: readonly (readonly [source: string, glob: string])[] = [
  ['.*', ALL],
  ['[^/]*', ANY],
  ['[^\\/]*', ANY],
  ['[^/]+', `?${ANY}`],
  ['[^\\/]+', `?${ANY}`],
]

function atom(cursor: Cursor): readonly string[] | undefined {
  const { source, at } = cursor
  for (const [written, glob] of WILD) {
    if (!source.startsWith(written, at)) continue
    cursor.at += written.length
    return [glob]
  }
  const char = source[at]!
  if (char === '(') return group(cursor)
  if (char === '\\') {
    const escaped = source[at + 1] ?? ''
    cursor.at += 2
    return /^[^\w\s]$/.test(escaped) ? [literal(escaped)] : undefined
  }
  cursor.at++
  if (char === '^') return at === 0 || /[(|:]/.test(source[at - 1]!) ? ['^'] : undefined
  if (char === '$') return ['$']
  return /[[*+{?]/.test(char) ? undefined : [literal(char)]
}

function group(cursor: Cursor): readonly string[] | undefined {
  const { source, at } = cursor
  const [open = ''] = /^\((?:\?:)?/.exec(source.slice(at)) ?? []
  if (source.startsWith('(?', at) && open === '(') return undefined
  cursor.at += open.length
  const all = alternatives(cursor)
  if (!all || source[cursor.at] !== ')') return undefined
  cursor.at++
  const isBegin = all.length === 2 && all.includes('^') && all.includes('/')
  return isBegin ? [BEGIN] : all
}

const literal = (char: string): string => (/[*?[\]\\!#{]/.test(char) ? `\\${char}` : char)

function globOf(spelled: string): string | undefined {
  const isFixed = spelled.startsWith('^')
  const isWhole = spelled.endsWith('$')
  const bare = spelled.slice(isFixed ? 1 : 0, isWhole ? -1 : undefined)
  let body = bare.replace(ADJACENT, ALL)
  // What may be followed by anything need not say so.
  if (!isWhole) while (body.endsWith(ALL) || body.endsWith(ANY)) body = body.slice(0, -1)
  if (!isFixed) while (body.startsWith(ALL)) body = body.slice(1)
  const begins = body.startsWith(BEGIN)
  if (begins) body = body.slice(1)
  if (body === '' || ['//', BEGIN, '^', '$'].some((mark) => body.includes(mark))) return undefined
  // No path of a file begins with a slash.
  if (body.startsWith('/') && (isFixed || begins || body === '/')) return undefined
  const head = isFixed ? '/' : begins ? '**/' : body.startsWith('/') ? '/*/**' : '**/*'
  const tail = isWhole ? '' : body.endsWith('/') ? '**' : '*'
  return (head + body + tail)
    .replaceAll(`/${ALL}/`, '/*/**/')
    .replaceAll(`/${ALL}`, '/**/*')
    .replaceAll(ALL, '*')
    .replaceAll(ANY, '*')
    .replace(/\*{3,}/g, '**')
}
