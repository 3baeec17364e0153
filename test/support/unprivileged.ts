/** Of the user `nobody` on Linux systems. */
const NOBODY = 65534

/** Does the work as a user for whom permissions count: root could read and write everything. */
export async function unprivileged<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work()
  process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}
