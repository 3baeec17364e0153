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

interface CssRule {
  readonly weight: number
  readonly declarations: readonly (readonly [name: string, value: string])[]
}

/** The rules of the `style` elements of a drawing. */
export interface Sheet {
  /** Rules whose selector is one tag, class or id, or a tag with one of them, by that selector. */
  readonly rules: ReadonlyMap<string, readonly CssRule[]>
  /** Whether there are selectors that are not understood. */
  readonly partial: boolean
}

export function readSheet(root: SvgElement): Sheet {
  const rules = new Map<string, CssRule[]>()
  let partial = false
  for (const element of descendants(root)) {
    if (element.name !== 'style') continue
    const css = textOf(element)
      .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '')
      .replace(/<!--|-->|@[^;{}]*;/g, '')
    for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      const declarations = declarationsIn(body)
      for (const selector of selectors.split(',').map((each) => each.trim())) {
        const [, tag = '', mark = ''] = /^([\w-]*|\*)([.#][\w-]+)?$/.exec(selector) ?? []
        if (selector === '' || (tag === '' && mark === '')) partial ||= !selector.startsWith('@')
        else {
          const rule = { weight: mark.startsWith('#') ? 3 : mark !== '' ? 2 : tag === '*' ? 0 : 1, declarations }
          rules.set(selector, [...(rules.get(selector) ?? []), rule])
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
  for (const { declarations } of rulesFor(element, sheet)) for (const [name, value] of declarations) set(name, value)
  for (const [name, value] of declarationsIn(element.attributes.style ?? '')) set(name, value)
  return style
}

function rulesFor({ name, attributes }: SvgElement, { rules }: Sheet): readonly CssRule[] {
  if (rules.size === 0) return []
  const marks = (attributes.class ?? '')
    .split(/\s+/)
    .filter((each) => each !== '')
    .map((each) => `.${each}`)
  if (attributes.id !== undefined) marks.push(`#${attributes.id}`)
  const selectors = ['*', name, ...marks, ...marks.map((mark) => name + mark)]
  return selectors.flatMap((selector) => rules.get(selector) ?? []).sort((a, b) => a.weight - b.weight)
}
