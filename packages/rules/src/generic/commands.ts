import { custom, dismissed } from '../define-rule.ts'
import type { Rule } from '../rule.ts'
import { anyCase, BLANK } from './assignment.ts'
import { judgeValue } from './judge.ts'
import { sampleSecret } from './values.ts'

const raw = String.raw

// The arguments of a command up to the flag that matters, and an opening quote of the value.
const UP_TO = raw`(?=${BLANK})[^\r\n|;]{0,300}?${BLANK}`
const QUOTED = raw`["']?`

/** A command that takes a password, and what stands right before the password; each command is a keyword too. */
const commands: readonly (readonly [names: readonly string[], lead: string])[] = [
  [
    ['curl', 'wget', 'httpie', 'xh'],
    // A token may come alone, as the user.
    raw`${UP_TO}(?:-u|-a|--user|--auth)(?:${BLANK}{1,4}|=)?${QUOTED}(?:[\w.@+-]{1,64}:(?!["']?(?:\s|$))|(?=[\w.+-]{16,128}:["']?(?:\s|$)))`,
  ],
  [['sshpass'], raw`${BLANK}{1,4}-p${BLANK}{0,4}${QUOTED}`],
  [
    [
      'docker login',
      'podman login',
      'buildah login',
      'nerdctl login',
      'skopeo login',
      'oras login',
      'crane auth',
    ],
    raw`${UP_TO}-p${BLANK}{1,4}${QUOTED}`,
  ],
  [['helm registry', 'helm repo'], raw`${UP_TO}(?:-p|--password)${BLANK}{1,4}${QUOTED}`],
  [['az login', 'oc login', 'cf login', 'ibmcloud login'], raw`${UP_TO}-p${BLANK}{1,4}${QUOTED}`],
  [
    ['mongo', 'mongosh', 'mongodump', 'mongorestore', 'mongoexport', 'mongoimport'],
    raw`${UP_TO}-p${BLANK}{1,4}${QUOTED}`,
  ],
  [['psexec', 'psexec64', 'psexec.exe', 'kinit'], raw`${UP_TO}-p${BLANK}{1,4}${QUOTED}`],
  [
    ['mysql', 'mysqldump', 'mysqladmin', 'mysqlimport', 'mariadb', '7z', '7za', 'unrar'],
    raw`${UP_TO}-p(?=[^\s])${QUOTED}`,
  ],
  [['redis-cli', 'valkey-cli'], raw`${UP_TO}(?:-a|--pass)${BLANK}{1,4}${QUOTED}`],
  [
    ['ldapsearch', 'ldapadd', 'ldapmodify', 'ldapdelete', 'ldapwhoami'],
    raw`${UP_TO}-w${BLANK}{0,4}${QUOTED}`,
  ],
  [['sqlcmd', 'isql', 'tsql', 'zip', 'unzip'], raw`${UP_TO}-P${BLANK}{1,4}${QUOTED}`],
  [['plink', 'pscp', 'psftp'], raw`${UP_TO}-pw${BLANK}{1,4}${QUOTED}`],
  [['smbclient', 'rpcclient', 'smbget'], raw`${UP_TO}(?:-U|--user=?)${BLANK}{0,4}${QUOTED}[\w.@\\/-]{1,64}%`],
  [['lftp'], raw`${UP_TO}-u${BLANK}{1,4}${QUOTED}[\w.@-]{1,64},`],
  [['xfreerdp', 'wfreerdp', 'rdesktop'], raw`${UP_TO}(?:\/p:|-p${BLANK}{1,4})${QUOTED}`],
  [
    ['htpasswd'],
    raw`${BLANK}{1,4}-\w{0,6}b\w{0,6}(?=${BLANK})[^\r\n|;]{0,200}?${BLANK}[\w.@-]{1,64}${BLANK}{1,4}${QUOTED}`,
  ],
  [['net user'], raw`${BLANK}{1,4}[\w.@-]{1,64}${BLANK}{1,4}(?![/*])${QUOTED}`],
  [['net use'], raw`${UP_TO}\/user:[\w.@\\-]{1,64}${BLANK}{1,4}${QUOTED}`],
  [
    ['convertto-securestring'],
    raw`${BLANK}{1,4}(?:-(?:${anyCase('asplaintext')}|${anyCase('force')}|${anyCase('string')})${BLANK}{1,4}){0,3}${QUOTED}(?!-)`,
  ],
  [['openssl'], raw`${UP_TO}-(?:k${BLANK}{1,4}|pass(?:in|out|word)?${BLANK}{1,4}pass:)${QUOTED}`],
  [
    ['sqlplus', 'sqlldr', 'expdp', 'impdp', 'rman'],
    raw`${BLANK}{1,4}(?:-[\w]{1,2}${BLANK}{1,4}|target${BLANK}{1,4}){0,3}${QUOTED}[\w$#.-]{1,64}\/(?=[^\s"'|;\\@/]{4,128}@)`,
  ],
  [['aws ssm'], raw`(?=[^\r\n|;]{0,300}SecureString)${UP_TO}--value[ =]${QUOTED}`],
  [['gh secret', 'glab variable'], raw`${UP_TO}(?:-b|-v|--body|--value)[ =]${QUOTED}`],
  [['--from-literal'], raw`=["']?[\w.-]{1,80}=${QUOTED}`],
]

