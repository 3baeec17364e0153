import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import type { Network } from '../ports/network.ts'
import type { Random } from '../ports/random.ts'
import { Failure } from '../text/failure.ts'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { addDocumentTimestamp } from './documentTimestamp.ts'
import { certificatesIn, gatherOnline } from './gather.ts'
import type { SigningKey } from './key.ts'
import { problem } from './problem.ts'
import { LARGEST_TOKEN, type SignatureRequest, signPdf } from './sign.ts'
import { requestTimestamp } from './timestampRequest.ts'
import { addValidationData, joinData, NO_DATA, type ValidationData } from './validationData.ts'
import { verifyPdf } from './verify.ts'

/** What makes a signature last beyond its certificate. */
export interface Preservation {
  /** Timestamp authority that the user named. */
  readonly tsa?: string
  /** From files of the user's. */
  readonly data?: ValidationData
  /** Ask the services that the certificates name. */
  readonly online?: true
}

/** The file, and what did not come about. */
export interface Preserved {
  readonly pdf: Uint8Array
  readonly notes: readonly Finding[]
}

interface SigningPorts {
  readonly crypto: Crypto
  readonly clock: Clock
  readonly random: Random
  /** Absent where nothing may leave the machine. */
  readonly network?: Network
}

/**
 * Signs as `signPdf` does and then as far up the levels as is asked for: B-T with a timestamp, B-LT with validation data.
 * What fails on the way up is noted; the signature is never lost over it.
 * @throws Failure as `signPdf`
 */
export async function signAtLevel(
  pdf: Uint8Array,
  key: SigningKey,
  request: SignatureRequest,
  preservation: Preservation,
  ports: SigningPorts,
): Promise<Preserved> {
  const notes: Finding[] = []
  const { tsa } = preservation
  const stamp = async (signature: Uint8Array): Promise<Uint8Array | undefined> => {
    try {
      const token = await requestTimestamp(tsa ?? '', signature, { ...ports, network: requireNetwork(ports) })
      if (token.length <= LARGEST_TOKEN - 64) return token
      throw new Failure('timestamp-answer', message('时间戳有 {0} 字节，预留的空间放不下。', token.length))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const text = message('没有加上时间戳，签章只达到 B-B 级。{0}', error.sentence)
      notes.push(problem('sign-timestamp-missing', 'warning', text))
      return undefined
    }
  }
  const signed = await signPdf(pdf, key, request, ports, tsa === undefined ? undefined : stamp, (finding) =>
    notes.push(finding),
  )
  const kept = await addData(signed, preservation, ports)
  return { pdf: kept.pdf, notes: [...notes, ...kept.notes] }
}

/**
 * Adds a document timestamp to a signed file, validation data before it where there are any: B-LTA.
 * @throws Failure `timestamp-…`, `sign-locked`, `pdf-…`
 */
export async function timestampPdf(
  pdf: Uint8Array,
  preservation: Preservation & { readonly tsa: string },
  ports: SigningPorts,
): Promise<Preserved> {
  const { pdf: kept, notes } = await addData(pdf, preservation, ports)
  return {
    pdf: await addDocumentTimestamp(kept, preservation.tsa, { ...ports, network: requireNetwork(ports) }),
    notes,
  }
}

function requireNetwork({ network }: SigningPorts): Network {
  if (network) return network
  throw new Failure('timestamp-network', message('这里不能使用网络。请在命令行上加时间戳。'))
}

async function addData(pdf: Uint8Array, { data, online }: Preservation, ports: SigningPorts): Promise<Preserved> {
  if (!data && !online) return { pdf, notes: [] }
  const own = certificatesIn(pdf)
  const given = joinData({ ...NO_DATA, certificates: own.map(({ bytes }) => bytes) }, data ?? NO_DATA)
  const gathered = online
    ? await gatherOnline(own, { crypto: ports.crypto, network: requireNetwork(ports) })
    : { data: NO_DATA, notes: [] }
  const kept = await addValidationData(pdf, joinData(given, gathered.data), ports.crypto)
  return { pdf: kept, notes: [...gathered.notes, ...(await shortfall(kept, ports))] }
}

/** Says so when the data do not suffice. */
async function shortfall(pdf: Uint8Array, ports: SigningPorts): Promise<readonly Finding[]> {
  const { signatures } = await verifyPdf(pdf, { trusted: [] }, ports)
  const short = signatures.filter(({ documentTimestamp, level }) => !documentTimestamp && !level.startsWith('B-L'))
  return short.map(({ signer, level }) =>
    problem(
      'sign-level-short',
      'warning',
      message(
        '验证资料已写入，但“{0}”的签章只达到 {1} 级：缺少时间戳，或者缺少证书链上某一级的吊销资料。',
        signer,
        level,
      ),
    ),
  )
}
