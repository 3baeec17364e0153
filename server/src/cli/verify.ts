import type { ValidationData } from '../sign/validationData.ts'
import type { Verdict } from '../sign/verdict.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import { ABOUT_PDF, aboutFiles } from './aboutFiles.ts'
import { ChineseCommand, collect, oneOf } from './command.ts'
import { isThere } from './existing.ts'
import { DONE, FAULT, UNTRUSTED } from './exitCode.ts'
import type { Host } from './host.ts'
import { type Input, readBytes, singleInput } from './inputs.ts'
import { checkPdfTarget, PDF_LIMIT, SIGNED_ENDING } from './pdfTarget.ts'
import { addDataOptions, type DataOptions, readData } from './preservation.ts'
import { jsonVerdict, prettyVerdict } from './report/verdict.ts'
import type { Session } from './session.ts'
import { DETACHED_ENDING, verifyDetached } from './signDetached.ts'
import { readTrusted, TRUST_HELP } from './trusted.ts'
import { withPress } from './withPress.ts'

interface VerifyOptions extends DataOptions {
  readonly trust?: readonly string[]
  readonly format: 'pretty' | 'json'
  readonly content?: string
  readonly report?: string
  readonly revision?: string
  readonly output?: string
}

/** Endings of electronic seals and of signatures made with them. */
const SEALS = /\.(?:esl|ses)$/i

export function verifyCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('verify')
    .description('验证 PDF 的签章、.p7s 签名，或者归档信息包（四性检测）')
    .usage('[选项] <文件>')
    .argument('<文件>', '签过章的 PDF、.p7s 签名文件，或者 hongtou archive 生成的归档信息包（.zip）')
    .option('--trust <证书>', TRUST_HELP, collect)
    .option('--content <文件>', '.p7s 签名所签的文件（默认是同名去掉 .p7s 的）')
    .option('--format <格式>', '输出格式：pretty、json（默认 pretty）', oneOf('--format', ['pretty', 'json']), 'pretty')
    .option('--report <PDF>', '归档信息包：检测报告写到这里')
    .option('--revision <签章>', '取出这枚签章签的那一版；写签章位置的名称，或者第几枚')
    .option('-o, --output <PDF>', '取出的那一版写到这里（和 --revision 一起用）')
  return addDataOptions(command as ChineseCommand)
    .examples(
      'hongtou verify 通知-签章.pdf --trust 根证书.pem',
      'hongtou verify 通知-签章.pdf --format json',
      'hongtou verify 通知-归档.zip --trust 根证书.pem',
      'hongtou verify 通知-归档.zip --trust 根证书.pem --report 检测报告.pdf',
      'hongtou verify 附表.xlsx.p7s --content 附表.xlsx --trust 根证书.pem',
      'hongtou verify 通知-签章.pdf --revision 1 -o 当时.pdf',
      '退出码：0 有效且受信任，1 无效或没有签章，2 用法不对或出错，3 有效但签章人未受信任（归档包：没有签名的也是 1；自动核对都通过，但有签名人未受信任的是 3）',
    )
    .action((pattern: string, options: VerifyOptions) =>
      session.run((host) => runVerify(host, pattern, options)),
    ) as ChineseCommand
}

async function runVerify(host: Host, pattern: string, options: VerifyOptions): Promise<number> {
  if ((options.revision === undefined) !== (options.output === undefined))
    throw new Failure('usage', message('--revision 和 -o 要一起写，例如 --revision 1 -o 当时.pdf。'))
  const trusted = await readTrusted(host, options.trust ?? [])
  const data = await readData(host, options)
  const input = await singleInput(host, pattern)
  if (SEALS.test(input.uri))
    throw new Failure('usage', message('{0} 是电子印章或电子签章，请用 hongtou seal verify {0} 来验。', input.name))
  if (input.uri.toLowerCase().endsWith('.zip')) {
    const { verifyPackage } = await import('./verifyPackage.ts')
    return verifyPackage(host, input, { ...options, trusted, data })
  }
  if (options.report !== undefined)
    throw new Failure('usage', message('--report 只用于归档信息包（.zip），{0} 不是。', input.name))
  const verdict = isDetached(input, options)
    ? await verifyDetached(host, input, { trusted, data, content: options.content })
    : await verifyPdf(host, input, trusted, data)
  const printed =
    options.format === 'json'
      ? jsonVerdict(verdict)
      : prettyVerdict(verdict, input.name, {
          signedCopy: await signedCopy(host, input, verdict),
          trusting: trusted.length > 0,
        })
  host.terminal.out(printed)
  await writeRevision(host, input, options)
  if (!verdict.valid) return FAULT
  return verdict.trusted ? DONE : UNTRUSTED
}

function isDetached({ uri }: Input, { content }: VerifyOptions): boolean {
  return content !== undefined || uri.toLowerCase().endsWith(DETACHED_ENDING)
}

async function verifyPdf(
  host: Host,
  input: Input,
  trusted: readonly Uint8Array[],
  data: ValidationData | undefined,
): Promise<Verdict> {
  const pdf = await readBytes(host, input, PDF_LIMIT)
  return aboutFiles([[ABOUT_PDF, input.name]], () => withPress(host, {}, (press) => press.verify(pdf, trusted, data)))
}

async function writeRevision(host: Host, input: Input, { revision, output }: VerifyOptions): Promise<void> {
  if (revision === undefined || output === undefined) return
  const target = host.toUri(output)
  if (target === input.uri)
    throw new Failure('usage', message('取出的那一版不能写到 {0} 自己。请用 -o 换一个文件名。', input.name))
  await checkPdfTarget(host, target, false)
  const pdf = await readBytes(host, input, PDF_LIMIT)
  const bytes = await aboutFiles([[/^(?:pdf|verify)-/, input.name]], () =>
    withPress(host, {}, (press) => press.revision(pdf, revision)),
  )
  await host.files.write(target, bytes)
  host.terminal.err(`已取出签章“${visibleText(revision)}”签的那一版 ${host.toPath(target)}。\n`)
}

/** People verify the file that they rendered; `sign` and `build` call the signed one differently. */
async function signedCopy(host: Host, { uri, standardInput }: Input, verdict: Verdict): Promise<string | undefined> {
  if (standardInput || verdict.signatures.length > 0) return undefined
  const copy = uri.replace(/\.pdf$/i, SIGNED_ENDING)
  return copy !== uri && (await isThere(host, copy)) ? host.toPath(copy) : undefined
}
