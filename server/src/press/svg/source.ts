import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml'
import { Failure } from '../../text/failure.ts'
import { message } from '../../text/message.ts'

/** An element of an SVG, by its name without prefix. */
export interface SvgElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (SvgElement | string)[]
  /** Characters of its attributes and its own text: what it takes to draw it once. */
  readonly weight: number
}

/** Elements of a drawing of a whole city. */
const MOST_ELEMENTS = 100_000
/** Deeper than any program nests; what is read is walked by recursion. */
const DEEPEST = 256

/**
 * Reads the XML of an SVG. Entities that the file declares itself are not expanded, and nothing outside of it is read.
 * @throws {Failure} `image-unreadable`, `image-too-complex`
 */
export function readSvg(bytes: Uint8Array): SvgElement {
  let root: XmlElement | null
  try {
    // Entities of a DTD stay as they are written: programs use them for names of namespaces, which are not asked for.
    root = parseXml(decoded(bytes), { ignoreUndefinedEntities: true }).root
  } catch (cause) {
    throw unreadable(cause)
  }
  if (!root || localName(root.name) !== 'svg') throw unreadable()
  return copyOf(root)
}

function decoded(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide, { fatal: true }).decode(bytes)
}

function unreadable(cause?: unknown): Failure {
  return new Failure('image-unreadable', message('SVG 文件不完整。'), cause)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function copyOf(root: XmlElement): SvgElement {
  let count = 0
  const copy = (element: XmlElement, depth: number): SvgElement => {
    count += 1
    if (count > MOST_ELEMENTS || depth > DEEPEST) throw tooComplex()
    const attributes: Record<string, string> = Object.create(null)
    let weight = 0
    for (const [name, value] of Object.entries(element.attributes)) {
      attributes[localName(name)] ??= value
      weight += name.length + value.length
    }
    const children: (SvgElement | string)[] = []
    for (const child of element.children) {
      if (child instanceof XmlElement) children.push(copy(child, depth + 1))
      else if (child instanceof XmlText) {
        children.push(child.text)
        weight += child.text.length
      }
    }
    return { name: localName(element.name), attributes, children, weight }
  }
  return copy(root, 0)
}

/** A drawing that would take too long, by intent or not. */
export function tooComplex(): Failure {
  return new Failure('image-too-complex', message('SVG 图形太复杂。'))
}

export function* descendants(element: SvgElement): Generator<SvgElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* descendants(child)
}

export function textOf(element: SvgElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
