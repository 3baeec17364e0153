/** 新建公文: what there is to choose, and a template filled with what was chosen. */
import { setEntry } from '../model/frontMatterEdits.ts'
import type { Clock } from '../ports/clock.ts'
import type { Profile } from '../profile/profile.ts'
import { GENRE_USES } from '../standard/genreUses.ts'
import { readFrontMatter } from '../syntax/frontMatter.ts'
import { parse } from '../syntax/parse.ts'
import { applyEdits } from '../text/edit.ts'

export interface NewChoices {
  readonly genres: readonly { readonly name: string; readonly use: string; readonly formats: readonly string[] }[]
  /** Organs of the profile; the office's own first. */
  readonly organs: readonly string[]
}

export function newChoices({ organs, defaults }: Profile): NewChoices {
  const own = [defaults.发文机关 ?? []].flat()
  return {
    genres: Object.entries(GENRE_USES).map(([name, { use, formats }]) => ({ name, use, formats })),
    organs: [...new Set([...own, ...organs.map(({ name }) => name)])],
  }
}

export interface NewDocument {
  readonly format?: string
  /** Left as a blank to fill in when absent. */
  readonly issuer?: string
}

/** Names that templates have for who issues them. */
const ISSUER_BLANK = /【发文机关】|【某某人民政府】/g

/** GB/T 9704—2012 10.1: a letter has no 印发机关 and no 印发日期. */
const NOT_IN_LETTERS = ['印发机关', '印发日期'] as const

/** The template with the organ, its 代字, this year and the format written in; what only the drafter knows stays in 【】. */
export function fillTemplate(
  template: string,
  { format, issuer }: NewDocument,
  profile: Profile,
  clock: Clock,
): string {
  const { code, parent } = profile.organs.find(({ name }) => name === issuer) ?? {}
  const year = new Date(clock.now().getTime() + clock.offset() * 60_000).getUTCFullYear()
  let text = template.replaceAll('〔〕', `〔${year}〕`)
  // What the office says for all its documents is not said again, nor guessed otherwise.
  for (const key of Object.keys(profile.defaults)) if (key !== '发文机关') text = withEntry(text, key, [])
  if (issuer !== undefined) text = text.replace(ISSUER_BLANK, issuer)
  if (code !== undefined) text = text.replace('【代字】', code)
  if (parent !== undefined) text = text.replace('【上级机关】', parent)
  if (format === undefined) return text
  // 文件 is what a document without the key is.
  text = withEntry(text, '格式', format === '文件' ? [] : [format])
  return format === '信函' ? NOT_IN_LETTERS.reduce((sofar, key) => withEntry(sofar, key, []), text) : text
}

function withEntry(text: string, key: string, values: readonly string[]): string {
  const tree = parse(text)
  const present = tree.frontMatter && readFrontMatter(tree.frontMatter).entries.some((entry) => entry.key === key)
  const edit = present || values.length > 0 ? setEntry(tree, key, values) : undefined
  return edit ? applyEdits(text, [edit]) : text
}
