import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml'

/** A value of an XMP property (ISO 16684-1 6.3): text, a list, or a structure; with the language of a text. */
export type XmpValue =
  | { readonly text: string; readonly language?: string }
  | { readonly list: 'Alt' | 'Bag' | 'Seq'; readonly items: readonly XmpValue[] }
  | { readonly fields: XmpProperties }

/** By `{namespace}name`, in the order of the names. */
export type XmpProperties = Readonly<Record<string, XmpValue>>

/** Metadata that are no XMP as programs write it. */
export class XmpError extends Error {
  override readonly name = 'XmpError'
}

const RDF = '{http://www.w3.org/1999/02/22-rdf-syntax-ns#}'
const XML_NAMESPACES: Namespaces = { xml: 'http://www.w3.org/XML/1998/namespace' }
const LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'

type Namespaces = Readonly<Record<string, string>>

/**
 * What XMP metadata say, however they are written: programs write them anew when they save a file, with attributes for
 * elements and other blanks.
 * @throws XmpError for what is not plain RDF of properties, among it document types and repeated properties
 */
export function readXmp(text: string): XmpProperties {
  // Entities of its own could make one text out of another.
  if (text.includes('<!')) throw new XmpError('declaration')
  // It has been read as UTF-8, which other readers would not do against its word.
  const [, encoding] = /^\uFEFF?\s*<\?xml\s[^>]*encoding\s*=\s*["']([^"']*)/.exec(text) ?? []
  if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') throw new XmpError('encoding')
  const root = parsed(text)
  const [top, namespaces] = descend(root, XML_NAMESPACES)
  const rdf = name(root, namespaces) === `${RDF}RDF` ? [top, namespaces] : descend(only(elements(top)), namespaces)
  const [frame, scope] = rdf as [XmlElement, Namespaces]
  if (name(frame, scope) !== `${RDF}RDF`) throw new XmpError('no RDF')
  const found = elements(frame).flatMap((description) => {
    const [element, inner] = descend(description, scope)
    if (name(element, inner) !== `${RDF}Description`) throw new XmpError('no description')
    return properties(element, inner)
  })
  return sorted(found)
}

function parsed(text: string): XmlElement {
  try {
    const { root } = parseXml(text)
    if (root && !isDeeper(root, DEEPEST)) return root
  } catch {
    // The parser's own words are about XML, which nobody wrote by hand here.
  }
  throw new XmpError('no XML')
}

/** Real metadata nest some ten deep; what follows walks them by recursion. */
const DEEPEST = 64

function isDeeper(root: XmlElement, limit: number): boolean {
  let level: readonly XmlElement[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap(({ children }) => children.filter((child) => child instanceof XmlElement))
  }
  return false
}

/** The element and the namespaces that hold in it. */
function descend(element: XmlElement, outer: Namespaces): readonly [XmlElement, Namespaces] {
  const own = Object.entries(element.attributes).flatMap(([key, uri]) =>
    key === 'xmlns' || key.startsWith('xmlns:') ? [[key.slice(6), uri]] : [],
  )
  return [element, { ...outer, ...Object.fromEntries(own) }]
}

function name(element: XmlElement, namespaces: Namespaces): string {
  return expanded(element.name, namespaces)
}

function expanded(qualified: string, namespaces: Namespaces): string {
  const [prefix, local] = qualified.includes(':') ? qualified.split(':', 2) : ['', qualified]
  const uri = namespaces[prefix ?? '']
  if (uri === undefined) throw new XmpError('unknown prefix')
  return `{${uri}}${local}`
}

/** Attributes but for those that declare namespaces. */
function attributes(element: XmlElement, namespaces: Namespaces): ReadonlyMap<string, string> {
  const entries = Object.entries(element.attributes).filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
  // An attribute without a prefix belongs to no namespace; `about` of old programs is the one in use.
  return new Map(entries.map(([key, value]) => [key.includes(':') ? expanded(key, namespaces) : `${RDF}${key}`, value]))
}

/** Properties of a description or of a structure: attributes are texts, elements are whatever they hold. */
function properties(element: XmlElement, namespaces: Namespaces): readonly (readonly [string, XmpValue])[] {
  const simple = [...attributes(element, namespaces)].flatMap(([key, text]) => {
    if (key.startsWith(RDF)) {
      if (key === `${RDF}about` || key === `${RDF}parseType`) return []
      throw new XmpError('rdf attribute')
    }
    return [[key, { text }] as const]
  })
  const compound = elements(element).map((child) => {
    const [property, scope] = descend(child, namespaces)
    return [name(property, scope), propertyValue(property, scope)] as const
  })
  return [...simple, ...compound]
}

function propertyValue(element: XmlElement, namespaces: Namespaces): XmpValue {
  const given = attributes(element, namespaces)
  const language = given.get(LANGUAGE)
  const children = element.children.some((child) => child instanceof XmlElement) ? elements(element) : undefined
  if (given.get(`${RDF}parseType`) === 'Resource') return { fields: sorted(properties(element, namespaces)) }
  if (!children) {
    const isStructure = [...given.keys()].some((key) => key !== LANGUAGE)
    if (isStructure && element.text.trim() !== '') throw new XmpError('text in a structure')
    if (isStructure) return { fields: sorted(properties(element, namespaces)) }
    return { text: element.text, ...(language !== undefined && { language }) }
  }
  const [inner, scope] = descend(only(children), namespaces)
  if (given.size > 0) throw new XmpError('attributes of a property')
  const kind = name(inner, scope).slice(RDF.length)
  if (name(inner, scope) === `${RDF}Description`) return { fields: sorted(properties(inner, scope)) }
  if (name(inner, scope) !== RDF + kind || !isList(kind)) throw new XmpError('unknown value')
  return { list: kind, items: elements(inner).map((item) => propertyValue(...descend(item, scope))) }
}

function isList(kind: string): kind is 'Alt' | 'Bag' | 'Seq' {
  return kind === 'Alt' || kind === 'Bag' || kind === 'Seq'
}

/** Child elements of one that has no text of its own. */
function elements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => {
    if (child instanceof XmlText && child.text.trim() !== '') throw new XmpError('text between elements')
    return child instanceof XmlElement
  }) as readonly XmlElement[]
}

function only(list: readonly XmlElement[]): XmlElement {
  const [first, ...more] = list
  if (!first || more.length > 0) throw new XmpError('one element expected')
  return first
}

function sorted(entries: readonly (readonly [string, XmpValue])[]): XmpProperties {
  const names = new Set(entries.map(([key]) => key))
  if (names.size !== entries.length) throw new XmpError('repeated property')
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
