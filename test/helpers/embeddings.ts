/** A place in which people keep credentials, and how a text is written there. */
export interface Embedding {
  readonly name: string
  readonly embed: (text: string) => string
  /** The text as it stands there, where signs in it have to be escaped. */
  readonly written?: (text: string) => string
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

export const embeddings: readonly Embedding[] = [
  { name: 'alone', embed: (text) => text },
  { name: 'start of a file', embed: (text) => `${text}\n# the rest\n` },
  { name: 'end of a file', embed: (text) => `# the beginning\n${text}` },
  { name: 'line with CRLF', embed: (text) => `first\r\n${text}\r\nlast\r\n` },
  { name: 'double quotes', embed: (text) => `const value = "${text}";\n` },
  { name: 'single quotes', embed: (text) => `value = '${text}'\n` },
  { name: 'backticks', embed: (text) => `use(\`${text}\`)\n` },
  { name: 'dotenv', embed: (text) => `PORT=3000\nVALUE=${text}\nDEBUG=1\n` },
  { name: 'shell export', embed: (text) => `export VALUE="${text}" && run\n` },
  { name: 'YAML', embed: (text) => `service:\n  value: ${text}\n  port: 80\n` },
  { name: 'quoted YAML', embed: (text) => `service:\n  value: '${text}'\n` },
  { name: 'TOML', embed: (text) => `[service]\nvalue = "${text}"\n` },
  { name: 'INI', embed: (text) => `[service]\nvalue=${text}\n` },
  { name: 'JSON', embed: (text) => JSON.stringify({ a: 1, value: text }), written: inJson },
  {
    name: 'indented JSON',
    embed: (text) => JSON.stringify({ list: [{ value: text }] }, null, 2),
    written: inJson,
  },
  { name: 'string with escaped line ends', embed: (text) => `"first\\n${text}\\nlast"` },
  { name: 'string with escaped tabs', embed: (text) => `"a\\t${text}\\tb"` },
  { name: 'XML element', embed: (text) => `<value>${text}</value>\n` },
  { name: 'XML attribute', embed: (text) => `<service value="${text}" port="80"/>\n` },
  { name: 'command line', embed: (text) => `run --value ${text} --port 80\n` },
  { name: 'URL parameter', embed: (text) => `https://api.service.dev/v1?value=${text}&page=2\n` },
  { name: 'CSV', embed: (text) => `1,${text},2\n` },
  { name: 'minified code', embed: (text) => `var a={b:"${text}",c:1},d=function(e){return e};`.repeat(2) },
  { name: 'HTML entity quotes', embed: (text) => `<div data-x="{&quot;v&quot;:&quot;${text}&quot;}"></div>` },
  { name: 'escaped quotes', embed: (text) => `log("{\\"v\\":\\"${text}\\"}")\n` },
  { name: 'function argument', embed: (text) => `connect(${text}, 80)\n` },
]
