import type { Hand } from '../record/append.ts'
import { archivePackage, type PackageParts, type Proof } from '../record/archive/archivePackage.ts'
import { eepXml } from '../record/archive/eep.ts'
import { changedAttachment, isSameDocument } from '../record/digests.ts'
import { overtaken } from '../record/overtaken.ts'
import { type CheckedEntry, checkSignatures, underOtherName } from '../record/signatures.ts'
import type { Verdict } from '../sign/verdict.ts'
import { fromBase64 } from '../text/base64.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { fileName } from '../text/uri.ts'
import { beside } from '../workspace/beside.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { ABOUT_PDF, aboutFiles } from './aboutFiles.ts'
import { attachedFiles, digestAttachments } from './attachedFiles.ts'
import { ChineseCommand, collect } from './command.ts'
import { isThere, refuseExisting } from './existing.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { judgeEntry } from './judgeEntry.ts'
import { addPasswordOptions, type PasswordOptions } from './password.ts'
import { PDF_LIMIT, SIGNED_ENDING } from './pdfTarget.ts'
import { missingEntries } from './pins.ts'
import { type DataOptions, readData } from './preservation.ts'
import { CHECK_RECORD, type Process, readProcess, refuseDamaged, refuseOtherFlow } from './processLog.ts'
import { openText } from './readDocument.ts'
import { renderSheet } from './renderSheet.ts'
import { jsonVerdict } from './report/verdict.ts'
import type { Session } from './session.ts'
import { DETACHED_ENDING } from './signDetached.ts'
import { readTrusted, TRUST_HELP } from './trusted.ts'
import { withHand } from './withHand.ts'
import { withPress } from './withPress.ts'

interface ArchiveOptions extends PasswordOptions, DataOptions {
  readonly p12?: string
  readonly flow?: string
  readonly pdf?: string
  readonly trust?: readonly string[]
  readonly output?: string
  readonly eep?: true
  readonly force?: true
}

export function archiveCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('archive')
    .description('生成归档信息包：正本、定稿、附件、办文单、办理记录、元数据，一个也不能改')
    .usage('[选项] <文件>')
    .argument('<文件>', '公文源文件（定稿）')
    .option('--pdf <PDF>', '签了章的正本（默认是同名的“-签章.pdf”）')
    .option('--flow <流程>', '流程的名称或文件（默认是记录里写明的，还没有记录的是 发文）')
    .option('--trust <证书>', TRUST_HELP, collect)
    .option('--chain <证书>', '放进归档包的上级证书（PEM 或 DER），可写多次', collect)
    .option('--crl <文件>', '放进归档包的吊销列表（DER），可写多次', collect)
    .option('--ocsp <文件>', '放进归档包的 OCSP 应答（DER），可写多次', collect)
    .option('-o, --output <ZIP>', '输出文件（默认在文件名后加“-归档”）')
    .option('--eep', '另外写一份 DA/T 48—2009 的 XML 封装包（.eep.xml）')
    .option('--p12 <文件>', '用这张证书给归档包签名；不签名的，verify 不会通过')
    .option('--force', '流程还没有办结也归档；覆盖已有的文件')
  return addPasswordOptions(command as ChineseCommand)
    .examples(
      'hongtou archive 通知.gw.md --trust 根证书.pem --p12 档案室.p12',
      '归档包是 BagIt（RFC 8493）：解开以后用 sha256sum -c manifest-sha256.txt 也能核对。',
      '同样的文件得到同样的归档包（签名除外）。',
    )
    .action((file: string, options: ArchiveOptions) => session.run((host) => runArchive(host, file, options)))
}

