import type { LayoutFacts } from '../model/layoutFacts.ts'
import { PAPER } from '../standard/layout.ts'
import type { Imprint } from './imprint.ts'
import type { Job } from './job.ts'
import { layPage } from './layPage.ts'
import type { DisplayItem, Layout, Page, SealPlace } from './pages.ts'
import type { Sheet } from './paginate.ts'
import type { LooseSeal } from './row.ts'

type FactElement = LayoutFacts['elements'][number]

/** Everything that is drawn, before it is numbered. */
export interface Draft {
  readonly sheets: readonly Sheet[]
  readonly head: readonly DisplayItem[]
  /** Stands on the last pages. */
  readonly imprint: Imprint
  /** Pages without a printed number (7.5, 10.1). */
  readonly unnumbered: ReadonlySet<number>
}

/** Pages with their items, structure, page numbers and keys, and what is known of them. */
export function assemble(
  job: Job,
  draft: Draft,
): Omit<Layout, 'facts'> & { readonly elements: readonly FactElement[] } {
  const elements: FactElement[] = []
  const outline: Layout['outline'][number][] = []
  const seals: SealPlace[] = []
  const imprintFrom = draft.sheets.length - draft.imprint.length
  draft.sheets.forEach((sheet, index) => {
    for (const { row } of sheet.rows) if (row.outline?.key) job.headingPages.set(row.outline.key, index)
  })
  const ids = new Map<object, number>()
  const idOf = (of: object): number => {
    const id = ids.get(of) ?? ids.size
    ids.set(of, id)
    return id
  }
  const pages = draft.sheets.map((sheet, index): Page => {
    const laid = layPage(job, sheet, {
      index,
      number: draft.unnumbered.has(index) ? null : index + 1,
      head: index === 0 ? draft.head : [],
      imprint: draft.imprint[index - imprintFrom]?.draw,
    })
    for (const element of laid.elements) elements.push(element)
    for (const entry of laid.outline) outline.push(entry)
    for (const seal of laid.seals) seals.push(named(seal, seals.length + 1, index))
    const { key, number, items } = laid
    const structure = laid.structure.map((entry) => ({ tag: entry.tag, items: entry.items, id: idOf(entry.of) }))
    return { key, number, width: PAPER.width, height: PAPER.height, items, structure }
  })
  return { pages, seals, outline, elements }
}

function named(seal: LooseSeal, ordinal: number, page: number): SealPlace {
  return { ...seal, field: `HongtouSeal${ordinal}`, page }
}
