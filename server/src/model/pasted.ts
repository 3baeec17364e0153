import { findDateText } from '../standard/dates.ts'
import { ORGAN_OR_PERSON_ENDINGS } from '../standard/formulae.ts'
import { message } from '../text/message.ts'
import type { GongwenDocument } from './document.ts'
import { normalise, sameText } from './element.ts'
import type { Fields } from './fields.ts'
import { frontMatterEdits } from './frontMatterEdits.ts'
import type { Line } from './line.ts'
import { splitPostAndName } from './postAndName.ts'
import type { Report } from './problems.ts'
import type { Tail } from './tail.ts'

/** A line of the text that says what a key says. */
export interface Pasted {
  readonly key: string
  readonly values: readonly string[]
  readonly lines: readonly Line[]
}

/** Mark and number from above or below the title. A pasted 某某令 says the format too. */
export function pastedHead(lines: readonly Line[], format: GongwenDocument['format']): readonly Pasted[] {
  return lines.flatMap((line): readonly Pasted[] => {
    const values = [line.text]
    if (line.form !== 'docNumber') {
      const order: Pasted = { key: '格式', values: ['命令'], lines: [line] }
      return [...(format === '命令' ? [order] : []), { key: '发文机关标志', values, lines: [line] }]
    }
    const number = line.text.replace(/^[（(](.*)[）)]$/, '$1')
    return [{ key: format === '命令' && /第/.test(number) ? '令号' : '发文字号', values: [number], lines: [line] }]
  })
}

/** 署名, date, 附注 and 版记 from the end of the main text. */
export function pastedTail(tail: Tail, names: readonly string[], personal: boolean): readonly Pasted[] {
  const { signatory, date, notes } = tail
  const pasted: Pasted[] = []
  if (date?.form === 'nameAndDate') {
    const day = findDateText(date.text) as string
    pasted.push({ key: '署名', values: [date.text.slice(0, -day.length).trim()], lines: [date] })
    pasted.push({ key: '成文日期', values: [day], lines: [date] })
  } else if (date) {
    pasted.push(...pastedSignatory(signatory, names, personal), { key: '成文日期', values: [date.text], lines: [date] })
  }
  if (notes.length > 0) pasted.push({ key: '附注', values: notes.map(({ text }) => text.slice(1, -1)), lines: notes })
  return pasted
}

function pastedSignatory(signatory: readonly Line[], names: readonly string[], personal: boolean): readonly Pasted[] {
  if (signatory.length === 0) return []
  const texts = signatory.map(({ text }) => text)
  if (personal && texts.every((text) => PERSON.test(text))) {
    return [{ key: '签署人', values: texts.map(postAndName), lines: signatory }]
  }
  const whole = names.find((name) => sameText(name, texts.join('')))
  return [{ key: '署名', values: whole ? [whole] : joinWrapped(texts.flatMap(sideBySide)), lines: signatory }]
}

/** 某某市教育局　　某某市财政局: organs that sign jointly on one line. */
function sideBySide(text: string): readonly string[] {
  const names = text.split(/\s+/)
  return names.every((name) => name.length > 3 && ORGAN_OR_PERSON_ENDINGS.test(name)) ? names : [text]
}

/** A long name runs over two lines: the first of them does not end like a name. */
function joinWrapped(texts: readonly string[]): readonly string[] {
  const names: string[] = []
  let open = ''
  for (const text of texts) {
    open += text
    if (!ORGAN_OR_PERSON_ENDINGS.test(text)) continue
    names.push(open)
    open = ''
  }
  return open === '' ? names : [...names, open]
}

const PERSON = /^[\p{Script=Han}　 ]+[\s\u3000]+[\p{Script=Han}·]+(?:[\s\u3000]+\p{Script=Han})?$/u

/** As the key has it: `省　长 唐某某` is `省长 唐某某`. */
function postAndName(text: string): string {
  const { post, name } = splitPostAndName(text)
  return `${post} ${name}`
}

const IMPRINT_KEYS: readonly (readonly [RegExp, string])[] = [
  [/^抄\s*[送报]\s*[：:]\s*/, '抄送'],
  [/^分\s*送\s*[：:]\s*/, '分送'],
  [/^公开(?:方式|属性)\s*[：:]\s*/, '公开方式'],
]

