/** What was made of a text, by the text: equal text, equal result, so nothing in it ever becomes wrong. */
export interface Memory<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
}

/**
 * Keeps what was asked for lately: when as much was added as it may hold, what was not asked for since the last time is
 * forgotten.
 * @param most in characters of keys
 */
export function createMemory<Value>(most: number): Memory<Value> {
  let young = new Map<string, Value>()
  let old = new Map<string, Value>()
  let size = 0
  const set = (key: string, value: Value) => {
    if (size > most) {
      old = young
      young = new Map()
      size = 0
    }
    young.set(key, value)
    size += key.length
  }
  return {
    get(key) {
      const known = young.get(key)
      if (known !== undefined) return known
      const kept = old.get(key)
      if (kept !== undefined) set(key, kept)
      return kept
    },
    set,
  }
}
