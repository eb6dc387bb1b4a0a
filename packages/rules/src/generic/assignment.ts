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

// What else may be said of a name before its value: attributes of XML, fields of JSON, arguments of a block of HCL.
const ATTRIBUTES = raw`(?:\s{1,24}[\w:.-]{1,24}=["'][^"'<>]{0,64}["']){0,3}`
const FIELDS = raw`(?:,\s{0,24}["']\w{1,16}["']\s{0,2}:\s{0,2}(?:["'][^"'\r\n]{0,80}["']|true|false|null)){0,2}`
const BLOCK = raw`\s{0,4}\{\s{1,24}(?:(?:type|description|sensitive|nullable)${BLANK}{0,24}=${BLANK}{0,4}[^\r\n]{0,120}\s{1,24}){0,3}`

// A call around the value: Wrapper("value"), new Wrapper("value"), Some("value".into()), Field(default="value")
const WRAPPER = raw`(?:new${BLANK}{1,2})?[A-Za-z_][\w.:]{0,40}\((?:default${BLANK}?=${BLANK}?)?(?=${STRING}[^"'\r\n]{4,128}["'](?:\.\w{1,16}\(\))?[),])`

// Between a name and its value, in the languages and formats that people keep secrets in.
const operators = [
  // name: type = value, name string = value, name As String = value, name[] = value
  raw`(?:!?${BLANK}{0,2}:${BLANK}{0,2}(?:&'?[a-z]{0,8} ?)?[A-Za-z][\w.<>|?\[\]]{0,24}| string| [Aa]s [Ss]tring|\[\d{0,4}\])${BLANK}{0,2}=${BLANK}{0,4}(?:${WRAPPER})?(?=${OPEN})`,
  // name { get; set; } = value
  raw`${BLANK}?\{${BLANK}?(?:(?:private |protected )?(?:get|set|init);${BLANK}?){1,2}\}${BLANK}?=${BLANK}?(?=${STRING})`,
  // name = Wrapper("value")
  raw`${BLANK}{0,40}(?:[:=]|=>)${BLANK}{0,40}${WRAPPER}`,
  // name: |, name: >- and the value below it; name: !!str value, name: &anchor value; name=\ and the value below it
  raw`:${BLANK}{1,4}(?:[|>][+-]?${BLANK}{0,4}\r?\n${BLANK}{1,24}|!!str${BLANK}|&\w{1,24}${BLANK})|${BLANK}{0,4}=${BLANK}{0,4}\\\r?\n${BLANK}{1,24}`,
  // name=${OTHER:-value}
  raw`=["']?\$\{\w{1,40}:?[-=](?=[^\s}$"'\x60]{4,128}\})`,
  // name = value, name: value, name := value, name ?= value, name => value, name == "value", name <- value, and
  // the first of a list of values, or one in brackets of any kind; name:-value in the shell
  raw`${BLANK}{0,40}(?:===?|!==?|=>|<-|[:?|.+]{0,3}=|:-(?=\w)|[:：](?![:/-]))${BLANK}{0,40}(?:(?:[[({]\s{0,24}|<<)(?=${STRING})|(?:\[\[|q\()(?=[^\s"'()[\]]{4,128}[\])]))?`,
  // Name: Type: String, Default: value, a line each, in templates of infrastructure
  raw`:${BLANK}{0,4}\r?\n(?:${BLANK}{1,24}(?:[Tt]ype|[Dd]escription|NoEcho|[Rr]equired|M(?:ax|in)Length):${BLANK}[^\r\n]{1,120}\r?\n){1,4}${BLANK}{1,24}[Dd]efault:${BLANK}{1,4}`,
  // name: and the first of a list of values below it, or its default, or what is a member of it, in YAML
  raw`:${BLANK}{0,4}\r?\n${BLANK}{0,24}(?:-|[\w.-]{1,40}:)${BLANK}{1,4}`,
  // name("value"), name.set("value"), name{"value"}, name { "value" }
  raw`(?:(?:\.(?:equals|set))?\(|${BLANK}?\{)${BLANK}{0,2}(?=${STRING})`,
  // ${'$'}{NAME} and value in columns, as Robot Framework has them
  raw`\}(?:${BLANK}?=)?${BLANK}{2,24}(?=[^\s-])`,
  // name || "value", name ?? "value", getenv("name") ?: "value", get("name") or "value"
  raw`${BLANK}{0,2}(?:\|\||\?\?|\?:|or)${BLANK}{1,2}(?=${STRING})`,
  // "name" with "value", (By.ID, "name").send_keys("value") in tests that drive a browser
  raw`(?:${BLANK}with${BLANK}|\.(?:send_keys|sendKeys|type|fill|setValue|val)\()(?=${STRING})`,
  // name: NAME, value: VALUE as Kubernetes, XML and HAR write their pairs, with what else they say in between
  raw`(?:${ATTRIBUTES}|${FIELDS}),?\s{0,24}(?:${OPEN})?(?:(?:[Pp]arameter|default|initial)?[Vv]alue|VALUE|default|content)(?:${OPEN})?${BLANK}{0,2}[:=]${BLANK}{0,4}`,
  // name - "value", in notes and logs
  raw`${BLANK}-${BLANK}(?=${OPEN})`,
  // - --name and - value below it, in a list of arguments
  raw`\r?\n${BLANK}{0,24}-${BLANK}{1,4}(?![-\s])`,
  // name TYPE string VALUE 'value', name PIC X(20) VALUE 'value'
  raw`${BLANK}{1,8}(?:TYPE|PIC)${BLANK}{1,4}[\w()]{1,24}${BLANK}{1,4}VALUE${BLANK}{1,4}(?=')`,
  // ("name", "value")
  raw`,${BLANK}{0,8}(?=${STRING})`,
  // <name>value</name>, <name kind="…">value</name>, <entry key="name">value</entry>, <setting name="name"><value>value</value>
  raw`${ATTRIBUTES}>\s{0,24}(?:<(?:[vV]alue|string|!\[CDATA\[)>?\s{0,24})?(?=[^<>\s]{4,512}\s{0,24}(?:\]\]>)?<\/)`,
  // <key>name</key> <string>value</string>, <td>name</td> <td>value</td>, name: <b>value</b>
  raw`:${BLANK}{0,4}<(?:b|code|em|strong|tt|span)>|:?<\/[\w-]{1,14}>:?\s{0,24}<(?:string|td|dd|code|b|strong|tt|span|(?:param-|env-entry-)?value)>\s{0,24}`,
  // **name:** value, | name | value | of Markdown
  raw`:?\*\*:?${BLANK}{1,4}|${BLANK}{0,24}\|${BLANK}{1,24}(?=[^\s|]{4,128}${BLANK}{0,24}\|)`,
  // variable "name" { default = "value" }
  raw`${BLOCK}default${BLANK}{0,24}=${BLANK}{0,4}(?=${OPEN})`,
  // name is value, in prose
  raw`${BLANK}(?:is|was|ist|lautet|est|es)(?::|${BLANK}now|${BLANK}set${BLANK}to)?${BLANK}{1,2}`,
  // --name value, ENV name value, name "value"
  raw`${BLANK}{1,24}(?=[^\s-])`,
].join('|')

