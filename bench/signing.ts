// Signing and verifying in process, warm, and what other programs take to verify the same files as processes.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeClock } from '../server/src/node/clock.ts'
import { nodeCrypto } from '../server/src/node/crypto.ts'
import { nodeRandom } from '../server/src/node/random.ts'
import { readCertificate } from '../server/src/sign/certificate.ts'
import { createIdentity } from '../server/src/sign/identity.ts'
import type { SigningKey } from '../server/src/sign/key.ts'
import { openP12 } from '../server/src/sign/p12.ts'
import { signPdf } from '../server/src/sign/sign.ts'
import { verifyPdf } from '../server/src/sign/verify.ts'
import { type Timing, time, timeProcess } from './measure.ts'
import { pdfOfPages } from './press.ts'

const ports = { crypto: nodeCrypto, clock: nodeClock, random: nodeRandom }
const NAME = '某某市人民政府'

export interface SigningFigures {
  readonly sign: Timing
  /** The private key's part of it. */
  readonly keyAlone: Timing
  /** With the P12 opened each time, which is slow on purpose. */
  readonly withP12: Timing
  readonly verifyThree: Timing
  /** The 50th signature on one file in relation to the 25th; 1 were no growth, 2 is linear. */
  readonly growth: number
  /** Others verifying the file of three signatures, as processes; absent where they are not installed. */
  readonly pdfsig?: Timing
  readonly openssl?: Timing
}

async function rsaIdentity() {
  const { p12 } = await createIdentity({ name: NAME, password: 'bench', days: 30 }, ports)
  return { bytes: p12, password: 'bench' }
}

/** A PDF of 12 pages signed once, three times, and fifty times in a row. */
export async function signing(budget: number): Promise<SigningFigures> {
  const pdf = await pdfOfPages(12)
  const source = await rsaIdentity()
  const key = await openP12(source, ports)
  const attributes = nodeRandom.bytes(250)
  const none = () => undefined
  const sign = await time(budget, none, () => signPdf(pdf, key, {}, ports))
  const keyAlone = await time(budget / 2, none, () => key.sign(attributes, 'SHA-256'))
  const withP12 = await time(budget / 2, none, async () => signPdf(pdf, await openP12(source, ports), {}, ports))
  const three = await signedTimes(pdf, key, 3)
  const verifyThree = await time(budget, none, () => verifyPdf(three, { trusted: [] }, ports))
  return { sign, keyAlone, withP12, verifyThree, growth: await growthOf(pdf, key), ...(await others(three)) }
}

async function signedTimes(pdf: Uint8Array, key: SigningKey, times: number): Promise<Uint8Array> {
  let signed = pdf
  for (let nth = 0; nth < times; nth++) signed = await signPdf(signed, key, {}, ports)
  return signed
}

async function growthOf(pdf: Uint8Array, key: SigningKey): Promise<number> {
  const [to24, to49] = [await signedTimes(pdf, key, 24), await signedTimes(pdf, key, 49)]
  const once = (file: Uint8Array) =>
    time(
      600,
      () => undefined,
      () => signPdf(file, key, {}, ports),
    )
  return (await once(to49)).median / (await once(to24)).median
}

async function others(signed: Uint8Array): Promise<Pick<SigningFigures, 'pdfsig' | 'openssl'>> {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-bench-'))
  try {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, signed)
    const { content, cms } = lastSignature(signed)
    writeFileSync(join(folder, 'content'), content)
    writeFileSync(join(folder, 'cms'), cms)
    const check = ['cms', '-verify', '-binary', '-noverify', '-inform', 'DER', '-in', join(folder, 'cms')]
    const pdfsig = await processTime('pdfsig', ['-nocert', file])
    const openssl = await processTime('openssl', [...check, '-content', join(folder, 'content'), '-out', '/dev/null'])
    return { ...(pdfsig && { pdfsig }), ...(openssl && { openssl }) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What the last signature is over, and the signature itself: OpenSSL reads no PDF. */
function lastSignature(pdf: Uint8Array): { readonly content: Uint8Array; readonly cms: Uint8Array } {
  const text = Buffer.from(pdf).toString('latin1')
  const ranges = [...text.matchAll(/ByteRange\s*\[\s*0 (\d+) (\d+) (\d+)/g)]
  const [start = 0, end = 0, rest = 0] = (ranges.at(-1) ?? []).slice(1).map(Number)
  const content = Buffer.concat([pdf.subarray(0, start), pdf.subarray(end, end + rest)])
  return { content, cms: Buffer.from(text.slice(start + 1, end - 1), 'hex') }
}

async function processTime(program: string, args: readonly string[]): Promise<Timing | undefined> {
  const run = () => spawnSync(program, args, { stdio: 'ignore' })
  if (run().status !== 0) return undefined
  return timeProcess(9, async () => run())
}

/** SM2 alone, over the signed attributes of a signature: the key is at hand and the table of its curve is made. */
export async function sm2(budget: number): Promise<{ readonly sign: Timing; readonly verify: Timing }> {
  const ports = { crypto: nodeCrypto, clock: nodeClock, random: nodeRandom }
  const request = { name: '某某市人民政府', password: 'bench', days: 30, algorithm: 'SM2' } as const
  const { p12 } = await createIdentity(request, ports)
  const key = await openP12({ bytes: p12, password: 'bench' }, ports)
  const { publicKey } = readCertificate(key.chain[0] as Uint8Array)
  const attributes = (): Uint8Array => nodeRandom.bytes(250)
  const sign = await time(budget, attributes, (bytes) => key.sign(bytes, 'SM3'))
  const verify = await time(
    budget,
    async () => {
      const bytes = attributes()
      return { bytes, signature: await key.sign(bytes, 'SM3') }
    },
    async ({ bytes, signature }) => {
      if (!(await nodeCrypto.verify(publicKey, 'SM2', 'SM3', signature, bytes))) throw new Error('SM2 signature')
    },
  )
  return { sign, verify }
}
