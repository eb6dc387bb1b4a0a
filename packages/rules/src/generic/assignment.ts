/** The literal in both cases, as a pattern; a space stands for `_`, `-`, a dot, a space or nothing. */
export function anyCase(literal: string): string {
  return [...literal].map((c) => (c === ' ' ? '[_. -]?' : `[${c}${c.toUpperCase()}]`)).join('')
}

export const BLANK = String.raw`[ \t]`

const raw = String.raw
// \x60 is the grave accent. `\"` and `\\"` are quotes too, of JSON inside JSON or inside a string of code, and so are
// three quotes in Python and two graves in Markdown.
const QUOTE = raw`["'\x60]`
const OPEN = raw`\\{0,3}(?:"""|'''|["']|\x60{1,2})`
// b"…" of Python, @"…" of C# and their like.
const STRING_PREFIX = raw`[bBuUrRfFL@$]`
const STRING = raw`${STRING_PREFIX}?${OPEN}`

// Between a name and its value, in the languages and formats that people keep secrets in.
const operators = [
  // name: type = value, name string = value, name[] = value
  raw`(?:${BLANK}{0,2}:${BLANK}{0,2}(?:&'?[a-z]{0,8} ?)?[A-Za-z][\w.<>|?\[\]]{0,24}| string|\[\d{0,4}\])${BLANK}{0,2}=${BLANK}{0,4}(?=${OPEN})`,
  // name = value, name: value, name := value, name ?= value, name => value, name == "value", name <- value, and
  // the first of a list of values
  raw`${BLANK}{0,40}(?:===?|!==?|=>|<-|[:?|.+]{0,3}=|:(?![:/]))${BLANK}{0,40}(?:\[\s{0,24}(?=${STRING}))?`,
  // name: and the first of a list of values below it, in YAML
  raw`:${BLANK}{0,4}\r?\n${BLANK}{0,24}-${BLANK}{1,4}`,
  // name("value"), name.equals("value")
  raw`(?:\.equals)?\(${BLANK}{0,2}(?=${STRING})`,
  // name - "value", in notes and logs
  raw`${BLANK}-${BLANK}(?=${OPEN})`,
  // ("name", "value")
  raw`,${BLANK}{0,8}(?=${STRING})`,
  // <name>value</name>
  raw`>\s{0,24}(?=[^<>\s]{4,512}\s{0,24}<\/)`,
  // name: NAME, value: VALUE as Kubernetes, XML and HAR write their pairs
  raw`,?\s{0,24}(?:${OPEN})?(?:value|VALUE|Value|default|content)(?:${OPEN})?${BLANK}{0,2}[:=]${BLANK}{0,4}`,
  // --name value, ENV name value
  raw`${BLANK}{1,3}(?=[^\s-])`,
].join('|')

// What evidently is no literal is turned away before anything else is looked at.
const NO_LITERAL = raw`(?!\$[A-Za-z_{(]|[<%([*?]|\{(?!\\{0,3}")|(?:null|nil|None|NULL|true|false|undefined|process\.|os\.|this\.|self\.|self\[)\b)`

const VALUE_MAX = 512
const NAME_TAIL_MAX = 28

/**
 * A name that holds one of the words, an operator, and a value: the groups `name` (from the word on), `op`, `open`
 * (the opening quote, empty when there is none) and `secret`.
 */
export function assignmentPattern(words: readonly string[]): RegExp {
  const name = raw`(?<name>(?:${words.map(anyCase).join('|')})[\w-]{0,${NAME_TAIL_MAX}})(?![\w-])`
  const quoted = raw`(?<=${QUOTE})[^\r\n]{0,${VALUE_MAX}}?(?<!\\)(?=\k<open>)`
  const bare = raw`(?<!${QUOTE})[^\s"'\x60\\,;<>(){}\[\]&|]{4,${VALUE_MAX}}(?=[\s"'\x60\\,;<>)}\]&|]|$)`
  return new RegExp(
    raw`${name}(?:${OPEN})?\]?(?<op>${operators})(?:${STRING_PREFIX}(?=${QUOTE}))?(?<open>${OPEN}|)${NO_LITERAL}(?<secret>${quoted}|${bare})`,
    'dg',
  )
}

/** More than the longest match: word, tail, operator, quotes and value. */
export const assignmentLongest = 24 + NAME_TAIL_MAX + 128 + 8 + VALUE_MAX

// As far as the command, bracket or dash is looked for that gives a name its meaning.
const BEFORE_NAME = 16

// The name goes on to the left of the word that led to it.
const NAME_HEAD = /[A-Za-z][\w.-]{0,40}$/

/** The whole name, and what is right before it, from the text and the `name` of a match of `assignmentPattern`. */
export function assignee(text: string, start: number, name: string): { name: string; before: string } {
  const at = text.lastIndexOf(name, start - name.length)
  const head = NAME_HEAD.exec(text.slice(Math.max(0, at - 41), at))?.[0] ?? ''
  const from = at - head.length
  return { name: head + name, before: text.slice(Math.max(0, from - BEFORE_NAME), from) }
}
