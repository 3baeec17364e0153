import type { KeySource } from '../sign/openKey.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { ABOUT_KEY, ABOUT_SEAL, type Blame } from './aboutFiles.ts'
import { type ChineseCommand, collect, oneOf } from './command.ts'
import type { Host } from './host.ts'
import { addPasswordOptions, type PasswordOptions, readPassword } from './password.ts'

const KEY_LIMIT = 1_000_000
const SEAL_LIMIT = 5_000_000
/** PNG, SVG as text, or an electronic seal in DER; what is in them is looked at when the seal is put on the page. */
const STARTS = [[0x89, 0x50, 0x4e, 0x47], [0x3c], [0x30]] as const

/** Where the key is: in a P12, in a key file, or behind a program. */
export interface KeyOptions extends PasswordOptions {
  readonly p12?: string
  readonly key?: string
  readonly cert?: readonly string[]
  readonly signer?: string
  readonly signerArg?: readonly string[]
  readonly signerProtocol?: 'raw' | 'json'
  readonly pss?: true
  readonly seal?: string
}

export function addKeyOptions(command: ChineseCommand): ChineseCommand {
  const withKeys = command
    .option('--key <文件>', '私钥文件（PEM 或 DER，可以加密），代替 --p12，须同时写 --cert')
    .option('--cert <文件>', '--key、--signer 的证书和上级证书（PEM 或 DER），可写多次，签名人的在前', collect)
    .option('--signer <程序>', '外部签名程序（UKey、加密机、签名服务），代替 --p12，须同时写 --cert')
    .option('--signer-arg <参数>', '外部签名程序的参数，可写多次', collect)
    .option(
      '--signer-protocol <方式>',
      '与外部签名程序交换数据的方式：raw 送摘要、收签名，json 见文档（默认 raw）',
      oneOf('--signer-protocol', ['raw', 'json']),
    )
    .option('--pss', 'RSA 证书用 PSS 方式签名') as ChineseCommand
  return addPasswordOptions(withKeys).option(
    '--seal <印章>',
    '用这张印章图片（PNG、SVG）或者电子印章里的图像，代替按标准画出的印章',
  ) as ChineseCommand
}

export function hasKey({ p12, key, signer }: KeyOptions): boolean {
  return [p12, key, signer].some((given) => given !== undefined)
}

/** @throws {Failure} `usage` where no key is named, or more than one; before any file is read */
export function requireOneKey({ p12, key, signer }: KeyOptions): void {
  if ([p12, key, signer].filter((each) => each !== undefined).length === 1) return
  throw new Failure('usage', message('要写明用哪个证书：--p12 文件，或 --key 文件，或 --signer 程序，三者选一。'))
}

/**
 * The key, read from where the options say, with its password.
 * @throws {Failure} `usage` for none, or more than one
 */
export async function readKey(host: Host, options: KeyOptions): Promise<KeySource> {
  requireOneKey(options)
  const { p12, key, signer } = options
  const scheme = options.pss ? ({ scheme: 'PSS' } as const) : {}
  if (p12 !== undefined) {
    const bytes = await host.files.read(host.toUri(p12), KEY_LIMIT)
    const password = isOpenPem(bytes) ? '' : await passwordFor(host, options, p12)
    return { bytes, password, ...scheme }
  }
  const certificates = await readCertificateFiles(host, options.cert ?? [])
  if (signer !== undefined) {
    const command = [signer, ...(options.signerArg ?? [])]
    return { command, protocol: options.signerProtocol ?? 'raw', certificates, ...scheme }
  }
  const keyFile = await host.files.read(host.toUri(key as string), KEY_LIMIT)
  const password = isLocked(keyFile) ? { password: await passwordFor(host, options, key as string) } : {}
  return { keyFile, certificates, ...password, ...scheme }
}

function passwordFor(host: Host, options: PasswordOptions, path: string): Promise<string> {
  return readPassword(host, options, `请输入证书 ${host.toPath(host.toUri(path))} 的密码：`)
}

async function readCertificateFiles(host: Host, paths: readonly string[]): Promise<readonly Uint8Array[]> {
  if (paths.length === 0) throw new Failure('usage', message('用 --key 或 --signer 签章时，要用 --cert 写明证书文件。'))
  return Promise.all(paths.map((path) => host.files.read(host.toUri(path), KEY_LIMIT)))
}

/** PEM says that a key is encrypted; of DER it is the second value that tells: an open key begins with its version. */
function isLocked(keyFile: Uint8Array): boolean {
  if (keyFile[0] !== 0x30) return new TextDecoder('latin1').decode(keyFile).includes('ENCRYPTED')
  const long = (keyFile[1] ?? 0) & 0x80 ? (keyFile[1] ?? 0) & 0x7f : 0
  return keyFile[2 + long] === 0x30
}

/** A PEM file whose key is not encrypted: there is no password to ask for. */
function isOpenPem(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes)
  return text.includes('PRIVATE KEY-----') && !text.includes('ENCRYPTED')
}

/** @throws {Failure} `not-png` for a picture of another kind */
export async function readSeal(host: Host, path: string | undefined): Promise<Uint8Array | undefined> {
  if (path === undefined) return undefined
  const uri = host.toUri(path)
  const bytes = await host.files.read(uri, SEAL_LIMIT)
  if (!STARTS.some((start) => start.every((byte, index) => bytes[index] === byte))) {
    throw new Failure(
      'not-png',
      message('印章图片 {0} 不是 PNG、SVG，也不是电子印章。请另存为 PNG（背景透明）后再用。', host.toPath(uri)),
    )
  }
  return bytes
}

/** Failures of signing that are about the certificate file or the picture of the seal. */
export function blameFor(host: Host, { p12, key, cert, seal }: KeyOptions): Blame {
  const named = (codes: RegExp, path: string | undefined): Blame =>
    path === undefined ? [] : [[codes, host.toPath(host.toUri(path))]]
  return [...named(ABOUT_KEY, p12 ?? key ?? cert?.[0]), ...named(ABOUT_SEAL, seal)]
}
