import { buildDocument } from '../model/build.ts'
import type { GongwenDocument } from '../model/document.ts'
import { summarise } from '../model/summarise.ts'
import type { Summary } from '../model/summary.ts'
import { FileError, type Files } from '../ports/files.ts'
import type { Profile } from '../profile/profile.ts'
import { lastNumbers } from '../record/register/lastNumbers.ts'
import type { Edit } from '../text/edit.ts'
import type { Uri } from '../text/finding.ts'
import { folderOf } from '../text/uri.ts'
import { createFolderIndex, type IndexWatch } from './folderIndex.ts'
import { missingFiles } from './missing.ts'
import { createProfiles, type Settings } from './profiles.ts'
import { registerPlace } from './registerPlace.ts'
import { editSnapshot, openSnapshot, type Snapshot } from './snapshot.ts'
import { SOURCE_EXTENSION } from './sourceFiles.ts'

/** A document and the text that it was built from: both of one version. */
export interface Reading {
  readonly snapshot: Snapshot
  readonly document: GongwenDocument
  /** Files that the document names and that are not there. */
  readonly missing: readonly string[]
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
  /** What other documents say of themselves: the open ones that were read, and those of an indexed folder. The same list while nothing changed. */
  others(uri: Uri): readonly Summary[]
  /** What all documents say of themselves: those of an indexed folder and the open ones that were read. */
  summaries(): readonly Summary[]
  /** The text of a document that need not be open, as it is on the disk if it is not; undefined where it cannot be read. */
  look(uri: Uri): Promise<Snapshot | undefined>
  /** What `look` finds, read. */
  peek(uri: Uri): Promise<Reading | undefined>
  /** Files that a document names, by what it says of itself, and that are not there. */
  lacking(summary: Summary): Promise<readonly string[]>
  /** What holds in a folder; without one, in the home folder. */
  profile(folder: Uri | undefined): Promise<Profile>
  /** What an open document that was read says of itself to the others. */
  summary(uri: Uri): Summary | undefined
  /** The last number of each series in the register that holds for a document, as it is on the disk now. */
  registered(uri: Uri): Promise<ReadonlyMap<string, number>>
  /** Files that the document names and that were not there when it was last read. */
  missing(uri: Uri): readonly string[]
  /** Reads the documents of a folder and of those in it, so that they are among the others without being open. */
  index(folder: Uri, watch?: IndexWatch): Promise<void>
  /** The documents of a folder that has left the workspace are no others any more. */
  forgetFolder(folder: Uri): void
  /** A file was made, changed or deleted outside of the editor. */
  fileChanged(uri: Uri): Promise<void>
  /** @param byFolder settings of single folders of the workspace, which go before the others */
  configure(settings: Settings, byFolder?: ReadonlyMap<Uri, Settings>): void
  /** Reads profiles anew; called when one of their files may have changed. */
  forgetProfiles(): void
}

/** @param home folder whose profile serves documents that are not files yet */
export function createWorkspace(files: Files, home?: Uri): Workspace {
  const profiles = createProfiles(files)
  const snapshots = new Map<Uri, Snapshot>()
  const readings = new Map<Uri, Reading>()
  const folders = createFolderIndex(files, profiles)
  const others = new Map<Uri, readonly Summary[]>()
  const checked = new Map<Uri, { readonly named: string; readonly missing: readonly string[] }>()

  /** Files come and go rarely: they are looked for again when others are named or when something changed on the disk. */
  const lacking = async ({ uri, files: named }: Summary): Promise<readonly string[]> => {
    if (named.length === 0) return []
    const key = named.join('\n')
    const known = checked.get(uri)
    if (known?.named === key) return known.missing
    const missing = await missingFiles(files, uri, named)
    checked.set(uri, { named: key, missing })
    return missing
  }

  const readingOf = async (snapshot: Snapshot, profile: Profile): Promise<Reading> => {
    const document = build(snapshot, profile)
    return { snapshot, document, missing: await lacking(summarise(document)) }
  }

  const read = async (uri: Uri): Promise<Reading | undefined> => {
    if (!snapshots.has(uri)) return undefined
    const profile = await profiles.of(folderOf(uri) ?? home)
    // While the profile was read the text may have changed or gone.
    const snapshot = snapshots.get(uri)
    if (!snapshot) return undefined
    const last = readings.get(uri)
    if (last && last.snapshot === snapshot && last.document.profile === profile) return last
    const reading = await readingOf(snapshot, profile)
    // While files were looked for a newer text may have been read already.
    if (snapshots.get(uri) === snapshot) readings.set(uri, reading)
    return reading
  }

  const look = async (uri: Uri): Promise<Snapshot | undefined> => snapshots.get(uri) ?? (await folders.look(uri))

  const summaries = (uri?: Uri): readonly Summary[] => {
    const open = [...readings.values()].filter((each) => each.snapshot.uri !== uri)
    const closed = [...folders.summaries()].filter((each) => each.uri !== uri && !snapshots.has(each.uri))
    return [...open.map((each) => summarise(each.document)), ...closed]
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
      checked.delete(uri)
      others.delete(uri)
    },
    openUris: () => [...snapshots.keys()],
    snapshot: (uri) => snapshots.get(uri),
    read,
    others(uri) {
      const now = summaries(uri)
      const last = others.get(uri)
      if (last?.length === now.length && last.every((each, index) => each === now[index])) return last
      others.set(uri, now)
      return now
    },
    summaries: () => summaries(),
    look,
    async peek(uri) {
      const snapshot = await look(uri)
      return snapshot && readingOf(snapshot, await profiles.of(folderOf(uri) ?? home))
    },
    lacking,
    profile: (folder) => profiles.of(folder ?? home),
    summary(uri) {
      const reading = readings.get(uri)
      return reading && summarise(reading.document)
    },
    registered: async (uri) => {
      const folder = folderOf(uri)
      if (folder === undefined) return new Map()
      const register = await registerPlace(files, folder, await profiles.of(folder))
      return readLastNumbers(files, register)
    },
    missing: (uri) => readings.get(uri)?.missing ?? [],
    index: folders.scan,
    forgetFolder: folders.forget,
    async fileChanged(uri) {
      checked.clear()
      readings.clear()
      if (uri.endsWith(SOURCE_EXTENSION)) await folders.refresh(uri)
    },
    configure: profiles.configure,
    forgetProfiles: profiles.forget,
  }
}

/** Some 100,000 numbers. */
const REGISTER_LIMIT = 100_000_000

async function readLastNumbers(files: Files, register: Uri): Promise<ReadonlyMap<string, number>> {
  try {
    return lastNumbers(new TextDecoder().decode(await files.read(register, REGISTER_LIMIT)))
  } catch (error) {
    if (error instanceof FileError) return new Map()
    throw error
  }
}

function build(snapshot: Snapshot, profile: Profile): GongwenDocument {
  const { uri, version, tree } = snapshot
  return buildDocument({ uri, version, tree, profile })
}
