import { directoryOf } from '../profile/directory.ts'
import type { Profile } from '../profile/profile.ts'
import { findDateText } from '../standard/dates.ts'
import { type Direction, findGenre, type Genre, genreOfTitle } from '../standard/genres.ts'
import type { Element, Elements, GongwenDocument, Part } from './document.ts'
import { derived } from './element.ts'
import type { Fields } from './fields.ts'

type Format = GongwenDocument['format']

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['上行', 'upward'],
  ['平行', 'lateral'],
  ['下行', 'downward'],
])

/** 文种: the key, else the last word of the title; a 令 has no title. */
export function deriveGenre(fields: Fields, title: Part['title'], format: Format): Element<'genre'> | undefined {
  const given = fields.element('文种')
  if (given && findGenre(String(given.value))) return { ...given, kind: 'genre', value: String(given.value) }
  const found = title && genreOfTitle(title.value.join(''))
  if (found) return derived('genre', found.name, [title])
  const formatElement = fields.element('格式')
  const from = formatElement ? [formatElement] : []
  if (format === '命令') return derived('genre', '命令', from)
  if (format === '纪要') return derived('genre', '纪要', from)
  const mark = fields.element('发文机关标志')
  const named = mark && /(公告|通告)$/.exec(fields.get('发文机关标志')?.values.at(-1) ?? '')?.[1]
  return named ? derived('genre', named, [mark]) : undefined
}

/** 发文机关; or who signs, or whose name is in the red letters, when it is given nowhere else. */
export function deriveIssuers(fields: Fields): readonly Element<'issuer'>[] {
  const given = fields.each('发文机关', 'issuer')
  if (given.length > 0) return given
  const signatories = fields.each('署名', 'signatory')
  if (signatories.length > 0) return signatories.map((signatory) => derived('issuer', signatory.value, [signatory]))
  const [mark] = fields.each('发文机关标志', 'issuerMark')
  const name = mark && /^(.{2,})(?:文件|令)$/.exec(mark.value)?.[1]
  return name ? [derived('issuer', name, [mark])] : []
}

/**
 * The red letters, line by line: the name (or names) of the organ, with 文件 or 令 behind a single name and as a last entry of its own
 * behind several (GB/T 9704—2012 7.2.4, 10.1, 10.2). Nothing when 无 is asked for or no organ is known.
 */
function deriveMark(fields: Fields, issuers: readonly Element<'issuer'>[], format: Format, genre: Genre | undefined) {
  const given = fields.element('发文机关标志')
  const typed = fields.get('发文机关标志')?.values ?? []
  if (typed[0] === '无') return undefined
  if (given && typed[0] !== '主办') return given
  const shown = typed[0] === '主办' ? issuers.slice(0, 1) : issuers
  if (shown.length === 0) return undefined
  const names = shown.map(({ value }) => value)
  const suffix = format === '文件' ? markOfGenre(genre) : { 信函: '', 命令: '令', 纪要: '纪要' }[format]
  if (suffix === '') return derived('issuerMark', names, shown)
  return derived('issuerMark', names.length === 1 ? [names[0] + suffix] : [...names, suffix], shown)
}

function markOfGenre(genre: Genre | undefined): string {
  return genre?.name === '公告' || genre?.name === '通告' ? genre.name : '文件'
}

function signatureForm(fields: Fields, format: Format, genre: Genre | undefined): Element<string, unknown> {
  const given = fields.element('署名方式')
  if (given) return given
  const value = format === '命令' ? '签名章' : format === '纪要' ? '无' : (genre?.signature ?? '加盖印章')
  return derived('signatureForm', value, [])
}

/** Everything of the head and the signature that follows from the rest, beside what is given. */
export function deriveHead(
  fields: Fields,
  issuers: readonly Element<'issuer'>[],
  format: Format,
  genre: Element<'genre'> | undefined,
  adoption: Element | undefined,
): Elements {
  const kind = genre && findGenre(genre.value)
  const form = signatureForm(fields, format, kind)
  const signed = form.value !== '无'
  const adopted = signed ? undefined : adoption && findDateText(adoption.value)
  const date =
    fields.element('成文日期') ?? (adopted && adoption ? derived('issueDate', adopted, [adoption]) : undefined)
  const names = issuers.map(({ value }) => value)
  const signatory = fields.element('署名') ?? (names.length > 0 ? derived('signatory', names, issuers) : undefined)
  const mark = deriveMark(fields, issuers, format, kind)
  return {
    ...collect(fields, [
      '份号',
      '密级',
      '紧急程度',
      '发文字号',
      '令号',
      '期号',
      '签署人',
      '附注',
      '出席',
      '请假',
      '列席',
      '公文标识',
      '发布层次',
    ]),
    ...(mark ? { issuerMark: mark } : {}),
    signatureForm: form,
    ...(signed && signatory ? { signatory } : {}),
    ...(date ? { issueDate: date } : {}),
  }
}

/** 版记; with 主送 when it was moved there. */
export function deriveImprint(fields: Fields, addressee: Part['addressee']): Elements {
  const moved = addressee && fields.text('主送位置') === '版记'
  return {
    ...collect(fields, ['抄送', '分送', '印发机关', '印发日期', '公开方式']),
    ...(moved ? { addressee } : {}),
  }
}

function collect(fields: Fields, keys: readonly string[]): Elements {
  const elements: { [kind: string]: Element<string, unknown> } = {}
  for (const key of keys) {
    const element = fields.element(key)
    if (element) elements[element.kind] = element
  }
  return elements
}

/** 行文方向: the key, the 签发人, the 文种, or what the directory of organs says of 主送 and 发文机关. */
export function deriveDirection(
  fields: Fields,
  genre: Element<'genre'> | undefined,
  issuers: readonly Element<'issuer'>[],
  approvers: readonly Element<'approver'>[],
  addressee: Part['addressee'],
  profile: Profile,
): GongwenDocument['direction'] {
  const given = fields.element('行文方向')
  const asked = given && DIRECTIONS.get(String(given.value))
  if (given && asked) return { ...given, kind: 'direction', value: asked }
  const fixed = genre && findGenre(genre.value)?.direction
  if (genre && fixed) return derived('direction', fixed, [genre])
  const [issuer] = issuers
  const known = issuer && addressee && directionInDirectory(issuer.value, addressee.value, profile)
  if (known) return derived('direction', known, [issuer, addressee])
  if (approvers.length > 0) return derived('direction', 'upward', approvers)
  return addressee && /^各/.test(addressee.value[0] ?? '') ? derived('direction', 'downward', [addressee]) : undefined
}

/** Every addressee is known and stands on the same side of the issuer. */
function directionInDirectory(issuer: string, addressees: readonly string[], profile: Profile): Direction | undefined {
  const directory = directoryOf(profile)
  const own = directory.find(issuer)
  if (!own || addressees.length === 0) return undefined
  const sides = new Set(
    addressees.map((name): Direction | undefined => {
      const to = directory.find(name, own)
      if (!to || to === own) return undefined
      if (directory.isBelow(own, to)) return 'upward'
      return directory.isBelow(to, own) ? 'downward' : 'lateral'
    }),
  )
  const [side] = sides
  return sides.size === 1 ? side : undefined
}
