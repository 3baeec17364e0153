import type { Crypto } from '../../ports/crypto.ts'
import type { Message } from '../../text/finding.ts'
import { formatMessage, message } from '../../text/message.ts'
import { digestDocument, isSameDocument } from '../digests.ts'
import { type Linked, type ProcessLog, readLog } from '../log.ts'
import { overtaken } from '../overtaken.ts'
import { parseFlow } from '../parseFlow.ts'
import { type CheckedEntry, checkSignatures, type JudgeSignature } from '../signatures.ts'
import { type ProcessState, stateOf } from '../state.ts'
import type { BagFile } from './bag.ts'
import { type Bag, readBag } from './readBag.ts'
import { type PackageMetadata, readMetadata } from './readMetadata.ts'

/** The four properties that an archive checks (DA/T 70—2018). */
export type Property = '真实性' | '完整性' | '可用性' | '安全性'

/** One item of the check: what a program found out, or that a person has to look. */
export interface Inspected {
  readonly property: Property
  readonly item: Message
  readonly by: '自动' | '人工'
  /** Of an automatic one. */
  readonly passed?: boolean
  /** Of a signature that holds: whether all who signed are trusted. */
  readonly trusted?: boolean
  /** What was seen, or what a person has to look at. */
  readonly evidence: Message
}

/** What a signature was found to be; judging it is another room's work. */
interface Judged {
  readonly valid: boolean
  readonly trusted: boolean
  readonly summary: Message
}

export interface Judges {
  /** Of the 正本. */
  pdf(pdf: Uint8Array): Promise<Judged>
  /** Of the package. */
  file(signature: Uint8Array, content: Uint8Array): Promise<Judged>
  /** Of an entry of the log. */
  readonly entry: JudgeSignature
}

/** Everything of a package, taken apart. */
interface Opened {
  readonly bag: Bag
  readonly pdfs: readonly string[]
  readonly sources: readonly string[]
  readonly log: ProcessLog | undefined
  readonly state: ProcessState | undefined
  readonly metadata: PackageMetadata | undefined
}

/** 四性检测 of an archive package, item by item. Never throws: what is missing fails its item. */
export async function inspectPackage(
  files: readonly BagFile[],
  judges: Judges,
  crypto: Crypto,
): Promise<readonly Inspected[]> {
  const opened = await open(files, crypto)
  return [
    ...(await authenticity(opened, judges, crypto)),
    ...integrity(opened),
    ...usability(opened),
    ...security(opened),
  ]
}

async function open(files: readonly BagFile[], crypto: Crypto): Promise<Opened> {
  const bag = await readBag(files, crypto)
  const inFolder = (folder: string) => [...bag.payload.keys()].filter((path) => path.startsWith(`${folder}/`))
  const [logName] = inFolder('过程').filter((path) => path.endsWith('.gw.log'))
  const log = logName === undefined ? undefined : await readLog(textAt(bag, logName) ?? '', crypto)
  const flowText = textAt(bag, '过程/流程.yaml')
  const { flow } = parseFlow(flowText ?? '', '流程.yaml')
  return {
    bag,
    pdfs: inFolder('正本'),
    sources: inFolder('定稿'),
    log,
    state: log && flow.steps.length > 0 ? stateOf(flow, log.entries) : undefined,
    metadata: readMetadata(textAt(bag, '元数据.xml') ?? ''),
  }
}

