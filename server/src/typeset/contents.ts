import type { ContentsBlock } from '../model/document.ts'
import type { Job } from './job.ts'
import type { Row } from './row.ts'

/** 目录 needs the pages of the headings, which are known only after pagination: not built yet, and said so. */
export function contentsRows(job: Job, block: ContentsBlock): readonly Row[] {
  job.report('contents-not-built', job.source(block.at))
  return []
}
