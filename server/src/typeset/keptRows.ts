import type { FaceSet } from '../fonts/faceSet.ts'
import type { BodyBlock, GongwenDocument } from '../model/document.ts'
import type { Mm } from '../standard/units.ts'
import type { Job, Problem } from './job.ts'
import type { Row } from './row.ts'

/** Rows of a block, and what was told while they were made. */
interface Kept {
  readonly faces: FaceSet
  readonly uri: string
  readonly format: GongwenDocument['format']
  readonly linePitch: Mm
  readonly width: Mm
  /** Ordinal of its section: the sources of its runs name it. */
  readonly section: number | undefined
  readonly rows: readonly Row[]
  readonly problems: readonly Problem[]
}

const keptByBlock = new WeakMap<BodyBlock, Kept>()

/**
 * Rows of a block, made by `make` unless they stand from the last time: a block is the same object as long as nothing
 * in it changes, so after a keystroke only what was typed in is made again.
 */
export function keepRows(job: Job, block: BodyBlock, make: (job: Job) => readonly Row[]): readonly Row[] {
  const section = job.source(block.at)?.section
  const known = keptByBlock.get(block)
  if (known && known.section === section && suits(known, job)) {
    for (const { code, source, args } of known.problems) job.report(code, source, ...args)
    return known.rows
  }
  const problems: Problem[] = []
  const rows = make({
    ...job,
    report(code, source, ...args) {
      problems.push({ code, ...(source ? { source } : {}), args })
      job.report(code, source, ...args)
    },
  })
  const { linePitch, width } = job
  const { uri, format } = job.document
  keptByBlock.set(block, { faces: job.faces.set, uri, format, linePitch, width, section, rows, problems })
  return rows
}

function suits(known: Kept, { document, faces, linePitch, width }: Job): boolean {
  return (
    known.faces === faces.set &&
    known.uri === document.uri &&
    known.format === document.format &&
    known.linePitch === linePitch &&
    known.width === width
  )
}
