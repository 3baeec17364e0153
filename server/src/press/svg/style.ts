import type { SvgElement } from './source.ts'
import { descendants, textOf } from './source.ts'

/** Properties of an element, by name. */
export type Style = Readonly<Record<string, string>>

/** Properties that an element has from its parent when it has none of its own (SVG 1.1, appendix N). */
const INHERITED = new Set([
  ...['color', 'fill', 'fill-opacity', 'fill-rule', 'clip-rule', 'visibility', 'dominant-baseline'],
  ...['stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit'],
  ...['stroke-dasharray', 'stroke-dashoffset', 'font-family', 'font-size', 'font-weight', 'text-anchor'],
  ...['marker-start', 'marker-mid', 'marker-end'],
])
const OWN = new Set([
  'display',
  'opacity',
  'clip-path',
  'mask',
  'filter',
  'stop-color',
  'stop-opacity',
  'alignment-baseline',
])

/** What is declared, by name; of two the later. */
type Declarations = Map<string, string>

/** The rules of the `style` elements of a drawing. */
export interface Sheet {
  /** By selector: one tag, class or id, or a tag with one of them. */
  readonly rules: ReadonlyMap<string, Declarations>
  /** Whether there are selectors that are not understood. */
  readonly partial: boolean
}

/** More than any program gives one element; each is looked up whenever the element is drawn. */
const MOST_CLASSES = 16

export function readSheet(root: SvgElement): Sheet {
  const rules = new Map<string, Declarations>()
  let partial = false
  for (const element of descendants(root)) {
    if (element.name !== 'style') continue
    for (const { selectors, body } of blocksOf(textOf(element))) {
      const declarations = declarationsIn(body)
      for (const selector of selectors.split(',').map((each) => each.trim())) {
        const [, tag = '', mark = ''] = /^([\w-]*|\*)([.#][\w-]+)?$/.exec(selector) ?? []
        if (selector === '' || (tag === '' && mark === '')) partial ||= !selector.startsWith('@')
        else {
          const known = rules.get(selector) ?? new Map()
          for (const [name, value] of declarations) known.set(name, value)
          rules.set(selector, known)
        }
      }
    }
  }
  return { rules, partial }
}

function declarationsIn(body: string): readonly (readonly [string, string])[] {
  return body.split(';').flatMap((each) => {
    const at = each.indexOf(':')
    const name = each.slice(0, at).trim().toLowerCase()
    const value = each
      .slice(at + 1)
      .replace(/!\s*important\s*$/i, '')
      .trim()
    return at > 0 && value !== '' ? [[name, value] as const] : []
  })
}

/** The blocks of a sheet; those inside of an at-rule count as if they stood outside. No pattern looks for an end twice. */
function blocksOf(css: string): readonly { readonly selectors: string; readonly body: string }[] {
  const bare = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '').replace(/<!--|-->/g, '')
  return bare.split('}').flatMap((block) => {
    const at = block.lastIndexOf('{')
    if (at < 0) return []
    const before = block.slice(0, at)
    const start = Math.max(before.lastIndexOf('{'), before.lastIndexOf(';')) + 1
    return [{ selectors: before.slice(start), body: block.slice(at + 1) }]
  })
}

/** The style of an element: attributes, then the sheet, then its `style` attribute; what it has not, from its parent. */
export function styleOf(element: SvgElement, parent: Style, sheet: Sheet): Style {
  const style: Record<string, string> = Object.create(null)
  for (const name of INHERITED) if (parent[name] !== undefined) style[name] = parent[name]
  const set = (name: string, value: string): void => {
    if (!INHERITED.has(name) && !OWN.has(name)) return
    if (value !== 'inherit') style[name] = value
    else if (parent[name] !== undefined) style[name] = parent[name]
  }
  for (const [name, value] of Object.entries(element.attributes)) set(name, value)
  for (const declarations of rulesFor(element, sheet)) for (const [name, value] of declarations) set(name, value)
  for (const [name, value] of declarationsIn(element.attributes.style ?? '')) set(name, value)
  return style
}

/** The rules for an element, the weaker first: of all, of the tag, of classes, of the id. */
function rulesFor({ name, attributes }: SvgElement, { rules }: Sheet): readonly Declarations[] {
  if (rules.size === 0) return []
  const classes = (attributes.class ?? '').slice(0, 1000).split(/\s+/).slice(0, MOST_CLASSES)
  const marks = classes.filter((each) => each !== '').map((each) => `.${each}`)
  const ids = attributes.id === undefined ? [] : [`#${attributes.id}`]
  const selectors = ['*', name, ...marks, ...marks.map((mark) => name + mark), ...ids, ...ids.map((id) => name + id)]
  return selectors.flatMap((selector) => rules.get(selector) ?? [])
}
