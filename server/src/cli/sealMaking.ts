import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { fileName } from '../text/uri.ts'
import { ABOUT_KEY, aboutFiles, type Blame } from './aboutFiles.ts'
import { refuseExisting } from './existing.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { readBytes, singleInput } from './inputs.ts'
import type { PasswordOptions } from './password.ts'
import { PDF_LIMIT } from './pdfTarget.ts'
import { withProgress } from './progress.ts'
import { SEAL_LIMIT, SEALED_ENDING } from './sealReading.ts'
import { readKey } from './signingKey.ts'
import { readCertificateFiles } from './trusted.ts'
import { withPress } from './withPress.ts'

export interface NewOptions extends PasswordOptions {
  readonly name: string
  readonly holder: readonly string[]
  readonly p12: string
  readonly picture?: string
  readonly emblem?: string
  readonly diameter?: number
  readonly height?: number
  readonly digest?: true
  readonly days: number
  readonly output: string
  readonly force?: true
}

export interface SignOptions extends PasswordOptions {
  readonly seal: string
  readonly p12: string
  readonly property?: string
  readonly output?: string
  readonly force?: true
}

export async function runSealNew(host: Host, options: NewOptions): Promise<number> {
  const target = host.toUri(options.output)
  if (!options.force) await refuseExisting(host, target)
  const { name, days, diameter, height } = options
  if (options.picture !== undefined && options.emblem !== undefined)
    throw new Failure('usage', message('--picture 已经是整枚印章的图像，不能再写 --emblem。请去掉其中一个。'))
  const read = async (path: string | undefined): Promise<Uint8Array | undefined> =>
    path === undefined ? undefined : host.files.read(host.toUri(path), SEAL_LIMIT)
  const [bytes, emblem] = [await read(options.picture), await read(options.emblem)]
  const request = {
    name,
    days,
    digests: options.digest === true,
    holders: await readCertificateFiles(host, options.holder),
    ...(diameter !== undefined && { diameter }),
    ...(bytes && { picture: { bytes, ...(height !== undefined && { height }) } }),
    ...(emblem && { emblem }),
    key: await readKey(host, options),
  }
  const seal = await aboutFiles(blameFor(host, options), () =>
    withPress(host, {}, (press) => withProgress(host.terminal, '正在制章', () => press.newSeal(request))),
  )
  await host.files.write(target, seal)
  host.terminal.err(`已制成电子印章 ${host.toPath(target)}。用 hongtou seal show 查看。\n`)
  return DONE
}

export async function runSealSign(host: Host, pattern: string, options: SignOptions): Promise<number> {
  const input = await singleInput(host, pattern)
  const target = options.output === undefined ? `${input.uri}${SEALED_ENDING}` : host.toUri(options.output)
  if (!options.force) await refuseExisting(host, target)
  const seal = await host.files.read(host.toUri(options.seal), SEAL_LIMIT)
  const content = await readBytes(host, input, PDF_LIMIT)
  const property = options.property ?? encodeURIComponent(fileName(input.uri))
  const key = await readKey(host, options)
  const signature = await aboutFiles(blameFor(host, options), () =>
    withPress(host, {}, (press) =>
      withProgress(host.terminal, '正在签章', () => press.sealFile(seal, content, property, key)),
    ),
  )
  await host.files.write(target, signature)
  host.terminal.err(`已签章 ${host.toPath(target)}，${input.name} 没有改动。\n`)
  return DONE
}

function blameFor(
  host: Host,
  { p12, seal, emblem }: { readonly p12: string; readonly seal?: string; readonly emblem?: string },
): Blame {
  const named = (path: string): string => host.toPath(host.toUri(path))
  return [
    [ABOUT_KEY, named(p12)],
    ...(seal === undefined ? [] : ([[/^seal-damaged$/, named(seal)]] as const)),
    ...(emblem === undefined ? [] : ([[/^(?:image|seal-emblem)/, named(emblem)]] as const)),
  ]
}
