import { wordsOf } from '@tacet/core'

/** What a name promises: a password can be any text, a secret is random, and a key may be of many kinds. */
export type NameKind = 'password' | 'secret' | 'key'

const PASSWORD =
  /^(?:pass|pw|pwd|\w{2,}pwd?|\w*(?:password|passwd|passwort|passphrase|passcode|kennwort|wachtwoord|contrase|contrasena|senha|motdepasse|parola|haslo|salasana|losenord)s?|(?:db|user|root|admin|my|ldap|mysql|smtp|mail|ftp|sql|pg|login|proxy|bind|auth|key|store|sudo|su|ssh)pass)$/

/** "Password" in other languages, where it is no word of ASCII letters alone. */
const FOREIGN =
  /contraseña|mot[ ._-]de[ ._-]passe|密[码碼]|口令|パスワード|비밀번호|пароль|hasło|lösenord|şifre/i

/** The keys that are secrets by what they are for. */
export const secretKeys = (
  'api access private account auth authorization encryption signing master shared consumer customer license app ' +
  'application service storage subscription session hmac aes jwt admin client deploy server webhook write root cookie ' +
  'security certificate'
).split(' ')

const KEY_OF = new RegExp(`(?:^| )(?:${secretKeys.join('|')}) keys?(?: |$)`)

const SECRET = new RegExp(`^(?:credentials?|\\w*(?:secret|token|(?:secret|${secretKeys.join('|')})key)s?)$`)

// A name that ends so says something about a secret: its length, where it is kept, what it is called.
const ABOUT = new Set(
  (
    'id ids uuid guid name names path paths file files filename dir folder url uri urls uris endpoint header headers field ' +
    'fields length len size count counter type types ttl expiry expire expires expiration expired regex regexp ' +
    'pattern label labels hint placeholder title message messages msg text prefix suffix version policy reset required ' +
    'enabled disabled enable disable status state error errors invalid valid validation validator format strength rule ' +
    'rules method mode algorithm alg algo hash digest salt provider service manager store storage config configs option ' +
    'options settings params class ref refs arn source link page form input prompt description desc help ' +
    'index timeout limit max min date time at list set map group role scope scopes plugin template generator handler ' +
    'helper factory builder check match mismatch address host mgr realm constraint constraints ' +
    'environment env port user username login email owner issuer audience kind color colour style icon button view screen dialog ' +
    'modal component module package library lib encoding encoded encryption hasher hashing cost iterations rounds ' +
    'authentication flow grant attempts attempt retries lifetime age duration interval bucket region table column ' +
    'row location sha md bcrypt scrypt crypt argon hashed checksum fingerprint thumbprint visibility visible changed updated created event action test tests spec ' +
    'const constant unknown example examples placeholder docs note notes comment comments word words space line char chars node nodes'
  ).split(' '),
)

// Tokens and keys of compilers, models, data structures and protocols; and those that a name says to be none.
const ELSEWHERE =
  /^(?:non|not|no) |(?:^| )(?:csrf|xsrf|forgery|client request token|(?:lock|authenticity|verification|page|continuation|sync|cancellation|cancel|pad|eos|bos|unk|sep|cls|mask|stop|start|end|next|previous|prev|current|lookahead|punctuat\w*|symbol|max|num|special|comment|string|operator|syntax|design|color|theme|public|publishable|wrong|invalid|bad|incorrect|missing) (?:page )?(?:token|password|secret|key)|token (?:list|stream|ize\w*|izer)|(?:json)?webtoken|(?:forgot|reset|change|confirm|show|hide|verify|toggle|enter|lost|repeat|choose) password)(?: |$)/

const KEY_ELSEWHERE =
  /(?:^| )(?:cache|partition|sort|object|commit|etag|idempotency|dedupe?|hash|primary|foreign|unique|shard|routing|group|item|parent|child|node|event|state|query|route|meta|short|hot|row|bucket|index|map|dict|i18n|translation|locale|message|registry|range|image|file|upload|s3) key(?: |$)/

/** What a name promises of its value, or `undefined` when it is the name of something else. */
export function nameKind(name: string): NameKind | undefined {
  if (FOREIGN.test(name)) return 'password'
  const words = wordsOf(name)
  const last = words.at(-1)
  if (last === undefined || ABOUT.has(last)) return undefined
  const spoken = words.join(' ')
  if (ELSEWHERE.test(spoken)) return undefined
  if (words.some((word) => PASSWORD.test(word))) return 'password'
  if (words.some((word) => SECRET.test(word)) || KEY_OF.test(spoken)) return 'secret'
  return last === 'key' && !KEY_ELSEWHERE.test(spoken) ? 'key' : undefined
}
