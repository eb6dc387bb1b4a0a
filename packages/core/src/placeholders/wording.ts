import { type Effect, patterns, type Shape } from './shape.ts'

// A word stands alone: between the ends, signs or digits. Inside a longer run of letters it may be chance.
const alone = (words: string): RegExp => new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'i')
const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`, 'i')

const NOUN = 'keys?|tokens?|secrets?|passw(?:or)?d|passphrase|pass|pwd|credentials?|value|id|api|auth'

const weak = (effect: Effect, table: Readonly<Record<string, RegExp>>): Shape[] =>
  patterns(effect, table, { weak: true })

/** Words that say "this is no real value". The order is that of the answers: the first that matches is given. */
export const wording: readonly Shape[] = [
  ...patterns('drop', {
    'says that it was taken out': alone(
      'redacted|masked|hidden|removed|scrubbed|filtered|censored|omitted|sanitized|elided',
    ),
    'asks for your value':
      /(?:^|[^A-Za-z])(?:[Yy]our?|YOUR?)(?:[-_. ]|[A-Z]|$)|^[Yy]our|^YOUR|(?:[-_. ]|[a-z])YOUR(?=[A-Z_-])|[-_. A-Za-z](?:[hH]ere|HERE)$/,
    'asks to be replaced': new RegExp(
      `^(?:insert|enter|replace|add|put|paste|set|fill|provide|update|change|use|generate)(?:[-_. ]?(?:me|it|this|in|with|a|an|the|real|strong|${NOUN})(?![a-z])|[-_. ])`,
      'i',
    ),
    'change me': /change[-_. ]?(?:me|it|this|in[-_. ]?prod)|replace[-_. ]?(?:me|this|with)/i,
    'says that it is not real':
      /(?:^|[^a-z])(?:not?|fake)[-_. ]?(?:a|an|but|the)?[-_. ]?(?:real|secret|valid|used|needed|set|secure|required)(?![a-z])|notasecret|dev-only/i,
    'empty value': whole(
      'todo|fixme|tbd|tba|x+|none|null|nil|undefined|nan|n/?a|empty|blank|unset|default|optional|required|missing|unknown|disabled|enabled|auto|void|any|all|self|inherit|prompt|ask|stdin',
    ),
    'yes or no': whole('true|false|yes|no|on|off|[tfyn01]'),
  }),
  ...weak('drop', {
    'example word': alone(
      'examples?|samples?|demo|dummy|fake|mock(?:ed)?|stub|placeholder|fixtures?|bogus|foo|bar|baz|qux|foobar|lorem|ipsum|acme|test(?:ing|s)?|invalid|incorrect|wrong|whatever|something|blah',
    ),
    'names what belongs here': new RegExp(
      `^(?:the|a|an|our|this|some|any|new|old|current|bad|good|valid|secure|strong|plain|default|user(?:name)?|admin|root|db|database|client|server|access|auth|api|private|public|encrypted|hashed|base64)?(?:[-_. ]?(?:${NOUN}|login|username|user|access|client|server|encryption|signing|session|jwt))+[-_. ]?\\d{0,4}$`,
      'i',
    ),
  }),
  ...weak('lower', {
    'example word in a longer one':
      /example|sample|dummy|placeholder|foobar|testing|^(?:test|my|fake|mock|temp|tmp|demo)|(?:test|temp|demo)\d*$/i,
    'development value':
      /^(?:dev|local|localhost|development|staging|test)[-_.]|[-_.](?:dev|local|development|staging|test)$/i,
    'proverbial secret':
      /super[-_. ]?secret|secret[-_. ]?key|s3cr3t|top[-_. ]?secret|keyboard cat|s{1,3}h{4,}/i,
    'weak default': whole(
      'passw(?:or|0r)d\\d{0,4}!?|p[a@]ss(?:w[o0]rd)?\\d{0,4}!?|[1-9]{3,6}|1234567890?|(?:admin(?:istrator)?|root|toor|guest|user|master|manager|letmein|welcome|secret|sekrit|xyzzy|changeit|postgres|mysql|oracle|redis|mongo|rabbitmq|minioadmin|vagrant|docker|hunter|iloveyou|monkey|dragon|abc)[@_-]?\\d{0,5}!?|correct ?horse ?battery ?staple',
    ),
  }),
]
