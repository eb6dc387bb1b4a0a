import { parentPort, workerData } from 'node:worker_threads'
import { publish, SETS } from './rotation-volume.ts'

// A thread of its own, so that files are replaced while they are read.
parentPort!.on('message', (set: number) => {
  // Sets that are superseded at once, mostly before they were read, or while they are.
  for (let other = 1; other <= set % 3; other++) publish(workerData as string, (set + other * 7) % SETS)
  publish(workerData as string, set)
})
