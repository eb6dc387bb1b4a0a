import { redactLogs } from '@tacet/runtime/pino'
import { type Logger, type LoggerOptions, pino } from 'pino'
import { type LoggerOptions as LoggerOptions9, pino as pino9 } from 'pino-9'
import { expectTypeOf, test } from 'vitest'

const nowhere = { write: () => {} }

test('what redactLogs returns is what either major takes, with and without a destination', () => {
  expectTypeOf(pino(redactLogs(), nowhere)).toEqualTypeOf<Logger>()
  pino(redactLogs({ level: 'silent', base: null }))
  pino9(redactLogs({ level: 'silent', base: null }), nowhere)
  expectTypeOf(redactLogs<LoggerOptions>).returns.toEqualTypeOf<LoggerOptions>()
  expectTypeOf(redactLogs<LoggerOptions9>).returns.toEqualTypeOf<LoggerOptions9>()
})

test('custom levels reach the type of the logger', () => {
  const log = pino(redactLogs({ customLevels: { audit: 35 } }), nowhere)
  const log9 = pino9(redactLogs({ customLevels: { audit: 35 } }), nowhere)
  expectTypeOf(log.audit).toBeFunction()
  expectTypeOf(log9.audit).toBeFunction()
})

test('callbacks are typed when the options are', () => {
  const options: LoggerOptions = redactLogs<LoggerOptions>({
    mixin: (_object, level, logger) => ({ level: level.toFixed(), logger: logger.level }),
    hooks: {
      logMethod(args, method, level) {
        expectTypeOf(level).toBeNumber()
        method.apply(this, args)
      },
      streamWrite: (line) => line.trimEnd(),
    },
  })
  expectTypeOf(options.hooks).toEqualTypeOf<LoggerOptions['hooks']>()
})
