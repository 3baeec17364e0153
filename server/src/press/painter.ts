// Pages as a viewer shows them: only those in reach are drawn, and of those only what is new.
import type { FaceSet } from '../fonts/faceSet.ts'
import { COLOURS, movableOutline, number, placeGlyphs, runTransform } from '../render/glyphs.ts'
import { drawItem, drawSeal, inkOf } from '../render/svg.ts'
import type { Uri } from '../text/finding.ts'
import { fingerprint } from '../text/fingerprint.ts'
import type { DisplayItem, Layout, Page, Run, SealPlace } from '../typeset/pages.ts'
import type { Picture } from '../typeset/picture.ts'
import type { PaintedElement, PaintedPage, PaintedPages, PaintedRun, WantedPages } from './press.ts'

interface Drawable {
  readonly layout: Layout
  readonly faces: FaceSet
  readonly pictures: ReadonlyMap<string, Picture>
}

/** What viewers of a document have drawn: elements of pages by key, and the glyphs that they were sent. */
interface Drawn {
  readonly pages: ReadonlyMap<string, readonly PaintedElement[]>
  readonly glyphs: Set<string>
}

/** Remembers what viewers have drawn, so that they are sent the difference. */
export function createPainter(): (uri: Uri, drawable: Drawable, wanted: WantedPages) => PaintedPages {
  const drawn = new Map<Uri, Drawn>()
  const faceNames = new Map<string, number>()
  const nameOf = (face: string, character: string): string => {
    const at = faceNames.get(face) ?? faceNames.size
    faceNames.set(face, at)
    return `${at}.${(character.codePointAt(0) as number).toString(36)}`
  }

  return (uri, { layout, faces, pictures }, { known, within = { first: 0, last: layout.pages.length - 1 } }) => {
    const had = new Set(known)
    const last = known.some((key) => key !== '') ? drawn.get(uri) : undefined
    const glyphs = last?.glyphs ?? new Set<string>()
    const outlines: Record<string, string> = {}

    const paintRun = (run: Run): PaintedRun => {
      const placed = placeGlyphs(run, faces).flatMap(({ character, pen }) => {
        const outline = movableOutline(faces, run.face, character)
        if (outline === '') return []
        const name = nameOf(run.face, character)
        if (!glyphs.has(name)) outlines[name] = outline
        glyphs.add(name)
        return [`${name} ${number(pen)}`]
      })
      const { colour, element } = run
      return { transform: runTransform(run), fill: COLOURS[colour], element, glyphs: placed.join(' ') }
    }
    const paintPage = (page: Page, seals: readonly SealPlace[]): readonly PaintedElement[] => {
      const ink = inkOf(page, faces, pictures)
      const items = page.items.map((item) => (item.kind === 'run' ? paintRun(item) : drawItem(item, ink)))
      return [...items, ...seals.map((seal) => drawSeal(seal, ink))]
    }

    const keys = layout.pages.map((page, index) => pictureKey(page, sealsOn(layout, index)))
    const wanted = new Set(keys)
    const pages = new Map([...(last?.pages ?? [])].filter(([key]) => had.has(key) && wanted.has(key)))
    const taken = new Set<string>()
    const painted = layout.pages.map((page, index): PaintedPage => {
      const key = keys[index] as string
      const blank = { key, width: page.width, height: page.height }
      if (index < within.first || index > within.last) return blank
      const sources = page.items.map(sourceOf)
      if (had.has(key)) return { ...blank, sources }
      const elements = paintPage(page, sealsOn(layout, index))
      pages.set(key, elements)
      const before = known[index] ?? ''
      // What is still a page, or was already given to another, is not there to be used.
      const base = wanted.has(before) || taken.has(before) ? undefined : last?.pages.get(before)
      taken.add(before)
      return { ...blank, sources, elements: base ? sinceBefore(base, elements) : elements }
    })
    drawn.set(uri, { pages, glyphs })
    return { pages: painted, outlines }
  }
}

function sourceOf(item: DisplayItem): readonly [section: number, start: number, end: number] | null {
  if (!('source' in item) || !item.source) return null
  const { section, span } = item.source
  return [section, span.start, span.end]
}

/** Elements that stood on the page before are named by their place there. */
function sinceBefore(before: readonly PaintedElement[], now: readonly PaintedElement[]): readonly PaintedElement[] {
  const places = new Map<string, number[]>()
  for (const [place, element] of before.entries()) {
    const name = JSON.stringify(element)
    const same = places.get(name)
    if (same) same.push(place)
    else places.set(name, [place])
  }
  return now.map((element) => places.get(JSON.stringify(element))?.shift() ?? element)
}

function sealsOn({ seals }: Layout, index: number): readonly SealPlace[] {
  return seals.filter(({ page }) => page === index)
}

/** Equal key, equal picture: the page's own key knows nothing of the seals, which are no content of it. */
function pictureKey({ key }: Page, seals: readonly SealPlace[]): string {
  if (seals.length === 0) return key
  return `${key}-${fingerprint(JSON.stringify(seals.map(({ issuer, kind, rect, lettering }) => [issuer, kind, rect, lettering])))}`
}

/** The first page with a run that prints a place; behind the last character of a run still. */
export function pageWith(
  { pages }: Layout,
  { section, offset }: { readonly section: number; readonly offset: number },
): number | undefined {
  const printedAt =
    (reach: number) =>
    (item: DisplayItem): boolean => {
      if (item.kind === 'turned') return item.items.some(printedAt(reach))
      if (!('source' in item) || item.source?.section !== section) return false
      const { start, end } = item.source.span
      return start <= offset && offset < end + reach
    }
  for (const reach of [0, 1]) {
    const found = pages.findIndex(({ items }) => items.some(printedAt(reach)))
    if (found !== -1) return found
  }
  return undefined
}
