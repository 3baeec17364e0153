import type { Crypto } from '../../ports/crypto.ts'
import { isHan } from '../../text/cjk.ts'
import type { Message } from '../../text/finding.ts'
import { message } from '../../text/message.ts'
import { digestDocument, isSameDocument } from '../digests.ts'
import type { LogEntry } from '../entry.ts'
import type { Judges } from './inspect.ts'
import { automatic, byPeople, fault, type Inspected, type ItemName, notApplicable } from './inspected.ts'
import { type Opened, textAt } from './opened.ts'

function named(item: string): ItemName {
  return { property: '真实性', item }
}

/**
 * What the package says the 公文 is against: the text that was settled, the number that was given, and what is printed on the
 * 正本. Later entries do not count: a note may be put behind 签发 by anybody, whatever the text was then.
 */
export async function settledChecks(
  opened: Opened,
  judges: Pick<Judges, 'read' | 'printed'>,
  crypto: Crypto,
): Promise<readonly Inspected[]> {
  const text = textAt(opened.bag, opened.sources[0])
  const draft = text === undefined ? undefined : await digestDocument(text, crypto)
  return [
    draftCheck(opened, draft),
    numberCheck(opened, draft),
    await printedCheck(
      opened,
      text === undefined ? undefined : (judges.read(text).main.title?.value.join('') ?? ''),
      judges,
    ),
  ]
}

/** The entry that says what the 定稿 is: the one that settled it, or the last one that is about the 公文. */
export function settledEntry({ log, state }: Opened): LogEntry | undefined {
  return state?.settled?.by.entry ?? log?.entries.findLast(({ entry }) => entry.action !== '合并')?.entry
}

type Digest = LogEntry['document'] | undefined

function draftCheck(opened: Opened, draft: Digest): Inspected {
  const name = named('定稿是办理记录里的那一版')
  const entry = settledEntry(opened)
  if (!draft || !entry) return automatic(name, false, message('没有定稿或者没有办理记录，无从核对。'))
  const same = isSameDocument(draft, entry.document)
  const found: Message = same
    ? message('摘要与“{0}”时的相同。', entry.action)
    : message('摘要与“{0}”时的不同。', entry.action)
  return automatic(name, same, found)
}

function numberCheck({ state }: Opened, draft: Digest): Inspected {
  const name = named('发文字号是登记的那一个')
  if (!state?.numbered) return notApplicable(name, '办理记录里没有编号。')
  const { number } = state.numbered
  const wrong =
    draft?.number === number ? undefined : message('登记的是{0}，定稿写的是{1}。', number, draft?.number ?? '空的')
  return fault(name, wrong, message('定稿和办理记录都是{0}。', number))
}

async function printedCheck(
  { bag, pdfs, state }: Opened,
  title: string | undefined,
  judges: Pick<Judges, 'printed'>,
): Promise<Inspected> {
  const name = named('正本上印着标题和发文字号')
  const pdf = bag.payload.get(pdfs[0] ?? '')
  if (!pdf || title === undefined) return automatic(name, false, message('没有正本或者没有定稿，无从核对。'))
  const printed = plain((await judges.printed(pdf)) ?? '')
  if (![...printed].some(isHan)) return byPeople(name, '正本里的文字读不出来（可能是扫描的图片），请打开来看。')
  const missing = [title, state?.numbered?.number ?? ''].find((each) => !printed.includes(plain(each)))
  return fault(
    name,
    missing === undefined ? undefined : message('正本里没有“{0}”。', missing),
    message('定稿的标题和登记的发文字号，正本里都有。'),
  )
}

/** Programs part lines and characters as they like, and some name a character by its twin. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
