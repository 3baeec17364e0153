import type { GongwenDocument } from '../../model/document.ts'
import type { Crypto } from '../../ports/crypto.ts'
import { type Linked, writeLog } from '../log.ts'
import type { ProcessState } from '../state.ts'
import { type BagFile, packBag } from './bag.ts'
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
}

/** Folders of the package, with the 稿本 that the files in them are. */
const FOLDERS = { 正本: '正本', 定稿: '定稿', 附件: '附件', 办文单: '办文单', 过程: '办理记录' } as const

/** The package as one zip. Equal parts, equal bytes: the day in it is that of the last entry of the log. */
export async function archivePackage(parts: PackageParts, crypto: Crypto): Promise<Uint8Array> {
  const files = filesOf(parts)
  const described = files.map(({ path, bytes }): PackagedFile => {
    const folder = path.slice(0, path.indexOf('/')) as keyof typeof FOLDERS
    return { path, size: bytes.length, draft: FOLDERS[folder] }
  })
  const { document, entries, state, name } = parts
  const xml = metadataXml(document, entries, state, described)
  const payload = [
    ...files,
    textFile('元数据.xml', xml),
    textFile('环境.json', json(parts.environment)),
    textFile('签章验证.json', json(parts.verdict)),
  ]
  return packZip(name, await packBag(payload, infoOf(parts), crypto))
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
