import { alphabets } from '@tacet/core'
import { startOfToken } from '../boundary.ts'
import { custom, dismissed } from '../define-rule.ts'
import { integer, pick, text } from '../random.ts'
import type { Random, Rule } from '../rule.ts'
import { judgePassword } from './password.ts'

// Schemes of services, with the drivers that Python writes behind a plus sign.
const services = [
  ...[
    'postgres',
    'postgresql',
    'psycopg',
    'psycopg2',
    'asyncpg',
    'pg8000',
    'cockroachdb',
    'redshift',
    'timescaledb',
  ],
  ...[
    'mysql',
    'mysql2',
    'mariadb',
    'pymysql',
    'mysqldb',
    'aiomysql',
    'mysqlconnector',
    'mssql',
    'sqlserver',
    'pyodbc',
  ],
  ...[
    'pymssql',
    'oracle',
    'cx_oracle',
    'mongodb',
    'mongodb+srv',
    'redis',
    'rediss',
    'valkey',
    'valkeys',
    'clickhouse',
  ],
  ...[
    'clickhousedb',
    'snowflake',
    'neo4j',
    'neo4j+s',
    'bolt',
    'cassandra',
    'couchdb',
    'couchbase',
    'couchbases',
  ],
  ...[
    'amqp',
    'amqps',
    'pyamqp',
    'nats',
    'kafka',
    'mqtt',
    'mqtts',
    'stomp',
    'smtp',
    'smtps',
    'imap',
    'imaps',
    'ftp',
  ],
  ...['ftps', 'sftp', 'ldap', 'ldaps', 'rtsp', 'libsql'],
]
const anyService = services.map((service) => service.replace('+', '\\+')).join('|')

const userInfo = String.raw`(?<user>[^\s:@/"'\`<>\\]{0,128}(?:@[\w.-]{1,100})?):(?<secret>[^\s"'\`<>/\\]{1,256})@(?<host>\[[0-9A-Fa-f:.]{2,45}\]|[^\s"'\`<>/@:,?#;)\\&]{1,253})`
/** What ends user and password. */
const userInfoEnds = ' \t\r\n\v\f"\'`<>/\\@'
const longestUserInfo = 1 + 128 + 101 + 256 + 1 + 253
// Port, further hosts, path and query, without what ends a sentence.
const tailOf = (longest: number): string =>
  String.raw`(?<tail>(?:[^\s"'\`<>\\]{0,${longest - 1}}[\w/=&%@*~+-])?)`

/** The characters of ASCII but these. */
const besides = (characters: string): string =>
  Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
    .filter((each) => !characters.includes(each))
    .join('')

const password = (random: Random): string => text(random, alphabets.alnum, integer(random, 12, 40))
const host = (random: Random): string =>
  `${text(random, alphabets.lower, 8)}.${pick(random, ['eu-west-1', 'prod'])}.${text(random, alphabets.lower, 9)}.net`
const user = (random: Random): string => `svc_${text(random, alphabets.lower, 6)}`

const withPassword =
  (password: string) =>
  (sample: string): string =>
    sample.replace(/:[^:@/]+@/, `:${password}@`)

