import type { GongwenDocument } from '../../model/document.ts'

/** Asks for a decision: a 请示, also one that calls itself 请示报告. */
export function isRequest({ genre, main }: GongwenDocument): boolean {
  return genre?.value === '请示' || /请示的?报告$/.test(main.title?.value.join('') ?? '')
}

/** 请示 and 报告 go upward by their kind, others where the document or the organ directory says so. */
export function isUpward({ direction }: GongwenDocument): boolean {
  return direction?.value === 'upward'
}
