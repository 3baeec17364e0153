/** What the file says about itself. */
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

/** The descriptions of an XMP packet, one for each schema that is used. */
export function xmpOf(info: PaperInfo): string {
  const { Title, Author, Subject, Keywords } = info
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
