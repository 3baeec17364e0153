import { createBudget } from '../pdf/content/budget.ts'
import { readPage } from '../pdf/content/readPage.ts'
import { createFontCache } from '../pdf/font/font.ts'
import { readPages } from '../pdf/pages.ts'
import { readAnyway } from '../pdf/rebuild.ts'
import type { Mm } from '../standard/units.ts'
import { isHan } from '../text/cjk.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { anatomyOf, type Format } from './anatomy.ts'
import { checkAttachmentNote, checkBody, checkHeadings } from './checks/body.ts'
import { checkCorner } from './checks/corner.ts'
import { checkApprovers, checkNumber } from './checks/docNumber.ts'
import { checkEnding } from './checks/ending.ts'
import { checkImprint } from './checks/imprint.ts'
import { checkLetter } from './checks/letter.ts'
import { checkMark, checkRed } from './checks/mark.ts'
import { checkPageNumbers } from './checks/pageNumber.ts'
import { checkPaper, checkTurned } from './checks/paper.ts'
import { checkSeparator } from './checks/separator.ts'
import { checkAddressee, checkTitle } from './checks/title.ts'
import { fontClassOf } from './fontClass.ts'
import { type MeasuredPage, measuredPage } from './page.ts'
import type { Row, Verdict } from './row.ts'

/** How far a position may be off before it counts as 偏差, unless the standard gives its own allowance. */
export const TOLERANCE: Mm = 0.5

/** A GB/T 9704—2012 report on a PDF, whoever made it. */
export interface Report {
  readonly pages: number
  /** The file is damaged: what was measured was pieced together from it. */
  readonly rebuilt: boolean
  readonly format: Format
  readonly tolerance: Mm
  readonly rows: readonly Row[]
  readonly fonts: readonly { readonly name: string; readonly role: string | undefined; readonly embedded: boolean }[]
  /** Rows by verdict. */
  readonly summary: Readonly<Record<Verdict, number>>
  /** No clause of the standard is departed from; practice and derived figures do not count. */
  readonly conforms: boolean
}

/**
 * Measures a PDF against GB/T 9704—2012.
 * @throws Failure `pdf-…` for files that cannot be read, `measure-scan` and `measure-no-text` for pages without
 * characters to measure
 */
export function measurePdf(bytes: Uint8Array, tolerance: Mm = TOLERANCE): Report {
  const { value: pages, rebuilt } = readMeasurable(bytes)
  refuseWithoutText(pages)
  const anatomy = anatomyOf(pages)
  const rows = [
    ...checkPaper(anatomy, tolerance),
    ...checkCorner(anatomy, tolerance),
    ...checkMark(anatomy, tolerance),
    ...checkNumber(anatomy, tolerance),
    ...checkApprovers(anatomy, tolerance),
    ...checkSeparator(anatomy, tolerance),
    ...checkLetter(anatomy, tolerance),
    ...checkRed(anatomy),
    ...checkTitle(anatomy, tolerance),
    ...checkAddressee(anatomy, tolerance),
    ...checkBody(anatomy, tolerance),
    ...checkHeadings(anatomy, tolerance),
    ...checkAttachmentNote(anatomy, tolerance),
    ...checkEnding(anatomy, tolerance),
    ...checkImprint(anatomy, tolerance),
    ...checkPageNumbers(anatomy, tolerance),
    ...checkTurned(anatomy),
  ]
  const count = (verdict: Verdict): number => rows.filter((row) => row.verdict === verdict).length
  return {
    pages: pages.length,
    rebuilt,
    format: anatomy.format,
    tolerance,
    rows,
    fonts: fontsOf(pages),
    summary: { 符合: count('符合'), 偏差: count('偏差'), 未见: count('未见'), 不能自动判断: count('不能自动判断') },
    conforms: !rows.some(({ verdict, ground }) => verdict === '偏差' && ground === '规定'),
  }
}

/** The refusal of protected files speaks of seals where signatures are read; here it is about measuring. */
function readMeasurable(bytes: Uint8Array): { readonly value: readonly MeasuredPage[]; readonly rebuilt: boolean } {
  try {
    return readAnyway(bytes, (view) => {
      const shared = { fonts: createFontCache(view), budget: createBudget() }
      return readPages(view).map((page, index) => measuredPage(index + 1, readPage(view, page, shared)))
    })
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'pdf-encrypted') throw error
    throw new Failure(
      'pdf-encrypted',
      message('这个 PDF 设有密码或使用限制，里面的文字读不出来，不能量。请先在原软件中去掉密码保护再试。'),
      error,
    )
  }
}

function refuseWithoutText(pages: readonly MeasuredPage[]): void {
  if (pages.length === 0) throw new Failure('measure-no-text', message('这个 PDF 没有页面，没有可以量的东西。'))
  const glyphs = pages.flatMap(({ marks }) => marks.glyphs)
  if (glyphs.some(({ text }) => isHan(text))) return
  const scanned = pages.some(({ marks }) =>
    marks.pictures.some(
      ({ box }) => (box.right - box.left) * (box.bottom - box.top) > (marks.width * marks.height) / 2,
    ),
  )
  if (scanned)
    throw new Failure(
      'measure-scan',
      message('这个 PDF 是扫描的图片，没有可以量的文字。请用生成它的软件直接导出 PDF，再来量。'),
    )
  if (glyphs.length > 0)
    throw new Failure(
      'measure-no-text',
      message(
        '这个 PDF 的字体没有说明每个字是什么字（缺少 Unicode 对应表），认不出公文的要素。请换一种方式导出 PDF 再试。',
      ),
    )
  throw new Failure('measure-no-text', message('这个 PDF 里没有汉字。文字如果已经转成曲线，请用没有转曲的 PDF 来量。'))
}

function fontsOf(pages: readonly MeasuredPage[]): Report['fonts'] {
  const fonts = new Map(pages.flatMap(({ marks }) => marks.glyphs.map(({ font }) => [font.name, font] as const)))
  return [...fonts.values()].map(({ name, embedded }) => ({ name, role: fontClassOf(name), embedded }))
}
