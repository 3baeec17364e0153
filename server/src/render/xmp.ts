import { METADATA_ITEMS, type Metadata, type MetadataItem } from '../standard/metadata.ts'

/** What the information dictionary says. */
export interface PaperInfo {
  readonly Title: string
  readonly Author?: string
  readonly Subject?: string
  readonly Keywords?: string
  readonly Creator: string
  readonly Producer: string
  readonly CreationDate: Date
  readonly ModDate: Date
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML content; characters that XML cannot hold at all are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!)
}

/** Seconds, in UTC: the same moment as in the information dictionary, as PDF/A demands (ISO 19005-2, 6.6.2.3). */
function moment(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

function description(namespace: string, address: string, properties: readonly string[]): string {
  return `<rdf:Description rdf:about="" xmlns:${namespace}="${address}">${properties.join('')}</rdf:Description>\n`
}

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
}

/** What the file says about itself. */
export interface PaperDescription {
  readonly info: PaperInfo
  readonly metadata: Metadata
  /** Of ISO 19005, always at level B. */
  readonly part: 2 | 3
}

/** The XMP packet: PDF/A, the information dictionary once more, and the 公文. */
export function xmpOf({ info, metadata, part }: PaperDescription): string {
  const claim = `<pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>`
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n' +
    description('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', [claim]) +
    descriptionsOf(info) +
    EXTENSION +
    description(
      'gw',
      NAMESPACE,
      METADATA_ITEMS.map((item) => property(item, metadata[item.name])),
    ) +
    '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>'
  )
}

const NAMESPACE = 'urn:hongtou:gongwen:1#'

function property({ name, type }: MetadataItem, values: readonly string[]): string {
  if (values.length === 0) return ''
  const texts = values.map(escapeXml)
  const entries = texts.map((text) => `<rdf:li>${text}</rdf:li>`).join('')
  return `<gw:${name}>${type === 'seq Text' ? `<rdf:Seq>${entries}</rdf:Seq>` : texts[0]}</gw:${name}>`
}

/** PDF/A allows properties of one's own that are described in the file (ISO 19005-2, 6.6.2.3.3). */
const EXTENSION = extension()

function extension(): string {
  const resource = (content: string) => `<rdf:li rdf:parseType="Resource">${content}</rdf:li>`
  const properties = METADATA_ITEMS.map(({ name, item, clause, type }) =>
    resource(
      `<pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType>` +
        '<pdfaProperty:category>external</pdfaProperty:category>' +
        `<pdfaProperty:description>${item}（GB/T 33480—2016 ${clause}）</pdfaProperty:description>`,
    ),
  )
  const schema = resource(
    `<pdfaSchema:schema>党政机关公文元数据</pdfaSchema:schema><pdfaSchema:namespaceURI>${NAMESPACE}` +
      '</pdfaSchema:namespaceURI><pdfaSchema:prefix>gw</pdfaSchema:prefix>' +
      `<pdfaSchema:property><rdf:Seq>${properties.join('')}</rdf:Seq></pdfaSchema:property>`,
  )
  const names = Object.entries({ Extension: 'extension/', Schema: 'schema#', Property: 'property#' })
  const spaces = names.map(([prefix, end]) => ` xmlns:pdfa${prefix}="http://www.aiim.org/pdfa/ns/${end}"`)
  return (
    `<rdf:Description rdf:about=""${spaces.join('')}>` +
    `<pdfaExtension:schemas><rdf:Bag>${schema}</rdf:Bag></pdfaExtension:schemas></rdf:Description>\n`
  )
}

function descriptionsOf({ Title, Author, Subject, Keywords, ...info }: PaperInfo): string {
  const core = [
    `<dc:format>application/pdf</dc:format><dc:title>${alternative(Title)}</dc:title>`,
    Author === undefined ? '' : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(Author)}</rdf:li></rdf:Seq></dc:creator>`,
    '<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>',
    Subject === undefined ? '' : `<dc:description>${alternative(Subject)}</dc:description>`,
  ]
  const basic = [
    `<xmp:CreatorTool>${escapeXml(info.Creator)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${moment(info.CreationDate)}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${moment(info.ModDate)}</xmp:ModifyDate>`,
  ]
  const pdf = [
    `<pdf:Producer>${escapeXml(info.Producer)}</pdf:Producer>`,
    Keywords === undefined ? '' : `<pdf:Keywords>${escapeXml(Keywords)}</pdf:Keywords>`,
  ]
  return (
    description('dc', 'http://purl.org/dc/elements/1.1/', core) +
    description('xmp', 'http://ns.adobe.com/xap/1.0/', basic) +
    description('pdf', 'http://ns.adobe.com/pdf/1.3/', pdf)
  )
}
