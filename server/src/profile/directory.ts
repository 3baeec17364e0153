/** The organs that a profile knows of: its own and the public ones. */
import { PUBLIC_ORGANS } from '../standard/organs.ts'
import type { Organ, Profile } from './profile.ts'

export interface Directory {
  /**
   * By full name or 规范化简称, with or without 中华人民共和国.
   * @param asker an organ of the centre understands more short forms: 统计局 is 国家统计局 for it
   */
  find(name: string, asker?: Organ): Organ | undefined
  parentOf(organ: Organ): Organ | undefined
  /** Whether an organ stands anywhere below another. A directory that runs in circles ends. */
  isBelow(organ: Organ, above: Organ): boolean
}

const known = new WeakMap<Profile, Directory>()

/** The directory of a profile; without one the public organs alone. */
export function directoryOf(profile: Profile): Directory {
  let directory = known.get(profile)
  if (!directory) {
    directory = createDirectory(profile.organs)
    known.set(profile, directory)
  }
  return directory
}

function createDirectory(own: readonly Organ[]): Directory {
  const organs = merged(own)
  const byName = new Map<string, Organ>()
  const amongCentral = new Map<string, Organ>()
  const offer = (index: Map<string, Organ>, key: string | undefined, organ: Organ) => {
    if (key && !index.has(key)) index.set(key, organ)
  }
  for (const organ of organs) offer(byName, organ.name, organ)
  for (const organ of organs) {
    offer(byName, organ.short, organ)
    for (const short of organ.otherShorts ?? []) offer(amongCentral, short, organ)
  }
  const find = (typed: string, asker?: Organ): Organ | undefined => {
    const name = typed.replace(/[\s\u3000]+/g, '')
    return (
      byName.get(name) ??
      (asker?.level === '中央' ? amongCentral.get(name) : undefined) ??
      byName.get(name.replace(/^中华人民共和国/, ''))
    )
  }
  const parentOf = ({ parent }: Organ): Organ | undefined => (parent === undefined ? undefined : find(parent))
  return {
    find,
    parentOf,
    isBelow(organ, above) {
      let at = parentOf(organ)
      for (let step = 0; at && step < organs.length; step++) {
        if (at === above) return true
        at = parentOf(at)
      }
      return false
    },
  }
}

/** What a profile says of a public organ is added to what is known of it; its own organs are found first. */
function merged(own: readonly Organ[]): readonly Organ[] {
  const publicByName = new Map<string, Organ>(PUBLIC_ORGANS.map((organ) => [organ.name, organ]))
  const mine = own.map((organ) => ({ ...publicByName.get(organ.name), ...organ }))
  const names = new Set(own.map(({ name }) => name))
  return [...mine, ...PUBLIC_ORGANS.filter(({ name }) => !names.has(name))]
}
