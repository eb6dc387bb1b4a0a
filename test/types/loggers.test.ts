import { debuglog } from 'node:util'
import { getConsoleSink, type Sink } from '@logtape/logtape'
import { W3CBaggagePropagator } from '@opentelemetry/core'
import { BatchLogRecordProcessor, InMemoryLogRecordExporter, LoggerProvider } from '@opentelemetry/sdk-logs'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import type { ServerRuntimeClientOptions } from '@sentry/core/server'
import { redactLogger as redactBunyan } from '@tacet/runtime/bunyan'
import type { redactConsole } from '@tacet/runtime/console'
import { redactDebug } from '@tacet/runtime/debug'
import { redactDebuglog } from '@tacet/runtime/debuglog'
import { redactLogs as redactLog4js } from '@tacet/runtime/log4js'
import { redactSink } from '@tacet/runtime/logtape'
import { redactLogs as redactMorgan } from '@tacet/runtime/morgan'
import { redactLogRecords, redactPropagation, redactSpans } from '@tacet/runtime/otel'
import { redactLogs } from '@tacet/runtime/pino'
import { redactEvents } from '@tacet/runtime/sentry'
import { redactLogger as redactTslog } from '@tacet/runtime/tslog'
import { redactLogger as redactWinston } from '@tacet/runtime/winston'
import bunyan from 'bunyan'
import createDebug from 'debug'
import { fastify } from 'fastify'
import log4js, { type Configuration } from 'log4js'
import morgan from 'morgan'
import { pinoHttp } from 'pino-http'
import { Logger } from 'tslog'
import { expectTypeOf, test } from 'vitest'
import { createLogger, type Logger as WinstonLogger } from 'winston'

test('a logger that is redacted keeps its type', () => {
  expectTypeOf(redactWinston(createLogger({ silent: true }))).toEqualTypeOf<WinstonLogger>()
  expectTypeOf(redactBunyan(bunyan.createLogger({ name: 'a', streams: [] }))).toEqualTypeOf<bunyan>()
  expectTypeOf(redactTslog(new Logger<{ id: number }>({ type: 'hidden' }))).toEqualTypeOf<
    Logger<{ id: number }>
  >()
  expectTypeOf(redactSink(getConsoleSink())).toExtend<Sink>()
  expectTypeOf(redactPropagation(new W3CBaggagePropagator())).toEqualTypeOf<W3CBaggagePropagator>()
  expectTypeOf(redactDebuglog(debuglog('a'), { section: 'a' })).toBeCallableWith('text', 1)
  expectTypeOf(redactDebug(createDebug)).toEqualTypeOf<() => void>()
  expectTypeOf<typeof redactConsole>().returns.toEqualTypeOf<() => void>()
})

test('options that are redacted are what the library takes', () => {
  new BasicTracerProvider({
    spanProcessors: [redactSpans(new SimpleSpanProcessor(new InMemorySpanExporter()))],
  })
  const exporter = new InMemoryLogRecordExporter()
  new LoggerProvider({ processors: [redactLogRecords(new BatchLogRecordProcessor({ exporter }))] })
  morgan('combined', redactMorgan({ skip: () => true }))
  morgan('combined', redactMorgan())
  pinoHttp(redactLogs({ level: 'silent' }))
  fastify({ logger: redactLogs({ level: 'silent' }) })
  const configuration: Configuration = {
    appenders: { out: { type: 'stdout' } },
    categories: { default: { appenders: ['out'], level: 'off' } },
  }
  log4js.configure(redactLog4js(configuration))
  expectTypeOf(redactEvents<ServerRuntimeClientOptions>).returns.toEqualTypeOf<ServerRuntimeClientOptions>()
})