export async function runArchive(host: Host, file: string, options: ArchiveOptions): Promise<number> {
  const recorded = await readProcess(host, file, options.flow)
  refuseDamaged(host, recorded.logFile, recorded.log)
  refuseOtherFlow(recorded)
  if (!options.force) refuseUnfinished(recorded)
  await refuseChanged(host, recorded)
  await refuseTruncated(host, recorded)
  const target = options.output === undefined ? beside(recorded.input.uri, '-归档.zip') : host.toUri(options.output)
  const eep = options.eep ? eepTarget(target) : undefined
  if (!options.force) for (const uri of [target, ...(eep ? [eep] : [])]) await refuseExisting(host, uri)
  const pdf = await readFinal(host, recorded, options.pdf)
  const judged = await judgeFinal(host, recorded, pdf, options)
  const parts = await partsOf(host, recorded, pdf.bytes, judged)
  const made = await withHand(host, options, async (signing) => ({
    zip: await archivePackage({ ...parts, ...(signing && { hand: signing.hand }) }, host.crypto),
    ...(eep && (await eepOf(parts, signing?.hand))),
  }))
  await host.files.write(target, made.zip)
  if (eep && made.xml) await host.files.write(eep, made.xml)
  if (eep && made.signature) await host.files.write(`${eep}${DETACHED_ENDING}`, made.signature)
  host.terminal.err(`已生成归档信息包 ${host.toPath(target)}。\n`)
  if (options.p12 === undefined)
    host.terminal.err(
      '警告：归档包没有签名，以后证明不了里面的文件没有换过，hongtou verify 不会通过。请用 --p12 写明给它签名的证书。\n',
    )
  if (eep) host.terminal.err(`已生成电子文件封装包 ${host.toPath(eep)}。\n`)
  return DONE
}

/** What was found out of the 正本 before it is packed. */
interface JudgedFinal {
  readonly verdict: Verdict
  readonly proof: Proof
}

/** @throws Failure `archive-forged`, `archive-invalid` */
async function judgeFinal(
  host: Host,
  recorded: Process,
  pdf: { readonly uri: Uri; readonly bytes: Uint8Array },
  options: ArchiveOptions,
): Promise<JudgedFinal> {
  const trusted = await readTrusted(host, options.trust ?? [])
  const given = await readData(host, options)
  const { verdict, checked, carried } = await aboutFiles([[ABOUT_PDF, host.toPath(pdf.uri)]], () =>
    withPress(host, {}, async (press) => ({
      verdict: await press.verify(pdf.bytes, trusted, given),
      carried: await press.proof(pdf.bytes, signaturesOf(recorded)),
      checked: await checkSignatures(recorded.log.entries, judgeEntry(press, trusted)),
    })),
  )
  refuseForged(host, recorded, checked)
  if (!verdict.valid)
    throw new Failure(
      'archive-invalid',
      message('{0} 的签章无效，不能归档。请验证签章，查看原因。', host.toPath(pdf.uri)),
      undefined,
      message('验证用 hongtou verify。'),
    )
  refuseForbidden(host, recorded)
  if (!verdict.trusted)
    host.terminal.err(
      `警告：${host.toPath(pdf.uri)} 的签章有效，但签章人未受信任，照样归档。核对过来源的根证书用 --trust 指定。\n`,
    )
  return { verdict, proof: given ? joined(carried, given) : carried }
}

async function partsOf(
  host: Host,
  recorded: Process,
  pdf: Uint8Array,
  { verdict, proof }: JudgedFinal,
): Promise<PackageParts> {
  const sheet = await renderSheet(host, recorded)
  const { document } = await openText(createWorkspace(host.files), recorded.input, recorded.text)
  return {
    name: fileName(recorded.input.uri).replace(/\.gw\.md$/, ''),
    document,
    source: recorded.text,
    attachments: await attachedFiles(host, recorded),
    pdf,
    sheet: sheet.pdf,
    entries: recorded.log.entries,
    state: recorded.state,
    flow: recorded.flowText,
    environment: { program: 'hongtou', version: host.version, faces: sheet.facts.faces },
    proof,
    verdict: JSON.parse(jsonVerdict(verdict)) as object,
  }
}

/** Beside the package, by its name. */
function eepTarget(zip: Uri): Uri {
  return `${zip.replace(/\.zip$/i, '')}.eep.xml`
}

async function eepOf(parts: PackageParts, hand: Hand | undefined) {
  const xml = new TextEncoder().encode(eepXml(parts))
  return { xml, ...(hand && { signature: await hand(xml) }) }
}

function signaturesOf({ log }: Process): readonly Uint8Array[] {
  return log.entries.flatMap(({ entry }) => fromBase64(entry.signature ?? '') ?? [])
}

