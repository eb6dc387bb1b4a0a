import { randomness } from '../likelihood/index.ts'
import { patterns, type Shape } from './shape.ts'

const MEMBER = /^[&*!@$]?[A-Za-z_][\w$]*(?:(?:\.|->|::|\?\.|!\.|\\)[A-Za-z_$][\w$]*)+(?:[([{].*)?[;,)]*$/
const CALL = /^(?:new |await |not |!|&|\*|@)?[A-Za-z_$][\w$.:]*(?:\(|\[['"$\w]|\{\}?$).*$/

/** A dot or a bracket makes code of names; of random characters it makes a password. */
const isCode = (pattern: RegExp) => (value: string) => pattern.test(value) && randomness(value) < 0.7

/** Templates, and code or references that stand for a value that is kept elsewhere. */
export const references: readonly Shape[] = [
  ...patterns('lower', {
    'default of a variable': /^\$\{\w+:?[-=][^}$]{8,}\}$/,
  }),
  ...patterns('drop', {
    'angle brackets': /^<[^<>]{0,80}>$|^&lt;.{0,80}&gt;$/,
    'words in brackets': /^(?:\[[\w .,:/-]*\]|\([\w .,:/-]*\)|\{[\w .,:/-]*\})$/,
    'template expression':
      /\$\{(?!\w+:?[-=][^}$]{8,}\}$)|\$\([\w./"'$-]+[) ]|\{\{|\{%|<%|#\{|%\{|@\{|\[\[|<[a-z][\w-]* ?\/?>|<[A-Z][A-Z0-9_ -]+>|%\([a-z_]+\)[sd]|@[A-Z][A-Z_]+@/,
    variable:
      /^(?:\$[A-Za-z_][\w.:]*|%[A-Za-z_]\w*%|__\w+__|@@?[a-z_]\w*|:[a-z_]\w*|\?|%[sdvqr]|\{\d*\}|!(?:Ref|Sub|GetAtt|vault|secret|env)\b.*|&\w+|\*\w+)$/i,
    'secret reference':
      /^(?:op|vault|ref\+\w+|secretref|keyvault|ssm|sops|doppler|infisical|awssm|gcpsm|env|file|secret|bws|akv):|^arn:aws|^projects\/[^/]+\/secrets\/|^ENC\[|^ENC\(|^\{cipher\}|^@Microsoft\.KeyVault|(?:^|\W)secrets\.\w/i,
    'environment lookup':
      /process\.env|import\.meta\.env|os\.environ|Deno\.env|\b(?:getenv|env|ENV|environ|config|settings?|lookup|vault|param|prop(?:erty)?|get\w*|fetch|read\w*|load\w*|require|include|file|open|input|prompt)[([{]/,
    'name of a variable': /^(?=.*_)[A-Z]{2,}(?:_(?:[A-Z]{2,}\d?|\d{1,2}))+$/,
    'name of an encoding':
      /^(?:utf-?(?:8|16|32)\w{0,4}|(?:us-)?ascii|latin-?1|iso-?8859-?\d{0,2}|(?:windows|cp)-?125\d|base64|hex)$/i,
    'name of a resource': /^urn:[\w-]+:/i,
    port: /^\d{1,5}\/(?:tcp|udp|sctp)$/i,
    'beginning of something': /^[A-Za-z]{1,16}:$|^[A-Za-z]+(?:[_-][A-Za-z]+)*[_-]$/,
    'type name':
      /^(?:str|string|text|bytes|byte\[\]|\[\]byte|char|varchar|int(?:eger)?|bool(?:ean)?|number|float|object|dict|list|array|map|any|unknown|never|void|null|SecretStr|SecureString|Buffer|Uint8Array|Optional\[\w+\]|Option<\w+>|\w+ ?\| ?(?:null|undefined|string|None)|std::string)[?!]?$/i,
  }),
  { reason: 'member of an object', effect: 'drop', matches: isCode(MEMBER) },
  { reason: 'call or subscript', effect: 'drop', matches: isCode(CALL) },
]