export const connectionStrings: readonly Rule[] = [
  custom({
    id: 'connection-string-password',
    title: 'Password in a connection string',
    provider: 'Connection string',
    severity: 'critical',
    keywords: [services[0]!, ...services.slice(1)].map((service) => `${service}://`) as [string, ...string[]],
    pattern: new RegExp(`${startOfToken('')}(?<head>(?:${anyService})://)${userInfo}${tailOf(420)}`),
    longest: 20 + longestUserInfo + 420,
    before: 0,
    judge: (candidate) => judgePassword(candidate, candidate.groups.user ?? '', candidate.groups.host ?? ''),
    sample: (random) => `${pick(random, services)}://${user(random)}:${password(random)}@${host(random)}/app`,
    nearMisses: [
      withPassword('password'),
      withPassword('$' + '{DB_PASSWORD}'),
      withPassword('<password>'),
      withPassword('****'),
      (url) => url.replace(/:[^:@/]+@/, '@'),
      (url) => url.replace(/:\/\/.*@[^/]*/, '://postgres:postgres@localhost'),
    ],
    reference: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  }),
  custom({
    id: 'url-password',
    title: 'Password in a URL',
    provider: 'URL',
    severity: 'high',
    keywords: ['://'],
    // Most URLs have no user: that is seen before anything else is looked at.
    follows: [
      { characters: besides(userInfoEnds), others: true, least: 1, most: longestUserInfo },
      { characters: '@', least: 1 },
    ],
    pattern: new RegExp(
      `(?=://[^\\s:@/"'\`<>\\\\]{0,128}[:@])(?<!(?:[^A-Za-z0-9]|^)(?:${anyService}))(?<=(?<head>(?:[A-Za-z][A-Za-z0-9+.-]{1,20})?))://${userInfo}${tailOf(160)}`,
    ),
    longest: 3 + longestUserInfo + 160,
    before: 0,
    judge: (candidate) => judgePassword(candidate, candidate.groups.user ?? '', candidate.groups.host ?? ''),
    sample: (random) => `https://${user(random)}:${password(random)}@${host(random)}/path`,
    nearMisses: [
      withPassword('password'),
      withPassword('$' + '{PASSWORD}'),
      (url) => url.replace(/\/\/[^@]*@/, '//'),
      (url) => withPassword('root1')(url).replace(/@[^/]*/, '@example.com'),
      (url) => url.replace(/:[^:@/]+@[^/]*/, ':8080'),
    ],
    reference: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  }),
  custom({
    id: 'jdbc-password',
    title: 'Password in a JDBC URL',
    provider: 'Connection string',
    severity: 'critical',
    keywords: ['jdbc:'],
    pattern:
      /(?<head>jdbc:)[a-z0-9]{2,20}(?::[a-z0-9+]{1,20}){0,2}:(?:\/\/|@)(?<host>[A-Za-z0-9_.-]{1,253})(?![A-Za-z0-9_.-])(?:(?!jdbc:)[^\s"'`<>]){0,300}?[?&;](?:user(?:name)?=(?<user>[^\s&;"'`<>]{1,128})[&;])?[Pp]assword=(?<secret>[^\s&;,)"'`<>\\]{1,200})(?<tail>(?:[&;][\w=&;%.:/-]{0,198}\w)?)/,
    longest: 1160,
    before: 0,
    judge: (candidate) => judgePassword(candidate, candidate.groups.user ?? '', candidate.groups.host ?? ''),
    sample: (random) =>
      `jdbc:postgresql://${host(random)}:5432/app?user=${user(random)}&password=${password(random)}`,
    nearMisses: [
      (url) => url.replace(/password=.*/, 'password=$' + '{DB_PASSWORD}'),
      (url) => url.replace('password=', 'application='),
    ],
    reference: 'https://jdbc.postgresql.org/documentation/use/',
  }),
  custom({
    id: 'ado-connection-string-password',
    title: 'Password in an ADO.NET or ODBC connection string',
    provider: 'Connection string',
    severity: 'critical',
    keywords: [';password=', '; password=', ';pwd=', '; pwd=', ',password=', ', password='],
    // A value with semicolons stands in quotes or, for ODBC, in braces.
    pattern:
      /[;,] ?(?:[Pp]assword|PASSWORD|[Pp]wd|PWD)=["'{]?(?<secret>(?<=")[^"\n]{3,200}(?=")|(?<=')[^'\n]{3,200}(?=')|(?<=\{)[^{\n]{3,200}(?=\})|(?<==)[^;,"'`<>{\s\\][^;,"'`<>\s\\]{2,199})/,
    longest: 214,
    before: 0,
    contextReach: 300,
    judge: (candidate) => {
      const { text, start, end } = candidate
      const around = `${text.slice(Math.max(0, start - 300), start)};${text.slice(end, end + 300)}`
      const host =
        /(?:server|data source|host|dsn|address)\s?=\s?(?:tcp:)?([^;,:\\"'\s]{1,253})|([\w.-]{4,253}):\d{2,5},/i
          .exec(around)
          ?.slice(1)
          .find(Boolean)
      const user = /(?:user id|uid|user(?:name)?)\s?=\s?([^;"']{1,128})/i.exec(around)?.[1] ?? ''
      return host === undefined ? dismissed('no server beside it') : judgePassword(candidate, user, host)
    },
    sample: (random) =>
      `Server=${host(random)};Database=app;User Id=${user(random)};Password=${password(random)};Encrypt=true`,
    nearMisses: [
      (line) => line.replace(/Password=[^;]*/, 'Password={0}'),
      (line) => line.replace(/Password=[^;]*/, 'Password=password'),
      (line) => line.replace('Server=', 'Title='),
    ],
    reference: 'https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax',
  }),
]
