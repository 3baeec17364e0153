/** An element that is being written. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Map<string, string>
  readonly content: (XmlNode | string)[]
}

/** Adds an element to another one, with a text or without. */
export type Add = (parent: XmlNode, name: string, text?: string) => XmlNode

/** An XML file whose elements are all in one namespace. */
export function writeXml(namespace: string, rootName: string, fill: (add: Add, root: XmlNode) => void): string {
  const root: XmlNode = { name: rootName, attributes: new Map([['xmlns', namespace]]), content: [] }
  fill(add, root)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialize(root)}\n`
}

function add(parent: XmlNode, name: string, text?: string): XmlNode {
  const node: XmlNode = { name, attributes: new Map(), content: text === undefined ? [] : [text] }
  parent.content.push(node)
  return node
}

function serialize({ name, attributes, content }: XmlNode): string {
  const start = [name, ...[...attributes].map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ')
  const inside = content.map((each) => (typeof each === 'string' ? escaped(each) : serialize(each))).join('')
  return inside === '' ? `<${start}/>` : `<${start}>${inside}</${name}>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

function escaped(text: string): string {
  return printable(text).replace(/[&<>"\r]/g, (sign) => ESCAPES[sign] as string)
}

/** XML has no place for control characters and halves of characters. */
function printable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}
