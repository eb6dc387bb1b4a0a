import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const adafruit = defineRules('Adafruit IO', () => [
  {
    id: 'adafruit-io-key',
    title: 'Adafruit IO key',
    severity: 'medium',
    parts: ['aio_', chars('alnum', 28)],
    reference: 'https://io.adafruit.com/api/docs/',
    nearMisses: [replacing('aio_', 'aix_')],
  },
  {
    id: 'adafruit-io-legacy-key',
    title: 'Adafruit IO key (older form)',
    severity: 'medium',
    parts: [chars('lowerAlnum', 32, 32, '_-')],
    context: { words: ['adafruit'], label: 'ADAFRUIT_IO_KEY' },
    reference: 'https://io.adafruit.com/api/docs/',
    nearMisses: [replacing('ADAFRUIT_IO_KEY', 'ADAFRUIT_VERSION')],
  },
])
