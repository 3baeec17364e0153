import type { SignRequest, VisiblePlace } from '../press/press.ts'
import type { Preserved } from '../sign/signAtLevel.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { ABOUT_PDF, aboutFiles, type Blame } from './aboutFiles.ts'
import { ChineseCommand, oneOf, wholeNumber } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { readBytes, singleInput } from './inputs.ts'
import { checkPdfTarget, PDF_LIMIT, SIGNED_ENDING, targetOf } from './pdfTarget.ts'
import { addPreservationOptions, type PreservationOptions, readPreservation, tellNotes } from './preservation.ts'
import { withProgress } from './progress.ts'
import type { Session } from './session.ts'
import { signDetached } from './signDetached.ts'
import { addKeyOptions, blameFor, type KeyOptions, readKey, readSeal, requireOneKey } from './signingKey.ts'
import { withPress } from './withPress.ts'

interface SignOptions extends KeyOptions, PreservationOptions {
  readonly field?: string
  readonly organ?: string
  readonly certify?: '1' | '2' | '3'
  readonly 骑缝章?: true
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
    .option('--p12 <文件>', '证书文件（.p12 或 .pfx；也可以是含私钥和证书的 PEM）')
  return addPreservationOptions(addKeyOptions(command as ChineseCommand))
    .option('--detached', '不改文件，签名另存为旁边的 .p7s（CAdES），任何文件都可以签')
    .option('--field <名称>', '签名域的名称（默认留给证书单位的那个，没有就是第一个空的）')
    .option('--organ <署名>', '联合行文：签在留给这个机关的位置')
    .option('--page <页码>', '在别的 PDF 上签章：第几页', wholeNumber('--page', 1))
    .option('--at <左,下[,宽,高]>', '在别的 PDF 上签章：离页面左边、下边多少毫米，宽高默认 42 毫米', parsePlace)
    .option('--骑缝章', '在各页右边缘加盖骑缝章（只能和第一个签章一起盖）')
    .option(
      '--certify <级别>',
      '声明签章之后还许改什么：1 什么都不许，2 只许再签章和填表，3 还许加批注（红头仍不认批注）',
      oneOf('--certify', ['1', '2', '3']),
    )
    .option('--reason <文字>', '签章原因，写进签名')
    .option('--location <文字>', '签章地点，写进签名')
    .option('-o, --output <文件>', '输出文件（默认在文件名后加“-签章”；--detached 默认在文件名后加 .p7s）')
    .option('--force', '覆盖已经签章的输出文件')
    .examples(
      'hongtou sign 通知.pdf --p12 公章.p12',
      'hongtou sign 通知.pdf --p12 公章.p12 --password-env P12_PASSWORD -o 通知-签章.pdf',
      'hongtou sign 合同.pdf --p12 公章.p12 --page 3 --at 120,60',
      'hongtou sign 联合通知.pdf --organ 某某市教育局 --p12 教育局.p12 -o 联合通知.pdf',
      'hongtou sign 通知.pdf --p12 公章.p12 --tsa http://tsa.example.cn/tsr --crl 中级.crl --crl 根.crl',
      'hongtou sign 通知.pdf --key 公章.key --cert 公章.pem --cert 上级.pem',
      'hongtou sign 通知.pdf --cert 公章.pem --signer ukey-sign --signer-arg --sha256',
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
  requireOneKey(options)
  const place = placeOf(options)
  const input = await singleInput(host, pattern)
  const target = targetOf(host, input, options.output, SIGNED_ENDING)
  if (target !== input.uri) await checkPdfTarget(host, target, options.force === true)
  const pdf = await readBytes(host, input, PDF_LIMIT)
  const seal = await readSeal(host, options.seal)
  const request: SignRequest = {
    key: await readKey(host, options),
    preservation: await readPreservation(host, options),
    ...(options.field !== undefined && { field: options.field }),
    ...(options.organ !== undefined && { organ: options.organ }),
    ...(options.certify && { certify: Number(options.certify) as 1 | 2 | 3 }),
    ...(options.骑缝章 && { straddle: true as const }),
    ...(place && { place }),
    ...(seal && { seal }),
    ...(options.reason !== undefined && { reason: options.reason }),
    ...(options.location !== undefined && { location: options.location }),
  }
  const blame: Blame = [...blameFor(host, options), [ABOUT_PDF, input.name]]
  const signed = await aboutFiles(blame, () => signBytes(host, pdf, request))
  await host.files.write(target, signed.pdf)
  tellNotes(host, signed)
  host.terminal.err(`已签章 ${host.toPath(target)}。\n`)
  return DONE
}

/** The PDF with its signature, as a new revision behind the old bytes. */
export function signBytes(host: Host, pdf: Uint8Array, request: SignRequest): Promise<Preserved> {
  return withPress(host, {}, (press) => withProgress(host.terminal, '正在签章', () => press.sign(pdf, request)))
}
