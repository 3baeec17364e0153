import type { FaceSet } from '../fonts/faceSet.ts'
import type { GongwenDocument } from '../model/document.ts'
import { separateFiles } from '../model/include.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import { LINE_PITCH } from '../standard/layout.ts'
import type { Mm } from '../standard/units.ts'
import { assemble } from './assemble.ts'
import { reportBareSignature } from './bareSignature.ts'
import { endPages } from './endPages.ts'
import { setFirstPage } from './firstPage.ts'
import { imprintOf } from './imprint.ts'
import { type ImageSize, openJob, type Problem } from './job.ts'
import type { Layout } from './pages.ts'
import { openTypefaces } from './typefaces.ts'
import { reportUnprinted } from './unprinted.ts'
import { usedFaces } from './usedFaces.ts'

/** What the caller may choose. */
export interface TypesetOptions {
  /** Distance of the lines; default the profile's, else model B of the standard (10.447 mm). */
  readonly linePitch?: Mm
  /** Natural sizes of images by the path in the source. */
  readonly images?: ReadonlyMap<string, ImageSize>
}

/**
 * Sets a document on pages of GB/T 9704—2012. Synchronous and pure: equal document, faces and options, equal layout.
 * What cannot be set as written is in `facts.problems`; a page is made all the same.
 */
export function typeset(document: GongwenDocument, faces: FaceSet, options: TypesetOptions = {}): Layout {
  const problems: Problem[] = []
  const linePitch = options.linePitch ?? document.profile.layout.linePitch ?? LINE_PITCH
  const job = openJob(document, openTypefaces(faces), linePitch, options.images ?? new Map(), problems)
  const body = setFirstPage(job)
  const imprint = imprintOf(job, body.moved)
  const sheets = [...body.paged.sheets]
  reportBareSignature(job, sheets)
  const { unnumbered, adjusted } = endPages(sheets, imprint, job, body.paged.adjusted)
  const { elements, ...layout } = assemble(job, { sheets, head: body.head.items, imprint, unnumbered })
  reportUnprinted(job, elements)
  const separate = separateFiles(document).map(({ part }) => part.label?.value ?? null)
  const facts: LayoutFacts = {
    uri: document.uri,
    version: document.version,
    pages: sheets.length,
    titleLines: body.set.titleLines,
    ...(job.titles.size > 0 ? { titles: [...job.titles.values()] } : {}),
    ...(separate.length > 0 ? { separate } : {}),
    elements,
    faces: usedFaces(faces, layout),
    problems,
    adjusted: [...body.adjusted, ...body.paged.adjusted, ...adjusted],
  }
  return { ...layout, facts }
}
