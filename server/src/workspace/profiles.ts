import type { Files } from '../ports/files.ts'
import { loadProfile, readProfileText } from '../profile/load.ts'
import { EMPTY_PROFILE, type Profile } from '../profile/profile.ts'
import type { Severity, Uri } from '../text/finding.ts'
import { openSnapshot, type Snapshot } from './snapshot.ts'

/** What the user set in the editor; it goes before what an office's profile says. */
export interface Settings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly fonts: Profile['fonts']
  /** In a folder that the user does not trust, the profile may not choose fonts. */
  readonly trusted: boolean
}

const DEFAULT_SETTINGS: Settings = { rules: {}, fonts: {}, trusted: true }

/** Profiles by folder, each read once until {@link Profiles.forget}. */
export interface Profiles {
  of(folder: Uri | undefined): Promise<Profile>
  /** @param byFolder settings of single folders of the workspace, which go before the others */
  configure(settings: Settings, byFolder?: ReadonlyMap<Uri, Settings>): void
  forget(): void
}

export function createProfiles(files: Files): Profiles {
  const loaded = new Map<Uri, Promise<Profile>>()
  let settings = DEFAULT_SETTINGS
  let byFolder: ReadonlyMap<Uri, Settings> = new Map()
  let overlays = new WeakMap<Settings, WeakMap<Profile, Profile>>()

  const load = (folder: Uri): Promise<Profile> => {
    let profile = loaded.get(folder)
    if (!profile) {
      profile = loadProfile(files, folder)
      loaded.set(folder, profile)
    }
    return profile
  }

  /** Those of the innermost folder that has its own. */
  const settingsOf = (folder: Uri | undefined): Settings => {
    const own = [...byFolder].filter(([root]) => folder === root || folder?.startsWith(`${root}/`))
    return own.sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? settings
  }

  return {
    async of(folder) {
      const profile = folder === undefined ? EMPTY_PROFILE : await load(folder)
      const chosen = settingsOf(folder)
      const overlay = overlays.get(chosen) ?? new WeakMap<Profile, Profile>()
      overlays.set(chosen, overlay)
      const result = overlay.get(profile) ?? withSettings(profile, chosen)
      overlay.set(profile, result)
      return result
    },
    configure(next, folders = new Map()) {
      settings = next
      byFolder = folders
      overlays = new WeakMap()
    },
    forget() {
      loaded.clear()
    },
  }
}

/** The text of a profile, in which the spans of its problems count; undefined where it cannot be read. */
export async function profileSnapshot(files: Files, uri: Uri): Promise<Snapshot | undefined> {
  const { text } = await readProfileText(files, uri)
  return text === undefined ? undefined : openSnapshot(uri, 0, text)
}

function withSettings(profile: Profile, settings: Settings): Profile {
  const fonts = settings.trusted ? { ...profile.fonts, ...settings.fonts } : settings.fonts
  const rules = { ...profile.rules, ...settings.rules }
  return { ...profile, rules, fonts, key: `${profile.key}|${JSON.stringify([rules, fonts])}` }
}
