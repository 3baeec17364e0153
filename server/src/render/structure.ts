import type { CellPlace, DisplayItem, Page } from '../typeset/pages.ts'

/** A part of a page's content stream that belongs to an element (ISO 32000-1, 14.7.4.2). */
export interface MarkedContent {
  readonly page: number
  /** From 0 on each page. */
  readonly mark: number
}

/** An element of the logical structure (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  readonly tag: string
  readonly kids: (StructureElement | MarkedContent)[]
  /** What is said in place of a picture. */
  readonly alt?: string
  readonly cell?: CellPlace
}

/** A document as elements in reading order, and what of each page belongs to which. */
export interface Structure {
  readonly root: StructureElement
  readonly pages: readonly MarkedPage[]
}

export interface MarkedPage {
  /** What is not in it is an artifact: lines, page numbers, heads of tables that are repeated. */
  readonly marks: ReadonlyMap<DisplayItem, number>
  /** By the number of the mark. */
  readonly owners: readonly StructureElement[]
}

/** Document over H1–H6, P, Caption, Figure, and Table with TR over TH and TD. */
export function structureOf(pages: readonly Page[]): Structure {
  const root: StructureElement = { tag: 'Document', kids: [] }
  const parts = new Map<number, StructureElement>()
  const partOf = (entry: Page['structure'][number], page: Page): StructureElement => {
    const known = entry.id === undefined ? undefined : parts.get(entry.id)
    if (known) return known
    const image = entry.items.map((index) => page.items[index]).find((item) => item?.kind === 'image')
    const part = { tag: entry.tag, kids: [], ...(image && { alt: image.alt }) }
    root.kids.push(part)
    if (entry.id !== undefined) parts.set(entry.id, part)
    return part
  }
  const cellOf = openTables()
  return {
    root,
    pages: pages.map((page, index) => {
      const owners = new Map<DisplayItem, StructureElement>()
      for (const entry of page.structure) {
        if (entry.tag === 'Artifact') continue
        const part = partOf(entry, page)
        for (const item of entry.items) owners.set(page.items[item] as DisplayItem, part)
      }
      return markPage(page, index, owners, cellOf)
    }),
  }
}

type CellOf = (table: StructureElement, cell: CellPlace) => StructureElement

/** Finds the element of a cell, and makes it with its row where it is the first of them. */
function openTables(): CellOf {
  const rows = new Map<StructureElement, Map<number, StructureElement>>()
  const cells = new Map<CellPlace, StructureElement>()
  return (table, place) => {
    const known = cells.get(place)
    if (known) return known
    const ofTable = rows.get(table) ?? new Map<number, StructureElement>()
    rows.set(table, ofTable)
    let row = ofTable.get(place.row)
    if (!row) {
      row = { tag: 'TR', kids: [] }
      ofTable.set(place.row, row)
      table.kids.push(row)
    }
    const cell = { tag: place.head ? 'TH' : 'TD', kids: [], cell: place }
    cells.set(place, cell)
    row.kids.push(cell)
    return cell
  }
}

/** Numbers the marks of a page in the order of painting: neighbours of one element share a mark. */
function markPage(
  page: Page,
  index: number,
  parts: ReadonlyMap<DisplayItem, StructureElement>,
  cellOf: CellOf,
): MarkedPage {
  const marks = new Map<DisplayItem, number>()
  const owners: StructureElement[] = []
  let open: StructureElement | undefined
  const visit = (item: DisplayItem, part: StructureElement | undefined): void => {
    if (item.kind === 'turned') {
      open = undefined
      for (const each of item.items) visit(each, part)
      open = undefined
      return
    }
    const cell = part && 'cell' in item && item.cell ? cellOf(part, item.cell) : undefined
    const owner = item.kind === 'run' || item.kind === 'image' ? (cell ?? part) : undefined
    if (owner && owner !== open) {
      owner.kids.push({ page: index, mark: owners.length })
      owners.push(owner)
    }
    if (owner) marks.set(item, owners.length - 1)
    open = owner
  }
  for (const item of page.items) visit(item, parts.get(item))
  return { marks, owners }
}