const spaced = (command: string): string =>
  command === '--from-literal' ? command : command.split(' ').map(anyCase).join(raw`${BLANK}{1,4}`)

const pattern = commands.map(([names, lead]) => raw`(?:${names.map(spaced).join('|')})${lead}`).join('|')

const VALUE = raw`(?<secret>[^\s"'|;\\]{4,128}?)(?=[\s"'|;\\]|$|:["']?(?:\s|$)|@[\w/.:-]{1,200}(?:\s|$))`

// What takes it: `chpasswd`, `sudo -S`, `docker login --password-stdin`, `gh auth login --with-token`.
const TAKER = raw`${BLANK}{0,4}\|${BLANK}{0,4}(?:(?:sudo${BLANK}{1,4})?chpasswd|sudo${BLANK}{1,4}-S|[^\r\n|;]{1,160}(?:--password-stdin|--with-token))`

const FILES = /^(?:[\w./-]+\.(?:zip|7z|rar|gz|txt|json|xml|exe)|[/\\~.].*)$/i

/** Passwords on the command lines of tools that take them there. */
export const commandPassword: Rule = custom({
  id: 'command-line-password',
  title: 'Password on a command line',
  provider: 'generic',
  severity: 'high',
  keywords: commands
    .flatMap(([names]) => names.map((name) => (name.length < 6 && name !== '7z' ? `${name} ` : name)))
    .filter((keyword, index, all) => keyword.length > 2 && all.indexOf(keyword) === index),
  pattern: new RegExp(raw`(?<![\w.])(?:${pattern})${VALUE}`),
  longest: 660,
  before: 0,
  contextReach: 240,
  judge: (candidate) =>
    FILES.test(candidate.secret)
      ? dismissed('a file')
      : judgeValue({ kind: 'password', because: 'password on a command line' }, candidate),
  sample: (random) => `curl -s -u deploy:${sampleSecret(random)} https://ci.tacet.dev/build`,
  nearMisses: [
    (sample) => sample.replace(/deploy:\S+/, 'deploy'),
    (sample) => sample.replace(/deploy:\S+/, 'deploy:$$PASSWORD'),
    (sample) => sample.replace('curl', 'run'),
  ],
})

/** A password that `echo` feeds to the command that takes it. */
export const pipedPassword: Rule = custom({
  id: 'piped-password',
  title: 'Password that is fed to a command',
  provider: 'generic',
  severity: 'high',
  keywords: ['chpasswd', 'sudo -s', '--password-stdin', '--with-token'],
  pattern: new RegExp(
    raw`(?<![\w.])${anyCase('echo')}${BLANK}{1,4}(?:-\w{1,3}${BLANK}{1,4})?["']?(?:[\w.-]{1,64}:)?(?=[^\s|]{4,129}${TAKER})${VALUE}`,
  ),
  longest: 420,
  before: 390,
  contextReach: 240,
  judge: (candidate) => judgeValue({ kind: 'password', because: 'fed to a command' }, candidate),
  sample: (random) => `echo "root:${sampleSecret(random)}" | chpasswd`,
  nearMisses: [
    (sample) => sample.replace('echo', 'cat'),
    (sample) => sample.replace(/:[^"]*/, ':$' + 'PASSWORD'),
    (sample) => sample.replace('| chpasswd', '> chpasswd'),
  ],
})
