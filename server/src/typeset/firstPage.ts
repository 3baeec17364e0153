import type { GongwenDocument } from '../model/document.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import { HEAD } from '../standard/layout.ts'
import { type Head, layHead } from './head.ts'
import type { Job } from './job.ts'
import { paginate, type Sheets } from './paginate.ts'
import { type SetText, setText } from './parts.ts'

/** The text on pages, below its head. */
interface Body {
  readonly head: Head
  readonly set: SetText
  readonly paged: Sheets
  /** 主送 that was moved to 版记 so that the first page shows text (7.3.2). */
  readonly moved: GongwenDocument['main']['addressee'] | undefined
  readonly adjusted: LayoutFacts['adjusted']
}

/**
 * Sets the text so that the first page shows some of it (GB/T 9704—2012 7.3.3): where it does not, the stacked names of
 * joint issue are set smaller; where that is not enough, 主送 moves to 版记 (7.3.2). Where nothing helps, a rule speaks
 * of it.
 */
export function setFirstPage(job: Job): Body {
  const { main, imprint } = job.document
  const inPlace = main.addressee !== undefined && imprint.addressee === undefined
  const set = setText(job, inPlace)
  const usual = attempt(job, set, undefined)
  if (!set.flows.some(({ rows }) => rows.some(({ text }) => text))) return usual
  const found = shrunk(job, usual)
  if (found || !inPlace) return found ?? usual
  const without = attempt(job, setText(job, false), main.addressee)
  return shrunk(job, without) ?? without
}

function attempt(job: Job, set: SetText, moved: Body['moved']): Body {
  const head = layHead(job, 1)
  return { head, set, paged: paginate(set.flows, head, job.linePitch), moved, adjusted: [] }
}

/** The text as it is, or below a smaller mark, whichever shows some of it on the first page. */
function shrunk(job: Job, usual: Body): Body | undefined {
  if (showsText(usual.paged)) return usual
  let before = usual.head.markSize
  for (const shrink of HEAD.shrinks) {
    const head = layHead(job, shrink)
    // A mark that cannot become smaller.
    if (head.markSize === undefined || head.markSize === before) return undefined
    before = head.markSize
    const paged = paginate(usual.set.flows, head, job.linePitch)
    if (!showsText(paged)) continue
    const from = usual.head.markSize ?? head.markSize
    return { ...usual, head, paged, adjusted: [{ what: 'mark', page: 0, from, to: head.markSize }] }
  }
  return undefined
}

function showsText({ sheets, gaveLine }: Sheets): boolean {
  return sheets[0]?.rows.some(({ row }) => row.text || (gaveLine && row.heading)) ?? false
}