export function pastedImprint(lines: readonly Line[]): readonly Pasted[] {
  return lines.flatMap((line): readonly Pasted[] => {
    const labelled = IMPRINT_KEYS.find(([pattern]) => pattern.test(line.text))
    if (labelled) return [{ key: labelled[1], values: [line.text.replace(labelled[0], '')], lines: [line] }]
    const date = findDateText(line.text)
    if (!date) return [{ key: '印发机关', values: [line.text], lines: [line] }]
    const printer = line.text.slice(0, line.text.indexOf(date)).trim()
    const printed: Pasted = { key: '印发日期', values: [date], lines: [line] }
    return printer ? [{ key: '印发机关', values: [printer], lines: [line] }, printed] : [printed]
  })
}

/** Compares what was pasted with the keys; what no key says yet is taken from the text. */
export function settlePasted(
  pasted: readonly Pasted[],
  fields: Fields,
  names: readonly string[],
  report: Report,
): void {
  const missing: Pasted[] = []
  const repeated: Pasted[] = []
  for (const each of pasted) {
    if (each.values.every((value) => value.trim() === '')) repeated.push(each)
    else if (isKnown(each, fields, names)) repeated.push(each)
    else if (isGiven(each.key, fields)) reportDifference(each, fields, report)
    else {
      fields.offerPasted(each.key, each.values, each.lines)
      missing.push(each)
    }
  }
  const mixed = new Set(missing.flatMap(({ lines }) => lines))
  for (const each of repeated) if (!each.lines.some((line) => mixed.has(line))) reportRepeated(each, report)
  reportMissing(missing, report)
}

function isGiven(key: string, fields: Fields): boolean {
  return fields.get(key) !== undefined && fields.get(key)?.origin !== 'profile'
}

function isKnown({ key, values }: Pasted, fields: Fields, names: readonly string[]): boolean {
  const field = fields.get(key)
  const known = field?.values ?? (key === '署名' ? names : undefined)
  if (!known || (key === '署名' && known.length !== values.length)) return false
  const said = new Set(known.map(bare))
  return values.every((value) => said.has(bare(value)))
}

/** Without what typesetting adds. */
function bare(text: string): string {
  return normalise(text)
    .replace(/^（(.*)）$/, '$1')
    .replace(/(?:。|印发)$/, '')
}

function reportRepeated({ key, lines }: Pasted, report: Report): void {
  const [span, ...also] = lines.map((line) => report.span(line))
  if (!span) return
  report.add(
    'model-pasted-repeated',
    'hint',
    span,
    message('{0}由开头信息得出，自动排印，这里不用再写。', key),
    [report.fix('safe', message('删去这里的{0}', key), report.removal(lines))],
    also.length > 0 ? { also } : {},
  )
}

function reportDifference({ key, lines, values }: Pasted, fields: Fields, report: Report): void {
  const [span, ...also] = lines.map((line) => report.span(line))
  if (!span) return
  report.add(
    'model-pasted-differs',
    'warning',
    span,
    message(
      '这里的{0}是“{1}”，开头信息里写的是“{2}”，按开头信息排印。请核对后删去一处。',
      key,
      values.join('、'),
      fields.get(key)?.values.join('、') ?? '',
    ),
    [report.fix('suggestion', message('删去这里的{0}', key), report.removal(lines))],
    also.length > 0 ? { also } : {},
  )
}

function reportMissing(missing: readonly Pasted[], report: Report): void {
  const lines = [...new Set(missing.flatMap((each) => each.lines))]
  const [span, ...also] = lines.map((line) => report.span(line))
  if (!span) return
  const keys = [...new Set(missing.map(({ key }) => key))].join('、')
  const edits = frontMatterEdits(report.tree, missing)
  const fixes = edits ? [report.fix('safe', message('移到开头信息'), [...edits, ...report.removal(lines)])] : []
  report.add(
    'model-pasted-element',
    'info',
    span,
    message('{0}写在开头信息里，由排版放到规定的位置。', keys),
    fixes,
    also.length > 0 ? { also } : {},
  )
}
