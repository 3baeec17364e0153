import { openPdf, type PdfFile, type PdfView } from '../pdf/file.ts'
import { decodeStream } from '../pdf/flate.ts'
import {
  array,
  dictionary,
  isArray,
  isDictionary,
  isReference,
  isStream,
  isString,
  name,
  type PdfArray,
  type PdfDictionary,
  type PdfStream,
  stream,
  withEntries,
} from '../pdf/objects.ts'
import { createUpdate, type Update } from '../pdf/update.ts'
import type { Crypto } from '../ports/crypto.ts'
import { hex } from '../text/hex.ts'
import { readCertificate } from './certificate.ts'
import { sameBytes } from './der.ts'
import { readSignatureFields } from './fields.ts'
import { type Evidence, readEvidence, readOrNothing } from './revocation.ts'
import { seedOf } from './signatureRevision.ts'

/** DER of what later verifiers need: certificates, revocation lists, OCSP answers. */
export interface ValidationData {
  readonly certificates: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}

/** Nothing at hand. */
export const NO_DATA: ValidationData = { certificates: [], crls: [], ocsps: [] }

/** All of them, each piece once. */
export function joinData(...all: readonly ValidationData[]): ValidationData {
  const join = (part: keyof ValidationData) => distinct(all.flatMap((each) => each[part]))
  return { certificates: join('certificates'), crls: join('crls'), ocsps: join('ocsps') }
}

function distinct(list: readonly Uint8Array[]): readonly Uint8Array[] {
  return list.filter((bytes, index) => list.findIndex((other) => sameBytes(bytes, other)) === index)
}

/** More than this in one file is no validation data. */
const MOST_ITEMS = 500

/** Bytes of all of them together, unpacked: revocation lists of large authorities have a few million. */
const MOST_BYTES = 1 << 26

/**
 * What stands in the document security stores (ETSI EN 319 142-1 5.4.2) of all revisions up to one: a later store that
 * leaves something out does not make it untrue. The oldest come first, so that nothing appended can crowd them out.
 */
export function readValidationData(file: PdfFile, last = file.revisions.length - 1): ValidationData {
  return readStores(file.revisions.slice(0, last + 1).map((_, revision) => file.view(revision)))
}

/** @throws Failure `pdf-limit` */
function readStores(views: readonly PdfView[]): ValidationData {
  let room = MOST_BYTES
  const unpacked = (item: PdfStream): Uint8Array => {
    const bytes = decodeStream(item, room)
    room -= bytes.length
    return bytes
  }
  const items = (key: string): readonly Uint8Array[] => {
    const streams = new Set(views.flatMap((view) => streamsOf(view, key)))
    return distinct([...streams].slice(0, MOST_ITEMS).map(unpacked))
  }
  return { certificates: items('Certs'), crls: items('CRLs'), ocsps: items('OCSPs') }
}

function streamsOf(view: PdfView, key: string): readonly PdfStream[] {
  const list = view.resolve(storeOf(view)?.entries.get(key))
  return (isArray(list) ? list.items.slice(0, MOST_ITEMS) : []).map((item) => view.resolve(item)).filter(isStream)
}

/** What of the data can be read. */
export function evidenceOf({ certificates, crls, ocsps }: ValidationData): Evidence {
  return readEvidence({
    certificates: certificates.flatMap((bytes) => readOrNothing(readCertificate, bytes)),
    crls,
    ocsps,
  })
}

function storeOf(view: PdfView): PdfDictionary | undefined {
  const catalog = view.resolve(view.trailer.entries.get('Root'))
  const store = isDictionary(catalog) ? view.resolve(catalog.entries.get('DSS')) : null
  return isDictionary(store) ? store : undefined
}

/**
 * Appends validation data as a revision of its own, which changes nothing that a reader shows: B-LT. What the file has
 * already is not written again; the same bytes come back when there is nothing new.
 * @throws Failure `pdf-…`
 */
export async function addValidationData(pdf: Uint8Array, data: ValidationData, crypto: Crypto): Promise<Uint8Array> {
  const file = openPdf(pdf)
  const view = file.view()
  const root = view.trailer.entries.get('Root')
  const known = readStores([view])
  const fresh = (part: keyof ValidationData) =>
    distinct(data[part]).filter((bytes) => !known[part].some((other) => sameBytes(bytes, other)))
  const [certificates, crls, ocsps] = [fresh('certificates'), fresh('crls'), fresh('ocsps')]
  const catalog = view.resolve(root)
  if (certificates.length + crls.length + ocsps.length === 0 || !isReference(root) || !isDictionary(catalog)) return pdf
  const update = createUpdate(file)
  const old = storeOf(view)
  const lists = {
    Certs: extended(update, old, 'Certs', certificates),
    CRLs: extended(update, old, 'CRLs', crls),
    OCSPs: extended(update, old, 'OCSPs', ocsps),
  }
  const perSignature = dictionary({ Cert: lists.Certs, CRL: lists.CRLs, OCSP: lists.OCSPs })
  const named = update.read(old?.entries.get('VRI'))
  const keys = await signatureKeys(view, crypto)
  const table = withEntries(
    isDictionary(named) ? named : dictionary({}),
    Object.fromEntries(keys.map((key) => [key, perSignature])),
  )
  const store = update.add(dictionary({ Type: name('DSS'), ...lists, VRI: table }))
  update.replace(root, withEntries(catalog, { DSS: store }))
  const id = await crypto.digest('SHA-256', new TextEncoder().encode(seedOf('DSS', pdf.length, ...keys)))
  return update.write(id.subarray(0, 16)).bytes
}

function extended(
  update: Update,
  old: PdfDictionary | undefined,
  key: string,
  fresh: readonly Uint8Array[],
): PdfArray | undefined {
  const list = update.read(old?.entries.get(key))
  const items = [...(isArray(list) ? list.items : []), ...fresh.map((bytes) => update.add(stream({}, bytes)))]
  return items.length > 0 ? array(items) : undefined
}

/** Signatures are named by the SHA-1 of their /Contents, padding included, in capitals. */
async function signatureKeys(view: PdfView, crypto: Crypto): Promise<readonly string[]> {
  const keys: string[] = []
  for (const { value } of readSignatureFields(view)) {
    const signature = view.resolve(value)
    const contents = isDictionary(signature) ? signature.entries.get('Contents') : undefined
    if (!isString(contents)) continue
    keys.push(hex(await crypto.digest('SHA-1', contents.bytes)).toUpperCase())
  }
  return keys
}
