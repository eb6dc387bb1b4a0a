import { redactLogger as redactBunyan } from '../adapters/bunyan.ts'
import { redactLogs as redactLog4js } from '../adapters/log4js.ts'
import { redactLogs as redactPino } from '../adapters/pino.ts'
import { redactLogger as redactWinston } from '../adapters/winston.ts'
import type { Registry } from '../registry.ts'
import type { LoggerName } from './loaded.ts'

type AnyFunction = (...args: unknown[]) => unknown

/** What makes loggers that are redacted, from what makes loggers. */
export function redactingExports(name: LoggerName, exports: unknown, registry: Registry): unknown {
  return wraps[name](exports, registry)
}

const wraps: Readonly<Record<LoggerName, (exports: unknown, registry: Registry) => unknown>> = {
  pino(exports, registry) {
    const pino = exports as AnyFunction
    const redacting: AnyFunction = (...args) => {
      // `pino(options, destination)`, `pino(destination)` or `pino()`.
      const [first, ...rest] = args
      const isDestination = typeof first === 'object' && first !== null && 'write' in first
      const given = isDestination ? [{}, ...args] : [first ?? {}, ...rest]
      return pino(redactPino(given[0] as object, { registry }), ...given.slice(1))
    }
    const own = Object.getOwnPropertyDescriptors(pino)
    Object.defineProperties(redacting, own)
    return Object.assign(redacting, { default: redacting, pino: redacting })
  },
  winston(exports, registry) {
    const createLogger = exports as AnyFunction
    return (...args: unknown[]) => redactWinston(createLogger(...args) as object, { registry })
  },
  bunyan(exports, registry) {
    const { createLogger } = exports as { createLogger: AnyFunction }
    return Object.assign(exports as object, {
      createLogger: (...args: unknown[]) => redactBunyan(createLogger(...args) as object, { registry }),
    })
  },
  log4js(exports, registry) {
    const log4js = exports as { configure: AnyFunction }
    const configure = log4js.configure.bind(log4js)
    return Object.assign(log4js, {
      configure: (configuration: unknown, ...rest: unknown[]) =>
        // A name is that of a file, which log4js reads by itself.
        configure(
          typeof configuration === 'object' && configuration
            ? redactLog4js(configuration, { registry })
            : configuration,
          ...rest,
        ),
    })
  },
}
