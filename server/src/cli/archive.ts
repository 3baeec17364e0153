import { archivePackage } from '../record/archive/archivePackage.ts'
import { isSameDocument } from '../record/digests.ts'
import { type CheckedEntry, checkSignatures } from '../record/signatures.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { formatMessage, message } from '../text/message.ts'
import { fileName } from '../text/uri.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { ABOUT_PDF, aboutFiles } from './aboutFiles.ts'
import { attachedFiles } from './attachedFiles.ts'
import { ChineseCommand, collect } from './command.ts'
import { isThere, refuseExisting } from './existing.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { judgeEntry } from './judgeEntry.ts'
import { addPasswordOptions, type PasswordOptions } from './password.ts'
import { PDF_LIMIT, SIGNED_ENDING } from './pdfTarget.ts'
import { beside, type Process, readProcess, refuseDamaged } from './processLog.ts'
import { openText } from './readDocument.ts'
import { renderSheet } from './renderSheet.ts'
import { jsonVerdict } from './report/verdict.ts'
import type { Session } from './session.ts'
import { readTrusted, TRUST_HELP } from './trusted.ts'
import { withHand } from './withHand.ts'
import { withPress } from './withPress.ts'

interface ArchiveOptions extends PasswordOptions {
  readonly p12?: string
  readonly flow: string
  readonly pdf?: string
  readonly trust?: readonly string[]
  readonly output?: string
  readonly force?: true
}

export function archiveCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('archive')
    .description('生成归档信息包：正本、定稿、附件、办文单、办理记录、元数据，一个也不能改')
    .usage('[选项] <文件>')
    .argument('<文件>', '公文源文件（定稿）')
    .option('--pdf <PDF>', '签了章的正本（默认是同名的“-签章.pdf”）')
    .option('--flow <流程>', '流程的名称或文件（默认 发文）', '发文')
    .option('--trust <证书>', TRUST_HELP, collect)
    .option('-o, --output <ZIP>', '输出文件（默认在文件名后加“-归档”）')
    .option('--p12 <文件>', '用这张证书给归档包签名')
    .option('--force', '流程还没有办结也归档；覆盖已有的文件')
  return addPasswordOptions(command as ChineseCommand)
    .examples(
      'hongtou archive 通知.gw.md --trust 根证书.pem',
      '归档包是 BagIt（RFC 8493）：解开以后用 sha256sum -c manifest-sha256.txt 也能核对。',
      'hongtou archive 通知.gw.md --trust 根证书.pem --p12 档案室.p12',
      '同样的文件得到同样的归档包（签名除外）。',
    )
    .action((file: string, options: ArchiveOptions) => session.run((host) => runArchive(host, file, options)))
}

async function runArchive(host: Host, file: string, options: ArchiveOptions): Promise<number> {
  const recorded = await readProcess(host, file, options.flow)
  refuseDamaged(host, recorded.logFile, recorded.log)
  if (!options.force) refuseUnfinished(recorded)
  refuseChanged(recorded)
  const target = options.output === undefined ? beside(recorded.input.uri, '-归档.zip') : host.toUri(options.output)
  if (!options.force) await refuseExisting(host, target)
  const pdf = await readFinal(host, recorded, options.pdf)
  const trusted = await readTrusted(host, options.trust ?? [])
  const { verdict, checked } = await aboutFiles([[ABOUT_PDF, host.toPath(pdf.uri)]], () =>
    withPress(host, {}, async (press) => ({
      verdict: await press.verify(pdf.bytes, trusted),
      checked: await checkSignatures(recorded.log.entries, judgeEntry(press, trusted)),
    })),
  )
  refuseForged(host, recorded, checked)
  if (!verdict.valid)
    throw new Failure(
      'archive-invalid',
      message('{0} 的签章无效，不能归档。请用 hongtou verify 查看原因。', host.toPath(pdf.uri)),
    )
  warnRefused(host, recorded)
  if (!verdict.trusted)
    host.terminal.err(
      `警告：${host.toPath(pdf.uri)} 的签章有效，但签章人未受信任，照样归档。核对过来源的根证书用 --trust 指定。\n`,
    )
  const sheet = await renderSheet(host, recorded)
  const { document } = await openText(createWorkspace(host.files), recorded.input, recorded.text)
  const attachments = await attachedFiles(host, recorded)
  const bytes = await withHand(host, options, (signing) =>
    archivePackage(
      {
        name: fileName(recorded.input.uri).replace(/\.gw\.md$/, ''),
        document,
        source: recorded.text,
        attachments,
        pdf: pdf.bytes,
        sheet: sheet.pdf,
        entries: recorded.log.entries,
        state: recorded.state,
        flow: recorded.flowText,
        environment: { program: 'hongtou', version: host.version, faces: sheet.facts.faces },
        verdict: JSON.parse(jsonVerdict(verdict)) as object,
        ...(signing && { hand: signing.hand }),
      },
      host.crypto,
    ),
  )
  await host.files.write(target, bytes)
  host.terminal.err(`已生成归档信息包 ${host.toPath(target)}。\n`)
  return DONE
}

/** @throws Failure `archive-forged`, for the first entry whose signature is not over it */
function refuseForged(host: Host, { logFile }: Process, checked: readonly CheckedEntry[]): void {
  const at = checked.findIndex(({ state }) => state === '无效')
  const reason = checked[at]?.reason
  if (!reason) return
  throw new Failure(
    'archive-forged',
    message(
      '{0} 第{1}行：{2}不能归档，请用 hongtou record verify 查看全部问题。',
      host.toPath(logFile),
      at + 1,
      formatMessage(reason),
    ),
  )
}

function warnRefused(host: Host, { logFile, state: { refused } }: Process): void {
  if (refused.length > 0)
    host.terminal.err(
      `警告：${host.toPath(logFile)} 里有${refused.length}条是流程不允许的，不算数，照样归档；四性检测会指出来。\n`,
    )
}

function refuseUnfinished({ input, state }: Process): void {
  if (state.ended === '办结') return
  const next = state.steps[state.current]?.step.name
  throw new Failure(
    'archive-unfinished',
    state.ended
      ? message('{0} 已经作废，没有归档。确实要归档请加 --force。', input.name)
      : message('{0} 还没有办结，下一步是“{1}”。确实要现在归档请加 --force。', input.name, next ?? ''),
  )
}

function refuseChanged({ input, document, state: { settled, steps } }: Process): void {
  if (!settled || isSameDocument(settled.document, document)) return
  const name = steps[settled.step]?.step.name ?? ''
  throw new Failure(
    'archive-changed',
    message('{0} 与“{1}”时的定稿不同，不能归档。用 hongtou record verify 可以看到改了哪里。', input.name, name),
  )
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
      message('没有找到正本 {0}。请先签章，或者用 --pdf 写明签了章的 PDF。', host.toPath(uri)),
    )
  return { uri, bytes: await host.files.read(uri, PDF_LIMIT) }
}
