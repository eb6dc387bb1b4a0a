import Module from 'node:module'

/** Loggers that are redacted as they are loaded: they may write to files and sockets, by streams and by workers. */
export type LoggerName = 'pino' | 'winston' | 'bunyan' | 'log4js'

/** The file of each that makes loggers. */
const FILES: readonly (readonly [LoggerName, RegExp])[] = [
  ['pino', /[\\/]pino[\\/]pino\.js$/],
  ['winston', /[\\/]winston[\\/]lib[\\/]winston[\\/]create-logger\.js$/],
  ['bunyan', /[\\/]bunyan[\\/]lib[\\/]bunyan\.js$/],
  ['log4js', /[\\/]log4js[\\/]lib[\\/]log4js\.js$/],
]

interface Loaded {
  readonly loaded: boolean
  exports: unknown
}

/**
 * Puts something in the place of what a logger's module exports, whenever one is loaded from now on. They are CommonJS,
 * which Node loads in one way for `require` and for `import`.
 *
 * @param wrap returns what to export
 */
export function onLoggersLoaded(wrap: (name: LoggerName, exports: unknown) => unknown): void {
  // What Node keeps there before it runs a module. A wrapped loader would stand in the stacks of all errors.
  const loader = Module as unknown as { _cache: Record<string, Loaded> }
  loader._cache = new Proxy(loader._cache, {
    set(cache, file, module: Loaded) {
      const logger = FILES.find(([, pattern]) => pattern.test(String(file)))
      if (logger) replaceExports(module, (exports) => wrap(logger[0], exports))
      return Reflect.set(cache, file, module)
    },
  })
}

/** Node asks for the exports once more when a module has run. */
function replaceExports(module: Loaded, wrap: (exports: unknown) => unknown): void {
  let { exports } = module
  let isWrapped = false
  Object.defineProperty(module, 'exports', {
    configurable: true,
    enumerable: true,
    get() {
      if (module.loaded && !isWrapped) {
        isWrapped = true
        exports = wrap(exports)
      }
      return exports
    },
    set(value: unknown) {
      exports = value
    },
  })
}