/** A file of the payload as text; undefined when it is missing or no UTF-8. */
function textAt({ payload }: Bag, path: string): string | undefined {
  const bytes = payload.get(path)
  if (!bytes) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function auto(property: Property, item: string, passed: boolean, evidence: Message): Inspected {
  return { property, item: message(item), by: '自动', passed, evidence }
}

function ofSignature(item: string, { valid, trusted, summary }: Judged): Inspected {
  return { ...auto('真实性', item, valid, summary), ...(valid && { trusted }) }
}

function byHand(property: Property, item: string, what: string, ...args: readonly number[]): Inspected {
  return { property, item: message(item), by: '人工', evidence: message(what, ...args) }
}

async function authenticity(
  { bag, pdfs, sources, log, state, metadata }: Opened,
  judges: Judges,
  crypto: Crypto,
): Promise<readonly Inspected[]> {
  const sealed = bag.problems[0] ?? message('{0}个文件都与三份清单（SHA-256、SHA-512、SM3）相符。', bag.payload.size)
  const pdf = bag.payload.get(pdfs[0] ?? '')
  const verdict = pdf ? await judges.pdf(pdf) : { valid: false, trusted: false, summary: message('没有正本。') }
  const chained = log?.problems[0]?.message ?? message('{0}条记录前后相接，没有改动。', log?.entries.length ?? 0)
  const draft = await draftCheck(bag, sources, log, crypto)
  return [
    auto('真实性', '归档包没有改动', bag.problems.length === 0, sealed),
    ofSignature('正本的签章有效', verdict),
    byHand(
      '真实性',
      '正本与定稿内容一致',
      '签章有效不等于签的就是这份公文：请打开正本，与定稿对照标题、发文字号、主送机关、正文、附件、署名和成文日期。',
    ),
    auto(
      '真实性',
      '办理记录没有改动',
      log !== undefined && log.problems.length === 0,
      log ? chained : message('没有办理记录。'),
    ),
    ...(await entriesCheck(log, judges.entry)),
    flowCheck(log, state),
    auto('真实性', '定稿是办理记录里的那一版', draft.passed, draft.evidence),
    auto('真实性', '元数据与文件相符', ...metadataCheck(bag, log, metadata)),
    await originCheck(bag, judges),
  ]
}

/** Who recorded what is proved by the signatures of the entries alone. */
async function entriesCheck(log: ProcessLog | undefined, judge: JudgeSignature): Promise<readonly Inspected[]> {
  const checked = await checkSignatures(log?.entries ?? [], judge)
  const signed = checked.filter(({ state }) => state !== '没有签名')
  const unsigned = checked.length - signed.length
  const byPeople = byHand(
    '真实性',
    '没有签名的记录属实',
    '有{0}条记录没有签名，只能证明前后相接：请向办理人核实。',
    unsigned,
  )
  return [...(signed.length > 0 ? [signedCheck(log, signed)] : []), ...(unsigned > 0 ? [byPeople] : [])]
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
  return ofSignature('办理记录的签名有效', { valid: !wrong, trusted, summary })
}

/** 1-based, as in the file. */
function lineOf(log: ProcessLog | undefined, { digest }: Linked): number {
  return 1 + (log?.entries.findIndex((each) => each.digest === digest) ?? -1)
}

function flowCheck(log: ProcessLog | undefined, state: ProcessState | undefined): Inspected {
  const late = state ? overtaken(state.flow, log?.entries ?? [], state.refused) : []
  const refused = state?.refused.filter((each) => !late.includes(each)) ?? []
  const [first] = refused
  const item = '办理记录符合流程'
  if (!state) return auto('真实性', item, false, message('没有办理记录或者没有流程，无从核对。'))
  if (!first && late.length > 0)
    return auto('真实性', item, true, message('有{0}条在合并以后不算数，记的时候都是允许的。', late.length))
  if (!first) return auto('真实性', item, true, message('每一条都是流程“{0}”允许的。', state.flow.name))
  const reason = formatMessage(first.reason)
  const args = [refused.length, lineOf(log, first.linked), reason] as const
  return auto('真实性', item, false, message('有{0}条是流程不允许的，不算数。第{1}行：{2}', ...args))
}

async function originCheck({ signature }: Bag, judges: Judges): Promise<Inspected> {
  if (!signature) return byHand('真实性', '来源可信', '归档包没有签名：请确认它是从移交机关取得的。')
  return ofSignature('归档包的签名有效', await judges.file(signature.bytes, signature.content))
}

async function draftCheck(
  bag: Bag,
  [path]: readonly string[],
  log: ProcessLog | undefined,
  crypto: Crypto,
): Promise<{ readonly passed: boolean; readonly evidence: Message }> {
  const text = path === undefined ? undefined : textAt(bag, path)
  const last = log?.entries.at(-1)
  if (text === undefined || !last) return { passed: false, evidence: message('没有定稿或者没有办理记录，无从核对。') }
  return isSameDocument(await digestDocument(text, crypto), last.entry.document)
    ? { passed: true, evidence: message('摘要与最后一条记录（{0}）相同。', last.entry.action) }
    : { passed: false, evidence: message('摘要与最后一条记录（{0}）不同。', last.entry.action) }
}

function metadataCheck(
  bag: Bag,
  log: ProcessLog | undefined,
  metadata: PackageMetadata | undefined,
): readonly [passed: boolean, evidence: Message] {
  if (!metadata) return [false, message('没有元数据，或者它不是完整的 XML。')]
  const wrong = metadata.files.find(({ path, size }) => bag.payload.get(path)?.length !== size)
  if (wrong) return [false, message('元数据里的“{0}”与文件不符。', wrong.path)]
  const digests = log?.entries.map(({ digest }) => digest).join() ?? ''
  if (metadata.actions.join() !== digests) return [false, message('元数据里的业务实体与办理记录不符。')]
  return [true, message('{0}个文件、{1}项业务行为都相符。', metadata.files.length, metadata.actions.length)]
}

function integrity({ bag, pdfs, sources, log, state, metadata }: Opened): readonly Inspected[] {
  const required: readonly (readonly [string, boolean])[] = [
    ['正本', pdfs.length === 1],
    ['定稿', sources.length === 1],
    ['办文单', [...bag.payload.keys()].some((path) => path.startsWith('办文单/'))],
    ['办理记录', log !== undefined],
    ['元数据', metadata !== undefined],
  ]
  const lacking = required.filter(([, there]) => !there).map(([name]) => name)
  const size = [...bag.payload.values()].reduce((sum, { length }) => sum + length, 0)
  const oxum = `${size}.${bag.payload.size}`
  const missing = ['标题', '文种', '成文日期'].filter((item) => !metadata?.items.has(item))
  const ended = state?.ended === '办结'
  return [
    auto(
      '完整性',
      '该有的都有',
      lacking.length === 0,
      lacking.length === 0
        ? message('正本、定稿、办文单、办理记录、元数据齐全。')
        : message('缺少：{0}。', lacking.join('、')),
    ),
    auto(
      '完整性',
      '总件数和总字节数相符',
      bag.info.get('Payload-Oxum') === oxum,
      message('{0}个文件，共{1}字节。', bag.payload.size, size),
    ),
    auto(
      '完整性',
      '元数据必填项齐全',
      missing.length === 0,
      missing.length === 0 ? message('标题、文种、成文日期都有。') : message('缺少：{0}。', missing.join('、')),
    ),
    auto('完整性', '过程信息完整', ended, ended ? message('流程已经办结。') : message('流程没有办结。')),
    byHand('完整性', '属于归档范围', '对照本单位的归档范围和保管期限表。'),
  ]
}

/** What people and programs can read without asking anybody. */
const READABLE = /\.(?:pdf|gw\.md|gw\.log|md|txt|xml|json|yaml|csv|png|jpe?g|svg|xlsx|docx|ofd)$/i

function usability({ bag, pdfs, sources, metadata }: Opened): readonly Inspected[] {
  const pdf = bag.payload.get(pdfs[0] ?? '')
  const isPdf = pdf !== undefined && new TextDecoder('latin1').decode(pdf.subarray(0, 5)) === '%PDF-'
  const source = sources[0] === undefined ? undefined : textAt(bag, sources[0])
  const odd = [...bag.payload.keys()].filter((path) => !READABLE.test(path))
  return [
    auto(
      '可用性',
      '元数据能读',
      metadata !== undefined,
      metadata ? message('元数据.xml 是完整的 XML。') : message('元数据.xml 读不出来。'),
    ),
    auto(
      '可用性',
      '正本和定稿能读',
      isPdf && source !== undefined,
      isPdf && source !== undefined
        ? message('正本是 PDF，定稿是 UTF-8 文本。')
        : message('正本不是 PDF，或者定稿不是 UTF-8 文本。'),
    ),
    auto(
      '可用性',
      '文件格式能长期读',
      odd.length === 0,
      odd.length === 0 ? message('都是公开的格式。') : message('这些文件的格式要查一查：{0}。', odd.join('、')),
    ),
    byHand('可用性', '软硬件环境合规', '由档案部门按本单位的环境核对。'),
  ]
}

/** What a system runs when somebody opens it. */
const RUNS = /\.(?:exe|dll|com|bat|cmd|ps1|vbs|js|jar|msi|scr|sh|lnk|hta|docm|xlsm)$/i

function security({ bag, metadata }: Opened): readonly Inspected[] {
  const runs = [...bag.payload.keys()].filter((path) => RUNS.test(path))
  const secret = metadata?.items.get('密级和保密期限')
  return [
    auto(
      '安全性',
      '没有会运行的文件',
      runs.length === 0,
      runs.length === 0 ? message('没有程序和脚本。') : message('这些文件会运行：{0}。', runs.join('、')),
    ),
    byHand('安全性', '没有病毒', '用本单位的杀毒软件检查。'),
    byHand(
      '安全性',
      '载体和传输安全',
      secret === undefined ? '公文没有标密级。' : '公文标有密级：只能在符合保密要求的载体和网络上移交。',
    ),
  ]
}
