import type { Crypto } from '../../ports/crypto.ts'
import { formatMessage, message } from '../../text/message.ts'
import { refuseFlow } from '../flowOfLog.ts'
import type { Linked, ProcessLog } from '../log.ts'
import { overtaken } from '../overtaken.ts'
import { type CheckedEntry, checkSignatures, type JudgeSignature, otherHolder, underOtherName } from '../signatures.ts'
import type { Judges } from './inspect.ts'
import { automatic, byPeople, fault, type Inspected, type ItemName, ofSignature } from './inspected.ts'
import type { Opened } from './opened.ts'
import type { Bag } from './readBag.ts'
import { settledChecks } from './settledChecks.ts'

function named(item: string, standard?: string): ItemName {
  return { property: '真实性', item, ...(standard !== undefined && { standard }) }
}

const SOURCE = '固化信息有效性'

/** 真实性, but for the metadata: signatures, the log, the 定稿, and the package itself. */
export async function authenticity(opened: Opened, judges: Judges, crypto: Crypto): Promise<readonly Inspected[]> {
  const { bag, pdfs, log } = opened
  const sealed = message('{0}个文件都与三份清单（SHA-256、SHA-512、SM3）相符。', bag.payload.size)
  const pdf = bag.payload.get(pdfs[0] ?? '')
  const verdict = pdf ? await judges.pdf(pdf) : { valid: false, trusted: false, summary: message('没有正本。') }
  const chained = message('{0}条记录前后相接，没有改动。', log?.entries.length ?? 0)
  const unchained = log ? log.problems[0]?.message : message('没有办理记录。')
  return [
    fault(named('归档包没有改动', '信息包一致性'), bag.problems[0], sealed),
    structureCheck(bag),
    ofSignature(named('正本的签章有效', SOURCE), verdict),
    byPeople(
      named('正本与定稿内容一致'),
      '签章有效不等于签的就是这份公文：请打开正本，与定稿对照标题、发文字号、主送机关、正文、附件、署名和成文日期。',
    ),
    fault(named('办理记录没有改动', SOURCE), unchained, chained),
    ...(await entriesCheck(log, judges.entry)),
    flowCheck(opened),
    ...(await settledChecks(opened, judges, crypto)),
    await originCheck(bag, judges),
  ]
}

const FOLDERS = /^(?:(?:正本|定稿|附件|办文单|过程|证书)\/|(?:元数据\.xml|环境\.json|签章验证\.json)$)/

function structureCheck({ payload, info }: Bag): Inspected {
  const [odd] = [...payload.keys()].filter((path) => !FOLDERS.test(path))
  const wrong = odd === undefined ? undefined : message('“{0}”不在归档包的任何一个文件夹里。', odd)
  return fault(
    named('目录结构和说明文件合规', '说明文件和目录文件规范性、信息包目录结构规范性'),
    info.size === 0 ? message('没有说明文件 bag-info.txt。') : wrong,
    message('bagit.txt、bag-info.txt 和各个文件夹都合规。'),
  )
}

/** Who recorded what is proved by the signatures of the entries alone. */
async function entriesCheck(log: ProcessLog | undefined, judge: JudgeSignature): Promise<readonly Inspected[]> {
  const checked = await checkSignatures(log?.entries ?? [], judge)
  const signed = checked.filter(({ state }) => state !== '没有签名')
  const unsigned = checked.length - signed.length
  const left = byPeople(
    named('没有签名的记录属实'),
    '有{0}条记录没有签名，只能证明前后相接：请向办理人核实。',
    unsigned,
  )
  const proved = signed.length > 0 ? [signedCheck(log, signed), holderCheck(log, signed)] : []
  return [...proved, ...(unsigned > 0 ? [left] : [])]
}

function signedCheck(log: ProcessLog | undefined, signed: readonly CheckedEntry[]): Inspected {
  const wrong = signed.find(({ state }) => state === '无效')
  const summary = wrong
    ? message('第{0}行：{1}', lineOf(log, wrong.linked), formatMessage(wrong.reason ?? message('')))
    : message(
        '{0}条签名有效（{1}）。',
        signed.length,
        [...new Set(signed.map(({ signer }) => signer ?? ''))].join('、'),
      )
  const trusted = signed.every(({ state }) => state === '有效')
  return ofSignature(named('办理记录的签名有效', SOURCE), { valid: !wrong, trusted, summary })
}

/** Who is trusted acts in no other name; of the organ's certificate, and of one that nobody knows, people tell whose it is. */
function holderCheck(log: ProcessLog | undefined, signed: readonly CheckedEntry[]): Inspected {
  const name = named('签名人就是办理人')
  const others = signed.filter((each) => otherHolder(each) !== undefined)
  const [first] = others
  const forged = signed.find((each) => underOtherName(each) !== undefined)
  const reason = forged && underOtherName(forged)
  if (forged && reason)
    return automatic(name, false, message('第{0}行：{1}', lineOf(log, forged.linked), formatMessage(reason)))
  if (!first) return automatic(name, true, message('签了名的各条，证书的持有人都是写明的办理人。'))
  return byPeople(
    name,
    '有{0}条的办理人与证书的持有人不同名，请核对是不是本人。第{1}行：办理人写的是“{2}”，证书的持有人是“{3}”。',
    others.length,
    lineOf(log, first.linked),
    first.linked.entry.actor.name,
    otherHolder(first) ?? '',
  )
}

/** 1-based, as in the file. */
function lineOf(log: ProcessLog | undefined, { digest }: Linked): number {
  return 1 + (log?.entries.findIndex((each) => each.digest === digest) ?? -1)
}

function flowCheck({ log, state, flow }: Opened): Inspected {
  const late = state ? overtaken(state.flow, log?.entries ?? [], state.refused) : []
  const refused = state?.refused.filter((each) => !late.includes(each)) ?? []
  const [first] = refused
  const name = named('办理记录符合流程')
  if (!state) return automatic(name, false, message('没有办理记录或者没有流程，无从核对。'))
  const other = flow && refuseFlow(log?.entries ?? [], flow)
  if (other) return automatic(name, false, other)
  if (!first && late.length > 0)
    return automatic(name, true, message('有{0}条在合并以后不算数，记的时候都是允许的。', late.length))
  if (!first) return automatic(name, true, message('每一条都是流程“{0}”允许的。', state.flow.name))
  const reason = formatMessage(first.reason)
  const args = [refused.length, lineOf(log, first.linked), reason] as const
  return automatic(name, false, message('有{0}条是流程不允许的，不算数。第{1}行：{2}', ...args))
}

async function originCheck({ signature }: Bag, judges: Judges): Promise<Inspected> {
  const name = named('归档包的签名有效', SOURCE)
  if (!signature)
    return automatic(
      name,
      false,
      message('归档包没有签名：里面的文件谁都可以换掉，再把三份清单重做一遍，清单相符证明不了什么。'),
    )
  return ofSignature(name, await judges.file(signature.bytes, signature.content))
}
