import type { PdfFile } from '../pdf/file.ts'
import type { Finding, Message } from '../text/finding.ts'
import { formatMessage, message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import type { Called } from './called.ts'
import type { Change } from './comparison.ts'
import type { Coverage } from './coverage.ts'
import type { History } from './history.ts'
import type { Permission } from './permission.ts'
import { problem } from './problem.ts'
import { isGap } from './tail.ts'
import type { LaterChange, SignatureVerdict } from './verdict.ts'

/**
 * What came after the revision that was signed.
 * @param own what the signature is called
 */
export function judgeLater(
  own: Message,
  { kind, revision }: Coverage,
  permission: Permission,
  file: PdfFile,
  history: History,
  called: Called,
): Pick<SignatureVerdict, 'changesAfter' | 'later' | 'problems'> {
  if (kind === 'whole') return { changesAfter: 'none', later: [], problems: [] }
  if (revision === undefined) return { changesAfter: 'forbidden', later: [], problems: [] }
  const problems: Finding[] = []
  const all: LaterChange[] = []
  for (let later = revision + 1; later < file.revisions.length; later++) {
    const changes = history.get(later)
    if (!changes) problems.push(changed(message('签章之后追加的第 {0} 次修改里藏有来历不明的数据。', later - revision)))
    const told = new Set<string>()
    for (const change of changes ?? []) {
      const allowed = isAllowed(change, permission)
      if (!allowed) problems.push(changed(describe(change, later - revision)))
      const text = summarise(change, called)
      const key = formatMessage(text)
      if (!told.has(key)) all.push({ revision: later + 1, allowed, text })
      told.add(key)
    }
  }
  if (hasTail(file)) problems.push(changed(message('文件末尾之后还有多余的数据，不受{0}保护。', own)))
  return { changesAfter: problems.length > 0 ? 'forbidden' : 'allowed', later: all, problems }
}

function changed(text: ReturnType<typeof message>): Finding {
  return problem('sign-changed', 'error', text)
}

function isAllowed({ kind, field }: Change, { level, locks }: Permission): boolean {
  if (kind === 'other' || kind === 'cover' || kind === 'spelling') return false
  if (kind === 'archive') return true
  return level !== 1 && !(field !== undefined && locks(field))
}

function describe({ kind, where, field }: Change, count: number): ReturnType<typeof message> {
  if (kind === 'other') return message('签章之后的第 {0} 次修改改动了{1}。请勿采信改动后的内容。', count, where)
  if (kind === 'spelling')
    return message(
      '签章之后的第 {0} 次修改里有写法可疑的数字或关键字，不同软件会读出不同内容。请勿采信改动后的内容。',
      count,
    )
  if (kind === 'cover')
    return message(
      '签章之后的第 {0} 次修改在“{1}”处放了一幅大过四分之一页的图形，可能遮住正文。',
      count,
      field ?? where,
    )
  return message('签章之后的第 {0} 次修改填写了“{1}”，而签章声明不许这样做。', count, field ?? where)
}

/** The same in a few words, for the list of what came after. */
function summarise({ kind, where, field }: Change, called: Called): Message {
  switch (kind) {
    case 'archive':
      return message('加了验证资料')
    case 'field':
      return message('加了空的签章位置“{0}”', visibleText(field ?? ''))
    case 'signature':
      return message('加了{0}', called(field ?? ''))
    case 'form':
      return message('填写“{0}”', visibleText(field ?? ''))
    case 'cover':
      return message('在“{0}”处放了大幅图形', visibleText(field ?? ''))
    case 'spelling':
      return message('有写法可疑的内容')
    case 'other':
      return message('改动了{0}', where)
  }
}

/** Bytes behind the end of the last revision. */
export function hasTail({ bytes, revisions }: PdfFile): boolean {
  return !isGap(bytes, revisions.at(-1)?.end ?? 0, bytes.length)
}