// What evidently is no literal is turned away before anything else is looked at; in quotes, a sign says little.
const NO_LITERAL = raw`(?!(?<!${QUOTE})(?:\$[A-Za-z_{(]|[<%([*?])|\{(?!\\{0,3}")|(?:null|nil|None|NULL|true|false|undefined|process\.|os\.|this\.|self\.|self\[)\b)`

const VALUE_MAX = 512
const NAME_TAIL_MAX = 28

/**
 * A name that holds one of the words, an operator, and a value: the groups `name` (from the word on), `op`, `open`
 * (the opening quote, empty when there is none) and `secret`; `close` is the quote behind the name, if any.
 */
export function assignmentPattern(words: readonly string[]): RegExp {
  const name = raw`(?<name>(?:${words.map(anyCase).join('|')})[\w-]{0,${NAME_TAIL_MAX}})(?![\w-])`
  const quoted = raw`(?<=${QUOTE})[^\r\n]{0,${VALUE_MAX}}?(?<!\\)(?=\k<open>)`
  const bare = raw`(?<!${QUOTE})[^\s"'\x60\\,;<>(){}\[\]&|]{3,${VALUE_MAX - 1}}[^\s"'\x60\\,;<>(){}\[\]&|.](?=\.?(?:[\s"'\x60\\,;<>)}\]&|]|$))`
  return new RegExp(
    raw`${name}(?<close>(?:${OPEN})?)[\])]{0,2}(?<op>${operators})(?:${STRING_PREFIX}(?=${QUOTE}))?(?:["'](?=\\["'][^"']))?(?<open>${OPEN}|)${NO_LITERAL}(?<secret>${quoted}|${bare})`,
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
