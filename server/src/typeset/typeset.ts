import type { FaceSet } from '../fonts/faceSet.ts'
import type { GongwenDocument } from '../model/document.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import { LINE_PITCH, TYPE_AREA, TYPE_AREA_BOTTOM } from '../standard/layout.ts'
import type { Mm } from '../standard/units.ts'
import { assemble } from './assemble.ts'
import { type Head, layHead } from './head.ts'
import { type Imprint, imprintOf } from './imprint.ts'
import { type ImageSize, type Job, openJob, type Problem } from './job.ts'
import type { Layout } from './pages.ts'
import { drawTogether, paginate, reachOf, type Sheet, type Sheets } from './paginate.ts'
import { type SetText, setText } from './parts.ts'
import { openTypefaces } from './typefaces.ts'

/** What the caller may choose. */
export interface TypesetOptions {
  /** Distance of the lines; default the profile's, else model B of the standard (10.447 mm). */
  readonly linePitch?: Mm
  /** Natural sizes of images by the path in the source. */
  readonly images?: ReadonlyMap<string, ImageSize>
}

/** Blank between the text and 版记 on one page. */
const IMPRINT_GAP: Mm = 4

/**
 * Sets a document on pages of GB/T 9704—2012. Synchronous and pure: equal document, faces and options, equal layout.
 * What cannot be set as written is in `facts.problems`; a page is made all the same.
 */
export function typeset(document: GongwenDocument, faces: FaceSet, options: TypesetOptions = {}): Layout {
  const problems: Problem[] = []
  const linePitch = options.linePitch ?? document.profile.layout.linePitch ?? LINE_PITCH
  const job = openJob(document, openTypefaces(faces), linePitch, options.images ?? new Map(), problems)
  const head = layHead(job)
  const text = setBody(job, head)
  const imprint = imprintOf(job, text.moved)
  const sheets = [...text.paged.sheets]
  const { unnumbered, adjusted } = endPages(sheets, imprint, job, text.paged.adjusted)
  const { elements, ...layout } = assemble(job, {
    sheets,
    head: head.items,
    imprint: imprint?.draw() ?? [],
    unnumbered,
  })
  const facts: LayoutFacts = {
    uri: document.uri,
    version: document.version,
    pages: sheets.length,
    titleLines: text.set.titleLines,
    elements,
    faces: usedFaces(job),
    problems,
    adjusted,
  }
  return { ...layout, facts }
}

interface Body {
  readonly set: SetText
  readonly paged: Sheets
  /** 主送 that was moved to 版记 so that the first page shows text (7.3.2, 7.3.3). */
  readonly moved: GongwenDocument['main']['addressee'] | undefined
}

function setBody(job: Job, head: Head): Body {
  const { main, imprint } = job.document
  const inPlace = main.addressee !== undefined && imprint.addressee === undefined
  const set = setText(job, inPlace)
  const paged = paginate(set.flows, head, job.linePitch)
  if (!inPlace || paged.sheets[0]?.rows.some(({ row }) => row.text)) return { set, paged, moved: undefined }
  const without = setText(job, false)
  return { set: without, paged: paginate(without.flows, head, job.linePitch), moved: main.addressee }
}

/**
 * Adds the pages that 版记 needs: one where it does not fit below the text, blank ones up to an even page when printed on
 * both sides (7.4.1). Gives the pages that carry no number: blank ones with the page of 版记, the first of a letter (7.5, 10.1).
 */
function endPages(
  sheets: Sheet[],
  imprint: Imprint | undefined,
  { document, linePitch }: Job,
  before: LayoutFacts['adjusted'],
): { readonly unnumbered: ReadonlySet<number>; readonly adjusted: LayoutFacts['adjusted'] } {
  const unnumbered = new Set<number>()
  const adjusted = [...before]
  if (document.format === '信函') unnumbered.add(0)
  if (!imprint) return { unnumbered, adjusted }
  const last = sheets.at(-1) as Sheet
  const used = Math.max(0, ...last.rows.map(({ row, y }) => y + reachOf(row)))
  const over = used + IMPRINT_GAP - (TYPE_AREA_BOTTOM - imprint.height)
  const change =
    last.turned || over <= 0 || before.some(({ page }) => page === sheets.length - 1)
      ? undefined
      : drawTogether(last, over)
  if (change !== undefined) {
    adjusted.push({ what: 'linePitch', page: sheets.length - 1, from: linePitch, to: linePitch + change })
  }
  const fits = !last.turned && (over <= 0 || change !== undefined)
  const blank = () => {
    unnumbered.add(sheets.length)
    sheets.push({ turned: false, top: TYPE_AREA.y, bottom: TYPE_AREA_BOTTOM, rows: [] })
  }
  if (!fits) blank()
  if (document.profile.layout.duplex && sheets.length % 2 === 1) blank()
  return { unnumbered, adjusted }
}

function usedFaces(job: Job): LayoutFacts['faces'] {
  const { faces } = job.faces.set
  return [...job.faces.used()].flatMap(([role, keys]) =>
    [...keys].flatMap((key) => {
      const same = faces.filter((face) => face.key === key)
      const face = same.find((each) => each.role === role) ?? same[0]
      return face ? [{ role, family: face.family, substitute: face.substitute || face.role !== role }] : []
    }),
  )
}
