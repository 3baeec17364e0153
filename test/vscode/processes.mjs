// Processes of the VS Code under test, and of no other.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Language servers that run from this VS Code's own extensions folder; Linux only. */
export function serversOf({ home }) {
  const own = join(home, 'extensions')
  return readdirSync('/proc')
    .filter(
      (name) =>
        /^\d+$/.test(name) && commandOf(name).some((part) => part.startsWith(own) && part.endsWith('server.mjs')),
    )
    .map(Number)
}

function commandOf(pid) {
  try {
    return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').split('\0')
  } catch {
    return []
  }
}
