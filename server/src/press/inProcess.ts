import type { FontSource } from '../fonts/face.ts'
import type { FaceSet } from '../fonts/faceSet.ts'
import { openFaces } from '../fonts/openFaces.ts'
import type { GongwenDocument } from '../model/document.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import type { Files } from '../ports/files.ts'
import type { Network } from '../ports/network.ts'
import type { RunProgram } from '../ports/program.ts'
import type { Random } from '../ports/random.ts'
import type { Profile } from '../profile/profile.ts'
import type { SigningKey } from '../sign/key.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { folderOf } from '../text/uri.ts'
import type { Layout } from '../typeset/pages.ts'
import { typeset } from '../typeset/typeset.ts'
import { separateDocument, withBoundFiles } from './attachmentFiles.ts'
import { editDocument, openDocument, type PressDocument } from './documents.ts'
import { holding, type Images, loadImages, openShelf, picturesOf, sizesOf } from './images.ts'
import type { createPainter } from './painter.ts'
import { pdfInfo } from './pdfInfo.ts'
import type { Press } from './press.ts'

export interface PressPorts {
  readonly fonts: FontSource
  readonly crypto: Crypto
  readonly clock: Clock
  readonly random: Random
  readonly files: Files
  /** Absent where nothing may leave the machine, as in the editor. */
  readonly network?: Network
  /** Absent where no program may be run for the user. */
  readonly programs?: RunProgram
  /** Folders outside of which no image is read: a document has those of the one that it lies in. The document's own folder when absent. */
  readonly within?: readonly Uri[]
}

/** A document set in pages, with what it was set with. */
interface Setting {
  readonly of: PressDocument
  /** With the text of files that it takes in. */
  readonly document: GongwenDocument
  /** Why it is not printed although it can be shown. */
  readonly refusal?: Failure
  readonly layout: Layout
  readonly faces: FaceSet
  readonly images: Images
}

/** Lets messages that wait, such as an abort, be handled before a long piece of work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** What a seal shows: a picture is itself, an electronic seal shows its own to its holder alone. */
async function pictureOf(seal: Uint8Array, key: SigningKey, ports: PressPorts): Promise<Uint8Array> {
  // Pictures do not begin as DER does.
  if (seal[0] !== 0x30) return seal
  return (await import('../sign/seal/useSeal.ts')).pictureOfSeal(seal, key, ports)
}

