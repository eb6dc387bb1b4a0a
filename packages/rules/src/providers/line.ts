import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional } from '../parts.ts'

export const line = defineRules('LINE', () => [
  {
    id: 'line-channel-access-token',
    title: 'LINE channel access token',
    severity: 'high',
    parts: [chars('base64', 168, 172), optional('=')],
    context: {
      words: [
        'line_channel',
        'line-channel',
        'linechannel',
        'line_access',
        'line_bot',
        'linebot',
        'api.line.me',
      ],
      label: 'LINE_CHANNEL_ACCESS_TOKEN',
    },
    reference: 'https://developers.line.biz/en/docs/basics/channel-access-token/',
    nearMisses: [replacing('LINE_CHANNEL_ACCESS_TOKEN', 'LINE_VERSION')],
  },
  {
    id: 'line-channel-secret',
    title: 'LINE channel secret',
    severity: 'high',
    parts: chars('hex', 32),
    context: {
      words: ['line_channel', 'line-channel', 'linechannel', 'linebot'],
      label: 'LINE_CHANNEL_SECRET',
    },
    reference: 'https://developers.line.biz/en/docs/basics/channel-access-token/',
    nearMisses: [replacing('LINE_CHANNEL_SECRET', 'LINE_BUILD_ID')],
  },
])
