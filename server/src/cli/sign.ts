import type { SignRequest, VisiblePlace } from '../press/press.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { ABOUT_PDF, aboutFiles, type Blame } from './aboutFiles.ts'
import { ChineseCommand, wholeNumber } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { readBytes, singleInput } from './inputs.ts'
import { checkPdfTarget, PDF_LIMIT, SIGNED_ENDING, targetOf } from './pdfTarget.ts'
import { withProgress } from './progress.ts'
import type { Session } from './session.ts'
import { signDetached } from './signDetached.ts'
import { addKeyOptions, blameFor, type KeyOptions, readKey, readSeal } from './signingKey.ts'
import { withPress } from './withPress.ts'

interface SignOptions extends KeyOptions {
  readonly p12: string
  readonly field?: string
  readonly page?: number
  readonly at?: VisiblePlace['rect']
  readonly reason?: string
  readonly location?: string
  readonly output?: string
  readonly force?: true
  readonly detached?: true
}

const POINTS_PER_MM = 72 / 25.4
/** Diameter of the seal of a municipal government or county organ, 国发〔1999〕25号. */
const SEAL_DIAMETER = 42

export function signCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('sign')
    .description('给 PDF 签章（PAdES），或者给任何文件签名（--detached）')
    .usage('[选项] <PDF>')
    .argument('<PDF>', 'hongtou render 生成的 PDF，或者别的 PDF；加 --detached 可以是任何文件')
    .requiredOption('--p12 <文件>', '证书文件（.p12 或 .pfx；国密也可以是含私钥和证书的 PEM）')
  return addKeyOptions(command as ChineseCommand)
    .option('--detached', '不改文件，签名另存为旁边的 .p7s（CAdES），任何文件都可以签')
    .option('--field <名称>', '签名域的名称（默认第一个空的签名域）')
    .option('--page <页码>', '在别的 PDF 上签章：第几页', wholeNumber('--page', 1))
    .option('--at <左,下[,宽,高]>', '在别的 PDF 上签章：离页面左边、下边多少毫米，宽高默认 42 毫米', parsePlace)
    .option('--reason <文字>', '签章原因，写进签名')
    .option('--location <文字>', '签章地点，写进签名')
    .option('-o, --output <文件>', '输出文件（默认在文件名后加“-签章”；--detached 默认在文件名后加 .p7s）')
    .option('--force', '覆盖已经签章的输出文件')
    .examples(
      'hongtou sign 通知.pdf --p12 公章.p12',
      'hongtou sign 通知.pdf --p12 公章.p12 --password-env P12_PASSWORD -o 通知-签章.pdf',
      'hongtou sign 合同.pdf --p12 公章.p12 --page 3 --at 120,60',
      'hongtou sign 附表.xlsx --detached --p12 公章.p12',
      '密码在终端里询问，或者取自环境变量、文件描述符，不能写在命令行上。',
    )
    .action((pattern: string, options: SignOptions) =>
      session.run((host) => (options.detached ? signDetached : runSign)(host, pattern, options)),
    )
}

function parsePlace(value: string): VisiblePlace['rect'] {
  const numbers = value.split(/[,，]/).map((each) => Number(each.trim() || Number.NaN))
  const [left, bottom, width = SEAL_DIAMETER, height = width] = numbers
  const all = [left, bottom, width, height]
  if (numbers.length > 4 || !all.every((each) => each !== undefined && Number.isFinite(each) && each >= 0)) {
    throw new Failure(
      'usage',
      message('--at 的值“{0}”不对，要写成 左,下 或 左,下,宽,高，单位毫米，例如 120,60。', value),
    )
  }
  const [x = 0, y = 0, w = 0, h = 0] = all.map((each) => (each as number) * POINTS_PER_MM)
  return [x, y, w, h]
}

function placeOf({ page, at }: SignOptions): VisiblePlace | undefined {
  if (page === undefined && at === undefined) return undefined
  if (page === undefined || at === undefined) {
    throw new Failure('usage', message('--page 和 --at 要一起写，例如 --page 3 --at 120,60。'))
  }
  return { page: page - 1, rect: at }
}

async function runSign(host: Host, pattern: string, options: SignOptions): Promise<number> {
  const place = placeOf(options)
  const input = await singleInput(host, pattern)
  const target = targetOf(host, input, options.output, SIGNED_ENDING)
  if (target !== input.uri) await checkPdfTarget(host, target, options.force === true)
  const pdf = await readBytes(host, input, PDF_LIMIT)
  const seal = await readSeal(host, options.seal)
  const request: SignRequest = {
    key: await readKey(host, options.p12, options),
    ...(options.field !== undefined && { field: options.field }),
    ...(place && { place }),
    ...(seal && { seal }),
    ...(options.reason !== undefined && { reason: options.reason }),
    ...(options.location !== undefined && { location: options.location }),
  }
  const blame: Blame = [...blameFor(host, options), [ABOUT_PDF, input.name]]
  await host.files.write(target, await aboutFiles(blame, () => signBytes(host, pdf, request)))
  host.terminal.err(`已签章 ${host.toPath(target)}。\n`)
  return DONE
}

/** The PDF with its signature, as a new revision behind the old bytes. */
export function signBytes(host: Host, pdf: Uint8Array, request: SignRequest): Promise<Uint8Array> {
  return withPress(host, {}, (press) => withProgress(host.terminal, '正在签章', () => press.sign(pdf, request)))
}
