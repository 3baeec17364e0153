/** A print run: the same document with a 份号 of its own on every copy. */
import { setEntry } from '../model/frontMatterEdits.ts'
import { parse } from '../syntax/parse.ts'
import { applyEdits } from '../text/edit.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'

/** Six digits (GB/T 9704—2012 7.2.1) count no further; a run of more copies than this is a slip of the pen. */
const MOST_COPIES = 9999

/**
 * The numbers of a run, from 000001.
 * @throws {Failure} `copies`
 */
export function copyNumbers(copies: number): readonly string[] {
  if (!Number.isInteger(copies) || copies < 1 || copies > MOST_COPIES) {
    throw new Failure('copies', message('份数要写 1 到 {0} 的整数。', MOST_COPIES))
  }
  return Array.from({ length: copies }, (_, index) => String(index + 1).padStart(6, '0'))
}

/**
 * The text of one copy, for printing only.
 * @throws {Failure} `front-matter-broken`
 */
export function copyText(text: string, copyNumber: string): string {
  const lead = text.startsWith('\uFEFF') ? 1 : 0
  const edit = setEntry(parse(text), '份号', [copyNumber])
  if (!edit)
    throw new Failure('front-matter-broken', message('文件头不完整（缺少结尾的 ---），写不进份号。请先在正文里改好。'))
  return text.slice(0, lead) + applyEdits(text.slice(lead), [edit])
}

/** Where a copy goes: `通知-000003.pdf`. */
export function copyTarget(target: Uri, copyNumber: string): Uri {
  return target.replace(/(?:\.pdf)?$/i, `-${copyNumber}.pdf`)
}
