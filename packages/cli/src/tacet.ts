#!/usr/bin/env node
import { main } from './main.ts'

const signals = { SIGINT: 130, SIGTERM: 143 } as const

const controller = new AbortController()
let signalled: number | undefined
for (const [name, code] of Object.entries(signals)) {
  // Once: a second Ctrl-C ends the process at once.
  process.once(name, () => {
    signalled = code
    controller.abort()
  })
}
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
  signal: controller.signal,
})
process.exitCode = signalled ?? code
