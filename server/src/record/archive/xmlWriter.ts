import { DOMImplementation, type Element, XMLSerializer } from '@xmldom/xmldom'

/** Adds an element to another one, with a text or without. */
export type Add = (parent: Element, name: string, text?: string) => Element

/** An XML file whose elements are all in one namespace. */
export function writeXml(namespace: string, rootName: string, fill: (add: Add, root: Element) => void): string {
  const xml = new DOMImplementation().createDocument(namespace, rootName, null)
  const add: Add = (parent, name, text) => {
    const element = xml.createElementNS(namespace, name)
    if (text !== undefined) element.appendChild(xml.createTextNode(printable(text)))
    parent.appendChild(element)
    return element
  }
  fill(add, xml.documentElement as Element)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(xml)}\n`
}

/** XML has no place for control characters and halves of characters. */
function printable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}