/** The heavy jobs, done where they are called. */
export function createPress(ports: PressPorts): Press {
  const documents = new Map<Uri, PressDocument>()
  const settings = new Map<Uri, Promise<Setting>>()
  const faceSets = new Map<string, Promise<FaceSet>>()
  const shelf = openShelf()
  let painting: Promise<ReturnType<typeof createPainter>> | undefined
  const painter = () => {
    painting ??= import('./painter.ts').then((loaded) => loaded.createPainter())
    return painting
  }

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

  const known = (uri: Uri): PressDocument => {
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

  /** An attachment that is sent by itself, set in pages. */
  const composeSeparate = async (uri: Uri, of: PressDocument, index: number): Promise<Setting> => {
    const within = withinOf(uri)
    const document = await separateDocument(of.document(), index, ports.files, within)
    const faces = await facesFor(of.profile.fonts)
    const images = await loadImages(document, ports.files, within, shelf, faces)
    return { of, document, layout: typeset(document, faces, { images: sizesOf(images) }), faces, images }
  }

  const withinOf = (uri: Uri): Uri => holding(ports.within ?? [], uri) ?? folderOf(uri) ?? uri

  /** The newest text in pages; the same text is set once. */
  const settingOf = async (uri: Uri, signal: AbortSignal): Promise<Setting> => {
    signal.throwIfAborted()
    const of = known(uri)
    const standing = await settings.get(uri)?.catch(() => undefined)
    if (standing?.of === of) return standing
    const setting = compose(uri, of, signal)
    settings.set(uri, setting)
    return setting
  }

  return {
    update(uri, version, edits, profile) {
      const next =
        typeof edits === 'string'
          ? openDocument(uri, version, edits, profile)
          : editDocument(uri, version, edits, profile, documents.get(uri))
      documents.set(uri, next)
    },

    async layout(uri, version, signal) {
      if (known(uri).version !== version) throw stale()
      const { layout } = await settingOf(uri, signal)
      if (known(uri).version !== version) throw stale()
      return layout.facts
    },

    async paint(uri, wanted, signal) {
      const [{ layout, faces, images }, paint] = await Promise.all([settingOf(uri, signal), painter()])
      return paint(uri, { layout, faces, pictures: picturesOf(images) }, wanted)
    },

    async pageOf(uri, place, signal) {
      const [{ layout }, { pageWith }] = await Promise.all([settingOf(uri, signal), import('./painter.ts')])
      return pageWith(layout, place)
    },

    async pdf(uri, options, signal) {
      const [{ document, refusal, layout, faces, of, images }, { paintPdf }] = await Promise.all([
        options.separate === undefined ? settingOf(uri, signal) : composeSeparate(uri, known(uri), options.separate),
        import('../render/pdf.ts'),
      ])
      signal.throwIfAborted()
      if (refusal) throw refusal
      const info = pdfInfo(document, of.text, options)
      return paintPdf(layout, faces, { ...info, images: picturesOf(images) })
    },

    async sign(pdf, { key, seal, preservation = {}, ...request }) {
      const [{ openKey }, { signAtLevel }] = await Promise.all([
        import('../sign/openKey.ts'),
        import('../sign/signAtLevel.ts'),
      ])
      const opened = await openKey(key, ports)
      const picture = seal && (await pictureOf(seal, opened, ports))
      return signAtLevel(pdf, opened, { ...request, ...(picture && { seal: picture }) }, preservation, ports)
    },

    async timestamp(pdf, preservation) {
      const { timestampPdf } = await import('../sign/signAtLevel.ts')
      return timestampPdf(pdf, preservation, ports)
    },

    async verify(pdf, trusted, data) {
      const { verifyPdf } = await import('../sign/verify.ts')
      return verifyPdf(pdf, { trusted, ...(data && { data }) }, ports)
    },

    async signFile(content, key) {
      const [{ openKey }, { signDetached }] = await Promise.all([
        import('../sign/openKey.ts'),
        import('../sign/detached.ts'),
      ])
      return signDetached(content, await openKey(key, ports), ports)
    },

    async fingerprint(key) {
      const [{ openKey }, { readCertificate }, { fingerprint }] = await Promise.all([
        import('../sign/openKey.ts'),
        import('../sign/certificate.ts'),
        import('../sign/detached.ts'),
      ])
      const { chain } = await openKey(key, ports)
      return fingerprint(readCertificate(chain[0] as Uint8Array), ports.crypto)
    },

    async verifyFile(signature, content, trusted, data) {
      const { verifyDetached } = await import('../sign/detached.ts')
      return verifyDetached(signature, content, { trusted, ...(data && { data }) }, ports)
    },

    async proof(pdf, signatures) {
      const { proofOf } = await import('../sign/proof.ts')
      return proofOf(pdf, signatures)
    },

    async revision(pdf, field) {
      const { signedRevision } = await import('../sign/signedRevision.ts')
      return signedRevision(pdf, field)
    },

    async newSeal(request) {
      const [{ openKey }, { createSeal }, { sealPicture }] = await Promise.all([
        import('../sign/openKey.ts'),
        import('../sign/seal/createSeal.ts'),
        import('./sealPicture.ts'),
      ])
      const key = await openKey(request.key, ports)
      const picture = await sealPicture(request, () => facesFor({}))
      return createSeal({ ...request, picture }, key, ports)
    },

    async readSeal(seal, trusted, data) {
      const { reportSeal } = await import('../sign/seal/report.ts')
      return reportSeal(seal, trusted, ports, data)
    },

    async sealFile(seal, content, property, key) {
      const [{ openKey }, { createSealSignature }] = await Promise.all([
        import('../sign/openKey.ts'),
        import('../sign/seal/sealSignature.ts'),
      ])
      return createSealSignature(seal, content, property, await openKey(key, ports), ports)
    },

    async readSealed(signature, content, trusted, data) {
      const { reportSealSignature } = await import('../sign/seal/report.ts')
      return reportSealSignature(signature, content, trusted, ports, data)
    },

    async identity(request) {
      const { createIdentity } = await import('../sign/identity.ts')
      return createIdentity(request, ports)
    },

    async close() {
      documents.clear()
      settings.clear()
      faceSets.clear()
    },
  }
}

function stale(): Failure {
  return new Failure('stale', message('公文在排版时又有改动，这次的结果没有采用。'))
}
