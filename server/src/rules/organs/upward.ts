import type { GongwenDocument } from '../../model/document.ts'

/** 请示 and 报告 go upward by their kind, others where the document or the organ directory says so. */
export function isUpward({ direction }: GongwenDocument): boolean {
  return direction?.value === 'upward'
}
