import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import type { Found } from './history.ts'

/** What a sentence calls the signature of a field. */
export type Called = (field: string) => Message

interface Holder {
  readonly signer: string
  readonly documentTimestamp?: true
}

/**
 * Calls signatures by who made them, because names of fields mean nothing to people; the field is added where one has made
 * several. A timestamp is nobody's consent and never goes by the name of a seal.
 */
export function callSignatures(found: readonly Found[], holders: readonly Holder[]): Called {
  const owners = new Map(found.map(({ field }, index) => [field, holders[index] as Holder]))
  const all = [...owners.values()]
  return (field) => {
    const owner = owners.get(field)
    if (owner === undefined) return message('签章位置“{0}”', visibleText(field))
    const isAlone = all.filter((other) => isSame(other, owner)).length === 1
    return isAlone ? nounOf(owner) : message('{0}（{1}）', nounOf(owner), visibleText(field))
  }
}

function isSame(a: Holder, b: Holder): boolean {
  return a.signer === b.signer && a.documentTimestamp === b.documentTimestamp
}

function nounOf({ signer, documentTimestamp }: Holder): Message {
  return documentTimestamp ? message('“{0}”的文档时间戳', signer) : message('“{0}”的签章', signer)
}
