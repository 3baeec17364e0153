/** Where a 公文 begins: its front matter, the name of the issuer in the title and the 文种 at the end of it. */
import type { GongwenDocument } from '../model/document.ts'
import { findKey } from '../standard/frontMatterKeys.ts'
import { GENRES } from '../standard/genres.ts'
import { message } from '../text/message.ts'
import type { Completion } from './completion.ts'

/** In an empty file: the keys that every 公文 has, and the title below. */
export function beginning({ profile }: GongwenDocument, offset: number): Completion {
  const keys = ['发文机关', '发文字号', '成文日期'].filter((key) => profile.defaults[key] === undefined)
  const insert = ['---', ...keys.map((key) => `${key}: `), '---', '', '# '].join('\n')
  return {
    label: '---',
    kind: 'phrase',
    detail: message('文件头和标题'),
    replace: { start: 0, end: offset },
    insert,
    ...(keys.length > 0 ? { caret: insert.indexOf('\n', 4) } : {}),
    goesOn: false,
  }
}

export function completeTitle(
  { issuers, profile }: GongwenDocument,
  typed: string,
  offset: number,
): readonly Completion[] {
  const title = typed.replace(/^#\s+/, '')
  if (title === '') {
    const names =
      issuers.length > 0 ? issuers.slice(0, 1).map(({ value }) => value) : profile.organs.map((organ) => organ.name)
    const detail = message(findKey('发文机关')?.key ?? '')
    return names.map((name) => ({
      label: `${name}关于`,
      kind: 'phrase',
      detail,
      replace: { start: offset, end: offset },
      insert: `${name}关于`,
      goesOn: false,
    }))
  }
  const [, begun] = /的(\p{Script=Han}?)$/u.exec(title) ?? []
  if (begun === undefined) return []
  return GENRES.filter(({ name }) => name.startsWith(begun)).map(({ name }) => ({
    label: name,
    kind: 'value',
    detail: message('文种'),
    replace: { start: offset - begun.length, end: offset },
    insert: name,
    goesOn: false,
  }))
}
