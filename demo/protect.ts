import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Service } from './drive.ts'
import { leaked } from './leaked.ts'
import { excerpt, heading, row, verdict } from './print.ts'
import { deliverSecrets } from './secrets.ts'
import { ways } from './ways.ts'

const WIDTHS = [46, 10, 12, 9]

/**
 * Drives the same service twice, without Tacet and with it, over every way to leak.
 *
 * @returns whether every way leaked without it, and none with it
 */
export async function protect(): Promise<boolean> {
  heading(`1. An Express service with pino, and ${ways.length} ways to leak`)
  const folder = mkdtempSync(join(tmpdir(), 'tacet-demo-secrets-'))
  const secrets = deliverSecrets(folder)
  const unprotected = await Service.start('unprotected', secrets)
  const service = await Service.start('protected', secrets)
  let ok = true
  try {
    console.log(row(['what was tried', 'where', 'without', 'with', 'what came out'], WIDTHS))
    for (const way of ways) {
      const before = leaked(await unprotected.go(way), secrets.values)
      const output = await service.go(way)
      const after = leaked(output, secrets.values)
      const silent = after.length === 0 && output.includes('[REDACTED:')
      if (before.length === 0 || !silent) ok = false
      const cells = [
        way.what,
        way.where,
        before.length > 0 ? 'leaked' : 'NOTHING',
        silent ? 'silent' : 'LEAKED',
      ]
      const came = silent ? excerpt(output.toString(), 72) : `leaked: ${after.join(', ') || 'no placeholder'}`
      console.log(row([...cells, came], WIDTHS))
    }
  } finally {
    await Promise.all([unprotected.stop(), service.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`\n${verdict(ok, ok ? 'every way leaks without Tacet, and none with it' : 'something leaked')}`)
  return ok
}
