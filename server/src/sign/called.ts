import { visibleText } from '../text/visible.ts'
import type { Found } from './history.ts'

/** What a sentence calls the signature of a field. */
export type Called = (field: string) => string

interface Holder {
  readonly signer: string
  readonly documentTimestamp?: true
}

/**
 * Calls signatures by who made them, because names of fields mean nothing to people; the field is added where one has made
 * several. A timestamp is nobody's consent and never goes by the name of a seal.
 */
export function callSignatures(found: readonly Found[], holders: readonly Holder[]): Called {
  const nouns = new Map(found.map(({ field }, index) => [field, nounOf(holders[index] as Holder)]))
  const all = [...nouns.values()]
  return (field) => {
    const noun = nouns.get(field)
    if (noun === undefined) return `签章位置“${visibleText(field)}”`
    const isAlone = all.filter((other) => other === noun).length === 1
    return isAlone ? noun : `${noun}（${visibleText(field)}）`
  }
}

function nounOf({ signer, documentTimestamp }: Holder): string {
  return `“${signer}”的${documentTimestamp ? '文档时间戳' : '签章'}`
}