function joined(carried: Proof, given: Proof): Proof {
  const join = (part: keyof Proof) => [...carried[part], ...given[part]]
  return { certificates: join('certificates'), crls: join('crls'), ocsps: join('ocsps') }
}

/** @throws Failure `archive-forged`, for the first entry whose signature is not over it, or is another's */
function refuseForged(host: Host, { logFile }: Process, checked: readonly CheckedEntry[]): void {
  const reasons = checked.map((each) => each.reason ?? underOtherName(each))
  const at = reasons.findIndex((each) => each !== undefined)
  const reason = reasons[at]
  if (!reason) return
  throw new Failure(
    'archive-forged',
    message('{0} 第{1}行：{2}不能归档，请核对办理记录，查看全部问题。', host.toPath(logFile), at + 1, reason),
    undefined,
    CHECK_RECORD,
  )
}

/** @throws Failure `archive-forbidden`, for what nobody could have put on record; what a merge made late is only told */
function refuseForbidden(host: Host, { logFile, log, flow, state: { refused } }: Process): void {
  const late = overtaken(flow, log.entries, refused)
  if (late.length > 0)
    host.terminal.err(`警告：${host.toPath(logFile)} 里有${late.length}条在合并以后不算数，照样归档。\n`)
  const [first] = refused.filter((each) => !late.includes(each))
  if (!first) return
  throw new Failure(
    'archive-forbidden',
    message(
      '{0} 里有流程不允许的记录，不能归档：{1}请核对办理记录，查看全部问题。',
      host.toPath(logFile),
      first.reason,
    ),
    undefined,
    CHECK_RECORD,
  )
}

function refuseUnfinished({ input, state }: Process): void {
  if (state.ended === '办结') return
  const next = state.steps[state.current]?.step.name
  throw new Failure(
    'archive-unfinished',
    state.ended
      ? message('{0} 已经作废，没有归档。', input.name)
      : message('{0} 还没有办结，下一步是“{1}”。现在不能归档。', input.name, next ?? ''),
    undefined,
    message('确实要归档请加 --force。'),
  )
}

/** @throws Failure `archive-changed` */
async function refuseChanged(host: Host, recorded: Process): Promise<void> {
  const { input, document } = recorded
  const { settled, numbered, steps } = recorded.state
  if (numbered && numbered.number !== document.number)
    throw new Failure(
      'archive-changed',
      message(
        '{0} 的发文字号是{1}，登记的是{2}，不能归档。请改回去，或者退回重新登记。',
        input.name,
        document.number ?? '空的',
        numbered.number,
      ),
    )
  if (!settled) return
  const name = steps[settled.step]?.step.name ?? ''
  const changed = changedAttachment(settled.by.entry.attachments, await digestAttachments(host, recorded))
  if (changed !== undefined)
    throw new Failure(
      'archive-changed',
      message('附件“{0}”与“{1}”时的不同，不能归档。请改回原样，或者退回到“{1}”重新办理。', changed, name),
    )
  if (isSameDocument(settled.document, document)) return
  throw new Failure(
    'archive-changed',
    message('{0} 与“{1}”时的定稿不同，不能归档。请改回定稿，或者退回重新办理。', input.name, name),
    undefined,
    message('改了哪里用 hongtou record verify 看。'),
  )
}

/** @throws Failure `archive-truncated` */
async function refuseTruncated(host: Host, recorded: Process): Promise<void> {
  const [first] = await missingEntries(host, recorded, {})
  if (first !== undefined)
    throw new Failure('archive-truncated', message('{0} 不全，不能归档：{1}', host.toPath(recorded.logFile), first))
}

async function readFinal(
  host: Host,
  { input }: Process,
  named: string | undefined,
): Promise<{ readonly uri: Uri; readonly bytes: Uint8Array }> {
  const uri = named === undefined ? beside(input.uri, SIGNED_ENDING) : host.toUri(named)
  if (named === undefined && !(await isThere(host, uri)))
    throw new Failure(
      'archive-no-pdf',
      message('没有找到正本 {0}。请先生成并签章。', host.toPath(uri)),
      undefined,
      message('签了章的 PDF 是别的名字的，用 --pdf 写明。'),
    )
  return { uri, bytes: await host.files.read(uri, PDF_LIMIT) }
}
