import { METADATA_ITEMS } from '../../server/src/standard/metadata.ts'
import type { Archive } from './archive.ts'

const PREDEFINED = ['pdfaid', 'dc', 'xmp', 'pdf', 'pdfaExtension', 'pdfaSchema', 'pdfaProperty', 'rdf', 'x', 'xml']

/** ISO 19005-2, 6.6: the packet is plain, says what the information dictionary says, and describes what is our own. */
export function metadataFaults({ root, trailer, values, decode }: Archive): readonly string[] {
  const faults: string[] = []
  const stream = root.at('Metadata')
  const { keys, name } = values(stream)
  if (name('Type') !== 'Metadata' || name('Subtype') !== 'XML' || keys.includes('Filter')) faults.push('6.6.2.1 packet')
  const xmp = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(decode(stream))
  if (/<\?xpacket[^>]*(?:bytes|encoding)=/.test(xmp) || !xmp.startsWith('<?xpacket begin="\ufeff"')) {
    faults.push('6.6.2.1 header of the packet')
  }
  const part = elementOf(xmp, 'pdfaid:part')
  if (elementOf(xmp, 'pdfaid:conformance') !== 'B') faults.push('6.6.4 conformance')
  if (part !== (root.list('AF').length > 0 ? '3' : '2')) faults.push(`6.6.4 part ${part}`)
  const info = trailer.dictionary('Info')
  for (const [key, element] of Object.entries(SAID_TWICE)) {
    if (comparable(info.text(key)) !== comparable(elementOf(xmp, element))) faults.push(`6.6.3 ${key}`)
  }
  const prefixes = new Set([...xmp.matchAll(/<(\w+):/g)].map((match) => match[1] as string))
  for (const prefix of prefixes) if (!PREDEFINED.includes(prefix) && prefix !== 'gw') faults.push(`6.6.2.3 ${prefix}`)
  const described = new Set([...xmp.matchAll(/<pdfaProperty:name>(\w+)</g)].map((match) => match[1]))
  for (const [, used] of xmp.matchAll(/<gw:(\w+)>/g)) if (!described.has(used)) faults.push(`6.6.2.3 gw:${used}`)
  if (described.size !== METADATA_ITEMS.length) faults.push('6.6.2.3 description of the schema')
  return faults
}

const SAID_TWICE = {
  Title: 'dc:title',
  Author: 'dc:creator',
  Subject: 'dc:description',
  Keywords: 'pdf:Keywords',
  Creator: 'xmp:CreatorTool',
  Producer: 'pdf:Producer',
  CreationDate: 'xmp:CreateDate',
  ModDate: 'xmp:ModifyDate',
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function elementOf(xmp: string, name: string): string | undefined {
  const content = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(xmp)?.[1]
  return content?.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (_, entity: string) => ENTITIES[entity] ?? '')
}

/** A date of PDF and one of XMP alike; any other text as it is. */
function comparable(text: string | undefined): string | undefined {
  return text?.replace(/^D:/, '').replace(/^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/, '$1$2$3$4$5$6Z')
}
