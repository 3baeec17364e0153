import type { GongwenDocument } from '../../model/document.ts'
import type { Crypto } from '../../ports/crypto.ts'
import { hex } from '../../text/hex.ts'
import type { Hand } from '../append.ts'
import { type Linked, writeLog } from '../log.ts'
import type { ProcessState } from '../state.ts'
import { type BagFile, packBag, SIGNATURE_FILE, SIGNED_FILE } from './bag.ts'
import { metadataXml, type PackagedFile } from './metadataXml.ts'
import { packZip } from './zip.ts'

/** All that is kept of a 公文 (国家档案局令第8号 第十条: files, metadata and what was done; 条例 27). */
export interface PackageParts {
  /** Name of the document without its ending: that of the folder in the package. */
  readonly name: string
  readonly document: GongwenDocument
  readonly source: string
  readonly attachments: readonly BagFile[]
  /** 正本, signed. */
  readonly pdf: Uint8Array
  /** 办文单 */
  readonly sheet: Uint8Array
  readonly entries: readonly Linked[]
  readonly state: ProcessState
  /** The flow as its file says it, without which the log does not say what was allowed. */
  readonly flow: string
  /** With what the pages were made: version and faces, as JSON. */
  readonly environment: object
  /** What verifying the 正本 said, as JSON. */
  readonly verdict: object
  /** DER of what proves who signed. */
  readonly proof: Proof
  /** Who answers for the package. */
  readonly hand?: Hand
}

/** Certificates of all who signed, their issuers, and whether they were revoked. */
export interface Proof {
  readonly certificates: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}

/** Folders of the package, with the 稿本 that the files in them are. */
const FOLDERS = { 正本: '正本', 定稿: '定稿', 附件: '附件', 办文单: '办文单', 过程: '办理记录' } as const

/** The package as one zip. Equal parts, equal bytes (but for a signature, which tells its time): the day in it is that of the last entry of the log. */
export async function archivePackage(parts: PackageParts, crypto: Crypto): Promise<Uint8Array> {
  const files = filesOf(parts)
  const described = files.map(({ path, bytes }): PackagedFile => {
    const folder = path.slice(0, path.indexOf('/')) as keyof typeof FOLDERS
    return { path, size: bytes.length, draft: FOLDERS[folder] }
  })
  const { document, entries, state, name, hand } = parts
  const xml = metadataXml(document, entries, state, described)
  const payload = [
    ...files,
    textFile('元数据.xml', xml),
    textFile('环境.json', json(parts.environment)),
    textFile('签章验证.json', json(parts.verdict)),
    ...(await proofFiles(parts.proof, crypto)),
  ]
  const bag = await packBag(payload, infoOf(parts), crypto)
  const signed = bag.find(({ path }) => path === SIGNED_FILE)
  if (!hand || !signed) return packZip(name, bag)
  return packZip(name, [...bag, { path: SIGNATURE_FILE, bytes: await hand(signed.bytes) }])
}

function filesOf({ name, source, attachments, pdf, sheet, entries, flow }: PackageParts): readonly BagFile[] {
  return [
    { path: `正本/${name}.pdf`, bytes: pdf },
    textFile(`定稿/${name}.gw.md`, source),
    ...attachments.map(({ path, bytes }) => ({ path: `附件/${path}`, bytes })),
    { path: `办文单/${name}.pdf`, bytes: sheet },
    textFile(`过程/${name}.gw.log`, writeLog(entries)),
    textFile('过程/流程.yaml', flow),
  ]
}

/** Each under its own digest: equal data, one file. */
async function proofFiles({ certificates, crls, ocsps }: Proof, crypto: Crypto): Promise<readonly BagFile[]> {
  const files = new Map<string, Uint8Array>()
  for (const [ending, list] of [
    ['cer', certificates],
    ['crl', crls],
    ['ocsp', ocsps],
  ] as const) {
    for (const bytes of list) files.set(`证书/${hex(await crypto.digest('SHA-256', bytes))}.${ending}`, bytes)
  }
  return [...files].map(([path, bytes]) => ({ path, bytes }))
}

function infoOf({ document, entries }: PackageParts): readonly (readonly [string, string])[] {
  const organ = document.issuers.map(({ value }) => value).join('、')
  const number = document.head.docNumber ?? document.head.orderNumber
  const title = document.main.title?.value.join('')
  const day = entries.at(-1)?.entry.time.slice(0, 10)
  return [
    ...(organ ? [['Source-Organization', organ] as const] : []),
    ...(title ? [['External-Description', title] as const] : []),
    ...(number ? [['External-Identifier', String(number.value)] as const] : []),
    ...(day ? [['Bagging-Date', day] as const] : []),
  ]
}

function textFile(path: string, text: string): BagFile {
  return { path, bytes: new TextEncoder().encode(text) }
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
