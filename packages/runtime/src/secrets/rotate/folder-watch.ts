import { type FSWatcher, statSync, watch } from 'node:fs'
import { basename } from 'node:path'

/** Folders that are watched for as long as they are there, and again once they are back. */
export interface FolderWatch {
  /** Watches what has come back since, and leaves what has gone. */
  renew(): void
  /** Whether every folder is watched, so that nobody has to look for changes. */
  complete(): boolean
  close(): void
}

interface Armed {
  readonly watcher: FSWatcher
  /** Of the folder as it was: the same path may lead to another by now. */
  readonly identity: string
}

/**
 * Calls `changed` when something happens in one of the folders, with the name of what it happened to where that is
 * known. Keeps no process alive. One descriptor serves all folders on Linux.
 */
export function watchFolders(
  folders: readonly string[],
  changed: (name: string | null) => void,
): FolderWatch {
  const armed = new Map<string, Armed>()

  const disarm = (folder: string): void => {
    armed.get(folder)?.watcher.close()
    armed.delete(folder)
  }
  const arm = (folder: string, identity: string): void => {
    try {
      const watcher = watch(folder, { persistent: false }, (event, name) => {
        // So a folder tells that it was itself removed or moved.
        if (event === 'rename' && name === basename(folder)) disarm(folder)
        changed(name)
      })
      // Such as a network folder that went away. What is not watched is looked at by the clock.
      watcher.on('error', () => {
        disarm(folder)
        changed(null)
      })
      armed.set(folder, { watcher, identity })
    } catch {
      // No such system call, or no watch left to give out: the same.
    }
  }
  const renew = (): void => {
    for (const folder of folders) {
      const identity = identityOf(folder)
      if (armed.get(folder)?.identity === identity) continue
      disarm(folder)
      if (identity !== undefined) arm(folder, identity)
    }
  }

  renew()
  return {
    renew,
    complete: () => armed.size === folders.length,
    close: () => folders.forEach(disarm),
  }
}

/** With the time of birth, for a folder that is made anew may be given the inode of the one before. */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeNs } = statSync(folder, { bigint: true })
    return `${dev} ${ino} ${birthtimeNs}`
  } catch {
    return undefined
  }
}
