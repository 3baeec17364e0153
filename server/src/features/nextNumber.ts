/** The 发文字号 that is next in its series, by the register and the documents of the workspace. */
import type { GongwenDocument } from '../model/document.ts'
import { seriesNumber } from '../model/seriesNumber.ts'
import type { Summary } from '../model/summary.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'

export interface NextNumber {
  readonly number: string
  readonly detail: Message
}

/**
 * One for every 代字 of the profile, and for every series of the year that the workspace or the register has; those of the
 * document's issuer come first.
 * @param registered last number of each series in the register
 */
export function nextNumbers(
  { profile, issuers }: GongwenDocument,
  others: readonly Summary[],
  year: number,
  registered: ReadonlyMap<string, number> = new Map(),
): readonly NextNumber[] {
  const first = issuers[0]?.value
  const highest = new Map<string, number>()
  const sorted = profile.organs.toSorted((a, b) => Number(b.name === first) - Number(a.name === first))
  for (const { code } of sorted) if (code) highest.set(`${code}〔${year}〕`, 0)
  const used = others.flatMap((other) => {
    const number = seriesNumber(other)
    return number?.series.endsWith(`〔${year}〕`) ? [{ ...number, issuer: other.issuer }] : []
  })
  for (const { series, number, issuer } of used) {
    if (!highest.has(series) && issuer !== undefined && first !== undefined && issuer !== first) continue
    highest.set(series, Math.max(highest.get(series) ?? 0, number))
  }
  for (const series of registered.keys())
    if (series.endsWith(`〔${year}〕`) && !highest.has(series)) highest.set(series, 0)
  return [...highest].map(([series, number]) => {
    const last = registered.get(series) ?? 0
    if (last === 0 && number === 0) return { number: `${series}号`, detail: message('顺序号登记后填写') }
    return last >= number
      ? { number: `${series}${last + 1}号`, detail: message('登记簿里已用到{0}号', last) }
      : { number: `${series}${number + 1}号`, detail: message('工作区里已用到{0}号', number) }
  })
}
