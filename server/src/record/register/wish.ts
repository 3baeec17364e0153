import { normalised } from '../../model/docNumberForm.ts'
import type { GongwenDocument } from '../../model/document.ts'
import { readSeriesNumber } from '../../model/seriesNumber.ts'
import { textOfElement } from '../../model/text.ts'
import { findDate } from '../../standard/dates.ts'
import { Failure } from '../../text/failure.ts'
import { message } from '../../text/message.ts'

/** The number that a document is to have: of which series (代字〔年份〕), and which one where that is settled. */
export interface Wish {
  readonly series: string
  readonly number?: number
}

/** What a clerk says beside the document. */
interface Asked {
  /** `某政函` or `某政函〔2026〕`. */
  readonly series?: string
  readonly number?: number
}

/**
 * 代字 by what is asked, by a draft's own 发文字号 (`某政发〔2026〕号`), or by the profile's 代字 of the first organ; the year by
 * the same, else by 成文日期, else this one.
 * @throws Failure `no-series` nothing says the 代字; `number-other` the document has another number already
 */
export function wishOf(document: GongwenDocument, asked: Asked, thisYear: number): Wish {
  const text = textOfElement(document.head.docNumber)
  const written = readSeriesNumber(text)
  const draft = pieces(normalised(text))
  const { code: askedCode, year: askedYear } = pieces(asked.series ?? '')
  const [issuer] = document.issuers
  const organ = document.profile.organs.find(({ name }) => name === issuer?.value)
  const code = askedCode ?? draft.code ?? organ?.code
  if (code === undefined)
    throw new Failure(
      'no-series',
      message(
        '不知道用哪个发文机关代字。请在发文字号里写上代字和年份（例如“某政发〔{0}〕号”），或者在单位配置（红头.yaml）里写上“{1}”的代字。',
        thisYear,
        issuer?.value ?? '发文机关',
      ),
      undefined,
      message('也可以用 --series 写明。'),
    )
  const year = askedYear ?? draft.year ?? findDate(textOfElement(document.head.issueDate))?.year ?? thisYear
  const series = `${code}〔${year}〕`
  if (!written) return { series, ...(asked.number === undefined ? {} : { number: asked.number }) }
  if (written.series !== series || (asked.number !== undefined && asked.number !== written.number))
    throw new Failure(
      'number-other',
      message('文中已经写了发文字号{0}，与要登记的不同。请先改正文中的，或者把它删去。', written.written),
    )
  return { series, number: written.number }
}

/** What is told of 代字 and year: `某政发`, `某政发〔2026〕号`, `某政发〔〕号`; nothing of a template's 【代字】. */
function pieces(text: string): { readonly code?: string; readonly year?: string } {
  const [, code, year] = /^([^〔〕【】]{1,20})(?:〔([0-9]{4})?〕.*)?$/.exec(text) ?? []
  return { ...(code === undefined ? {} : { code }), ...(year === undefined ? {} : { year }) }
}
