#!/usr/bin/env node
import { main } from './main.ts'
import { processSignals } from './process-signals.ts'

const signals = processSignals()
// Whoever reads the messages may have gone; that is no reason to fail.
process.stderr.on('error', () => {})

const code = await main(process.argv.slice(2), {
  // Looked at only by a command that reads it.
  get stdin() {
    return process.stdin
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: signals.aborted,
  signals,
})
process.exitCode = signals.exitCode ?? code
