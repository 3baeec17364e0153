import { buildDocument } from '../model/build.ts'
import type { GongwenDocument } from '../model/document.ts'
import { summarise } from '../model/summarise.ts'
import type { Summary } from '../model/summary.ts'
import type { Files } from '../ports/files.ts'
import type { Profile } from '../profile/profile.ts'
import type { Edit } from '../text/edit.ts'
import type { Uri } from '../text/finding.ts'
import { createProfiles, folderOf, type Settings } from './profiles.ts'
import { editSnapshot, openSnapshot, type Snapshot } from './snapshot.ts'

/** A document and the text that it was built from: both of one version. */
export interface Reading {
  readonly snapshot: Snapshot
  readonly document: GongwenDocument
}

/**
 * The open documents, in phases: text (at once), tree (when first asked for), model (needs the folder's profile).
 * A caller asks for the phase it needs and waits for no other.
 */
export interface Workspace {
  open(uri: Uri, version: number, text: string): void
  /** One change of the text; its span counts a leading BOM. A document that is not open is left alone. */
  edit(uri: Uri, version: number, edit: Edit): void
  close(uri: Uri): void
  openUris(): readonly Uri[]
  snapshot(uri: Uri): Snapshot | undefined
  /** The newest version there is when the profile has been read; undefined if the document is not open. */
  read(uri: Uri): Promise<Reading | undefined>
  /** What the other open documents say of themselves. Those that nobody has read yet are not in it. */
  others(uri: Uri): readonly Summary[]
  configure(settings: Settings): void
  /** Reads profiles anew; called when one of their files may have changed. */
  forgetProfiles(): void
}

/** @param home folder whose profile serves documents that are not files yet */
export function createWorkspace(files: Files, home?: Uri): Workspace {
  const profiles = createProfiles(files)
  const snapshots = new Map<Uri, Snapshot>()
  const readings = new Map<Uri, Reading>()

  const read = async (uri: Uri): Promise<Reading | undefined> => {
    if (!snapshots.has(uri)) return undefined
    const profile = await profiles.of(folderOf(uri) ?? home)
    // While the profile was read the text may have changed or gone.
    const snapshot = snapshots.get(uri)
    if (!snapshot) return undefined
    const last = readings.get(uri)
    if (last && last.snapshot === snapshot && last.document.profile === profile) return last
    const reading = { snapshot, document: build(snapshot, profile, last?.document) }
    readings.set(uri, reading)
    return reading
  }

  return {
    open(uri, version, text) {
      readings.delete(uri)
      snapshots.set(uri, openSnapshot(uri, version, text))
    },
    edit(uri, version, edit) {
      const previous = snapshots.get(uri)
      if (previous) snapshots.set(uri, editSnapshot(previous, version, edit))
    },
    close(uri) {
      snapshots.delete(uri)
      readings.delete(uri)
    },
    openUris: () => [...snapshots.keys()],
    snapshot: (uri) => snapshots.get(uri),
    read,
    others: (uri) =>
      [...readings.values()].filter((each) => each.snapshot.uri !== uri).map((each) => summary(each.document)),
    configure: profiles.configure,
    forgetProfiles: profiles.forget,
  }
}

function build(snapshot: Snapshot, profile: Profile, previous: GongwenDocument | undefined): GongwenDocument {
  const { uri, version, tree } = snapshot
  return buildDocument({ uri, version, tree, profile, ...(previous ? { previous } : {}) })
}

const summaries = new WeakMap<GongwenDocument, Summary>()

function summary(document: GongwenDocument): Summary {
  let made = summaries.get(document)
  if (!made) {
    made = summarise(document)
    summaries.set(document, made)
  }
  return made
}
