/** 主送 and 抄送 lists: 、 stands within a class, ， between classes, but not every 、 ends a name. */
import { ORGAN_OR_PERSON_ENDINGS } from '../standard/formulae.ts'

/** A name, and where it stands in the text that was split. */
export interface ListedName {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Ends like 各省、自治区、直辖市 or 各处: what stands behind the 、 is needed to make a name of it. */
const OPEN = /(?:^|[各、及和与]|省|自治区|直辖市|市|县|区|州|盟|旗|乡|镇|兵团|社区|街道|（[^（）]*）|\([^()]*\))$/
const CLOSED = /(?:地区|街道|社区|开发区|管理区|示范区|高新区|新区|合作区|保税区|度假区|风景区|工业区|党工委)$/

/**
 * The names of a list. 各省、自治区、直辖市人民政府 is one name; 各乡镇人民政府、街道办事处 are two.
 * @param text without its closing colon or full stop
 */
export function splitOrgans(text: string): readonly ListedName[] {
  const names: ListedName[] = []
  let from = 0
  let depth = 0
  const take = (end: number) => {
    const typed = text.slice(from, end)
    const name = typed.trim()
    const lead = typed.length - typed.trimStart().length
    if (name !== '') names.push({ name, start: from + lead, end: from + lead + name.length })
    from = end + 1
  }
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] as string
    if (mark === '（' || mark === '(') depth++
    else if (mark === '）' || mark === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && /[，,；;。]/.test(mark)) take(at)
    else if (depth === 0 && mark === '、' && isName(text.slice(from, at), text.slice(at + 1))) take(at)
  }
  take(text.length)
  return names
}

/** Names that end unlike what they are. */
const NAMED = /(?:人大|政协|监委|工会|妇联|工商联|武装部|军分区|总队|支队|大队)$/

/** Whether what stands before a 、 is a name of its own. */
function isName(before: string, behind: string): boolean {
  const bare = before.trim().replace(/(?:（[^（）]*）|\([^()]*\))$/, '')
  if (/^[^、，,；;。]?(?:[、，,；;。]|$)/.test(behind)) return false
  if (CLOSED.test(bare)) return true
  if (OPEN.test(bare)) return /^[^各]/.test(bare) && lastOfClass(behind).at(-1) === bare.at(-1)
  return ORGAN_OR_PERSON_ENDINGS.test(bare) || NAMED.test(bare)
}

/** 黔江区、万州区 are places addressed by themselves; 黔江区、万州区人民政府 and 各县、市、区 need what comes last. */
function lastOfClass(behind: string): string {
  const end = behind.search(/[，,；;。]/)
  const rest = end < 0 ? behind : behind.slice(0, end)
  return rest.slice(rest.lastIndexOf('、') + 1)
}
