/** The documents of a press and their pages. */
import type { FaceSet } from '../fonts/faceSet.ts'
import { openFaces } from '../fonts/openFaces.ts'
import type { GongwenDocument } from '../model/document.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import type { Profile } from '../profile/profile.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { folderOf } from '../text/uri.ts'
import type { Layout } from '../typeset/pages.ts'
import { typeset } from '../typeset/typeset.ts'
import { separateDocument, withBoundFiles } from './attachmentFiles.ts'
import { editDocument, openDocument, type PressDocument } from './documents.ts'
import { holding, type Images, loadImages, openShelf, sizesOf } from './images.ts'
import type { PressPorts } from './ports.ts'
import type { Press } from './press.ts'

/** A document set in pages, with what it was set with. */
export interface Setting {
  readonly of: PressDocument
  /** With the text of files that it takes in. */
  readonly document: GongwenDocument
  /** Why it is not printed although it can be shown. */
  readonly refusal?: Failure
  readonly layout: Layout
  readonly faces: FaceSet
  readonly images: Images
}

/** Keeps the newest text of each document, and what was made of it. */
export interface Composer extends Pick<Press, 'update'> {
  /** @throws RangeError for a document that was never given */
  current(uri: Uri): PressDocument
  /** The newest text in pages; the same text is set once. */
  settingOf(uri: Uri, signal: AbortSignal): Promise<Setting>
  /** An attachment that is sent by itself, set in pages. */
  separate(uri: Uri, index: number): Promise<Setting>
  facesFor(preferences: Profile['fonts']): Promise<FaceSet>
  clear(): void
}

/** Lets messages that wait, such as an abort, be handled before a long piece of work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** A composer without documents. */
export function createComposer(ports: PressPorts): Composer {
  const documents = new Map<Uri, PressDocument>()
  const settings = new Map<Uri, Promise<Setting>>()
  const faceSets = new Map<string, Promise<FaceSet>>()
  const shelf = openShelf()

  const facesFor = (preferences: Profile['fonts']): Promise<FaceSet> => {
    const key = JSON.stringify(preferences)
    let faces = faceSets.get(key)
    if (!faces) {
      faces = openFaces(ports.fonts, preferences)
      faceSets.set(key, faces)
      faces.catch(() => faceSets.delete(key))
    }
    return faces
  }

  const current = (uri: Uri): PressDocument => {
    const found = documents.get(uri)
    if (!found) throw new RangeError(`no such document: ${uri}`)
    return found
  }

  const compose = async (uri: Uri, of: PressDocument, signal: AbortSignal): Promise<Setting> => {
    await breathe()
    signal.throwIfAborted()
    const within = withinOf(uri)
    const { document, refusal } = await withBoundFiles(of.document(), ports.files, within)
    const faces = await facesFor(of.profile.fonts)
    const images = await loadImages(document, ports.files, within, shelf, faces)
    signal.throwIfAborted()
    const layout = typeset(document, faces, { images: sizesOf(images) })
    const problems = [...layout.facts.problems, ...(await problemsApart(uri, of, layout.facts.separate?.length ?? 0))]
    const told = { ...layout, facts: { ...layout.facts, problems } }
    return { of, document, ...(refusal ? { refusal } : {}), layout: told, faces, images }
  }

  /** What could not be set as written in the attachments that are sent by themselves; one without its file is not printed. */
  const problemsApart = async (uri: Uri, of: PressDocument, count: number): Promise<LayoutFacts['problems']> => {
    const problems: LayoutFacts['problems'][number][] = []
    for (let index = 0; index < count; index++) {
      try {
        problems.push(...(await composeSeparate(uri, of, index)).layout.facts.problems)
      } catch (error) {
        if (!(error instanceof Failure)) throw error
      }
    }
    return problems
  }

  const composeSeparate = async (uri: Uri, of: PressDocument, index: number): Promise<Setting> => {
    const within = withinOf(uri)
    const document = await separateDocument(of.document(), index, ports.files, within)
    const faces = await facesFor(of.profile.fonts)
    const images = await loadImages(document, ports.files, within, shelf, faces)
    return { of, document, layout: typeset(document, faces, { images: sizesOf(images) }), faces, images }
  }

  const withinOf = (uri: Uri): Uri => holding(ports.within ?? [], uri) ?? folderOf(uri) ?? uri

  return {
    update(uri, version, edits, profile) {
      const next =
        typeof edits === 'string'
          ? openDocument(uri, version, edits, profile)
          : editDocument(uri, version, edits, profile, documents.get(uri))
      documents.set(uri, next)
    },

    current,
    async settingOf(uri, signal) {
      signal.throwIfAborted()
      const of = current(uri)
      const standing = await settings.get(uri)?.catch(() => undefined)
      if (standing?.of === of) return standing
      const setting = compose(uri, of, signal)
      settings.set(uri, setting)
      return setting
    },
    separate: async (uri, index) => composeSeparate(uri, current(uri), index),
    facesFor,
    clear() {
      documents.clear()
      settings.clear()
      faceSets.clear()
    },
  }
}
