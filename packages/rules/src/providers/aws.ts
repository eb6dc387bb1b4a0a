import { alphabets } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { anyOf, chars, oneOf, optional } from '../parts.ts'

const ids = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'
const keys = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'

export const aws = defineRules('AWS', () => [
  {
    id: 'aws-access-key-id',
    title: 'AWS access key id',
    severity: 'high',
    // Besides those of users and of sessions: of bearer tokens, of credentials for one service, and of old accounts.
    parts: [oneOf('AKIA', 'ASIA', 'ABIA', 'ACCA', ['A3T', anyOf(alphabets.upperAlnum)]), chars('base32', 16)],
    reference: ids,
    revoke: keys,
    // Ids of roles and users are no credentials.
    nearMisses: [(id) => `AROA${id.slice(4)}`, (id) => `AIDA${id.slice(4)}`],
  },
  {
    id: 'aws-secret-access-key',
    title: 'AWS secret access key',
    severity: 'critical',
    companions: ['aws-access-key-id'],
    parts: chars('base64', 40),
    context: {
      words: [
        'aws_secret',
        'aws-secret',
        'awssecret',
        'secret_access_key',
        'secretaccesskey',
        'secretkey',
        'akia',
      ],
      label: 'AWS_SECRET_ACCESS_KEY',
    },
    // Of forty characters that are all hexadecimal digits, a digest is made and no secret drawn.
    never: /^(?:[\da-f]+|[\dA-F]+)$/,
    reference: keys,
    revoke: keys,
    nearMisses: [
      replacing('AWS_SECRET_ACCESS_KEY', 'AWS_OBJECT_SHA256_DIGEST'),
      (line) =>
        line.replace(/[^=]{40}$/, (key) => key.replace(/[^\da-f]/g, (c) => `${c.charCodeAt(0) % 10}`)),
    ],
  },
  {
    id: 'aws-session-token',
    title: 'AWS session token',
    severity: 'high',
    parts: [oneOf('FwoGZXIvYXdz', 'IQoJb3JpZ2lu'), chars('base64', 100, 1200), optional('='), optional('=')],
    reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html',
    revoke: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html',
    nearMisses: [(token) => token.slice(0, 80)],
  },
  {
    id: 'aws-bedrock-api-key',
    title: 'Amazon Bedrock API key',
    severity: 'high',
    parts: ['ABSKQmVkcm9ja0FQSUtleS', chars('base64', 87, 249), optional('='), optional('=')],
    reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
    nearMisses: [(token) => token.slice(4, 60)],
  },
  {
    id: 'aws-bedrock-short-term-api-key',
    title: 'Amazon Bedrock short-term API key',
    severity: 'high',
    parts: ['bedrock-api-key-', chars('base64', 100, 4000), optional('='), optional('=')],
    reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
    nearMisses: [replacing('bedrock-api-key-', 'bedrock-api-name-')],
  },
  {
    id: 'aws-appsync-api-key',
    title: 'AWS AppSync API key',
    severity: 'medium',
    parts: ['da2-', chars('lowerAlnum', 26)],
    reference: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    nearMisses: [replacing('da2-', 'da1-')],
  },
  {
    id: 'aws-mws-auth-token',
    title: 'Amazon Marketplace Web Service token',
    severity: 'high',
    parts: [
      'amzn.mws.',
      chars('hex', 8),
      '-',
      chars('hex', 4),
      '-',
      chars('hex', 4),
      '-',
      chars('hex', 4),
      '-',
      chars('hex', 12),
    ],
    reference: 'https://developer.amazonservices.com/',
    nearMisses: [replacing('amzn.mws.', 'amzn.id.')],
  },
])
