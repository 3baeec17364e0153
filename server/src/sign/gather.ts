import { openPdf } from '../pdf/file.ts'
import { isDictionary, isString } from '../pdf/objects.ts'
import type { Crypto } from '../ports/crypto.ts'
import { type Network, NetworkError, type Question } from '../ports/network.ts'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { readCms } from './cmsReader.ts'
import { readCrl } from './crl.ts'
import { sameBytes } from './der.ts'
import { readSignatureFields } from './fields.ts'
import { ocspQuestion, readOcsp, statesOf } from './ocsp.ts'
import { problem } from './problem.ts'
import { readOrNothing } from './revocation.ts'
import { readTimestamp, type Timestamp } from './timestampToken.ts'
import { joinData, type ValidationData } from './validationData.ts'

/** What was gathered, and what could not be. */
interface Gathered {
  readonly data: ValidationData
  readonly notes: readonly Finding[]
}

/** The certificates of all signatures and timestamps in a file. */
export function certificatesIn(pdf: Uint8Array): readonly Certificate[] {
  const view = openPdf(pdf).view()
  return readSignatureFields(view).flatMap(({ value }) => {
    const signature = view.resolve(value)
    const contents = isDictionary(signature) ? signature.entries.get('Contents') : undefined
    if (!isString(contents)) return []
    const stamps = (token: Uint8Array): readonly Timestamp[] => readOrNothing(readTimestamp, token)
    const cms = readOrNothing(readCms, contents.bytes)
    const tokens = [...stamps(contents.bytes), ...cms.flatMap(({ timestamp }) => (timestamp ? stamps(timestamp) : []))]
    return [
      ...cms.flatMap(({ certificates }) => certificates.flatMap((bytes) => readOrNothing(readCertificate, bytes))),
      ...tokens.flatMap(({ certificates }) => certificates),
    ]
  })
}

const BOUNDS = { milliseconds: 15_000, bytes: 20_000_000 }
/** Longer chains than this do not occur. */
const MOST_CERTIFICATES = 50

/**
 * Asks the services that the certificates themselves name for missing issuers and for the state of each certificate:
 * OCSP first, which is small, then the revocation list. Only on the user's request.
 */
export async function gatherOnline(
  certificates: readonly Certificate[],
  { crypto, network }: { readonly crypto: Crypto; readonly network: Network },
): Promise<Gathered> {
  const known: Certificate[] = [...certificates]
  const notes: Finding[] = []
  let data: ValidationData = { certificates: [], crls: [], ocsps: [] }
  for (let index = 0; index < known.length && index < MOST_CERTIFICATES; index++) {
    const certificate = known[index] as Certificate
    if (sameBytes(certificate.issuer, certificate.subject)) continue
    const issuer =
      known.find(({ subject }) => sameBytes(subject, certificate.issuer)) ?? (await fetchIssuer(certificate, network))
    if (issuer && !known.includes(issuer)) known.push(issuer)
    const found = issuer && (await fetchState(certificate, issuer, crypto, network))
    data = joinData(data, found ?? { certificates: [], crls: [], ocsps: [] })
    if (!found)
      notes.push(
        problem(
          'sign-revocation-missing',
          'warning',
          message('没有取到“{0}”的证书的吊销资料。可以用 --crl 或 --ocsp 给出文件。', certificate.commonName),
        ),
      )
  }
  return { data: joinData(data, { certificates: known.map(({ bytes }) => bytes), crls: [], ocsps: [] }), notes }
}

async function fetchIssuer({ services }: Certificate, network: Network): Promise<Certificate | undefined> {
  for (const address of services.issuers) {
    const bytes = await tryToAsk(network, address)
    const [issuer] = bytes ? readOrNothing(readCertificate, bytes) : []
    if (issuer) return issuer
  }
  return undefined
}

async function fetchState(
  certificate: Certificate,
  issuer: Certificate,
  crypto: Crypto,
  network: Network,
): Promise<ValidationData | undefined> {
  for (const address of certificate.services.ocsp) {
    const body = await ocspQuestion(certificate, issuer, crypto)
    const types = { type: 'application/ocsp-request', accept: 'application/ocsp-response' }
    const bytes = await tryToAsk(network, address, { body, ...types })
    const [answer] = bytes ? readOrNothing(readOcsp, bytes) : []
    if (answer && (await statesOf(answer, certificate, issuer, crypto)).length > 0)
      return { certificates: [], crls: [], ocsps: [answer.bytes] }
  }
  for (const address of certificate.services.crls) {
    const bytes = await tryToAsk(network, address)
    const [list] = bytes ? readOrNothing(readCrl, bytes) : []
    if (list) return { certificates: [], crls: [list.bytes], ocsps: [] }
  }
  return undefined
}

/** One service that is down does not matter where there are others. */
async function tryToAsk(network: Network, address: string, question?: Question): Promise<Uint8Array | undefined> {
  try {
    return await network.ask(address, question, BOUNDS)
  } catch (error) {
    if (error instanceof NetworkError) return undefined
    throw error
  }
}
