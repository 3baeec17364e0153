import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeClock } from '../../server/src/node/clock.ts'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { nodeNetwork } from '../../server/src/node/network.ts'
import { nodeRandom } from '../../server/src/node/random.ts'
import type { SigningKey } from '../../server/src/sign/key.ts'
import { readKeyFile } from '../../server/src/sign/keyFile.ts'
import { openKeyPair, type RsaScheme } from '../../server/src/sign/keyPair.ts'
import { readTrustedCertificates } from '../../server/src/sign/trustedCertificates.ts'

/** Ports of this machine as it is: OpenSSL dates what it makes by its clock. */
export const livePorts = { crypto: nodeCrypto, clock: nodeClock, random: nodeRandom, network: nodeNetwork }

const EXTENSIONS = `
[root]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
[middle]
basicConstraints=critical,CA:TRUE,pathlen:0
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
[user]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,nonRepudiation
extendedKeyUsage=emailProtection
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
[online]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,nonRepudiation
extendedKeyUsage=emailProtection
authorityKeyIdentifier=keyid
authorityInfoAccess=OCSP;URI:http://127.0.0.1:PORT/ocsp,caIssuers;URI:http://127.0.0.1:PORT/middle.der
crlDistributionPoints=URI:http://127.0.0.1:PORT/middle.crl
[tsa]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
authorityKeyIdentifier=keyid
[ocsp]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=OCSPSigning
noCheck=ignored
authorityKeyIdentifier=keyid
[ca]
default_ca=d
[d]
database=FOLDER/index.txt
crlnumber=FOLDER/crlnumber
default_md=sha256
default_crl_days=30
[req]
distinguished_name=dn
string_mask=utf8only
utf8=yes
[dn]
`

const TSA = `
[tsa]
default_tsa=t
[t]
dir=FOLDER
serial=FOLDER/tsa_serial
crypto_device=builtin
signer_cert=FOLDER/tsa.pem
certs=FOLDER/middle.pem
signer_key=FOLDER/tsa.key
signer_digest=sha256
default_policy=1.2.3.4.1
digests=sha256,sha384,sha512
accuracy=secs:1
ess_cert_id_alg=sha256
ess_cert_id_chain=no
`

const P256 = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']
const rsa = (bits: number): readonly string[] => ['-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`]

/** Holder, kind of key, extensions, issuer. */
const HOLDERS = [
  { name: 'root', cn: '测试根', key: rsa(2048), kind: 'root', by: undefined },
  { name: 'middle', cn: '测试中级', key: P256, kind: 'middle', by: 'root' },
  { name: 'rsa2048', cn: '某某市人民政府', key: rsa(2048), kind: 'user', by: 'middle' },
  { name: 'rsa3072', cn: '某某市教育局', key: rsa(3072), kind: 'user', by: 'middle' },
  { name: 'rsa4096', cn: '某某市财政局', key: rsa(4096), kind: 'user', by: 'middle' },
  { name: 'p256', cn: '某某市公安局', key: P256, kind: 'user', by: 'middle' },
  {
    name: 'p384',
    cn: '某某市司法局',
    key: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
    kind: 'user',
    by: 'middle',
  },
  {
    name: 'p521',
    cn: '曲线过大',
    key: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
    kind: 'user',
    by: 'middle',
  },
  { name: 'revoked', cn: '吊销者', key: P256, kind: 'user', by: 'middle' },
  { name: 'online', cn: '联网者', key: P256, kind: 'online', by: 'middle' },
  { name: 'tsa', cn: '测试时间戳', key: rsa(2048), kind: 'tsa', by: 'middle' },
  { name: 'ocsp', cn: '测试应答', key: P256, kind: 'ocsp', by: 'middle' },
  { name: 'rootTsa', cn: '根下时间戳', key: rsa(2048), kind: 'tsa', by: 'root' },
] as const

export type Holder = (typeof HOLDERS)[number]['name']

/** A certification authority with all that hangs on it, and its services on a port of this machine. */
export interface Pki {
  readonly folder: string
  /** http address of the services: `/tsa`, `/ocsp`, `/middle.crl`, and some that misbehave. */
  readonly address: string
  bytes(file: string): Uint8Array
  /** DER of a holder's certificate. */
  certificate(holder: Holder): Uint8Array
  key(holder: Holder, scheme?: RsaScheme): Promise<SigningKey>
  /** A list of the middle authority that revokes a certificate so many days from now. */
  listRevoking(holder: Holder, days: number): Uint8Array
  /** Paths of the services that were asked, in their order. */
  readonly asked: string[]
}

let made: Promise<Pki> | undefined

/** Made once for all tests, because keys take time. */
export function pki(): Promise<Pki> {
  made ??= create()
  return made
}

async function create(): Promise<Pki> {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-pki-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const asked: string[] = []
  const port = await serve(folder, asked)
  const at = (file: string): string => join(folder, file)
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  }
  const config = EXTENSIONS.replaceAll('FOLDER', folder).replaceAll('PORT', String(port))
  writeFileSync(at('ca.cnf'), config)
  writeFileSync(at('tsa.cnf'), TSA.replaceAll('FOLDER', folder))
  for (const file of ['crlnumber', 'tsa_serial']) writeFileSync(at(file), '01')
  HOLDERS.forEach(({ name, cn, key, kind, by }, index) => {
    openssl('genpkey', ...key, '-out', `${name}.key`)
    const subject = ['-subj', `/C=CN/O=${cn}/CN=${cn}`, '-utf8', '-config', 'ca.cnf']
    openssl('req', '-new', '-key', `${name}.key`, ...subject, '-out', `${name}.csr`)
    const issuer = by ? ['-CA', `${by}.pem`, '-CAkey', `${by}.key`] : ['-signkey', `${name}.key`]
    const made = ['-extfile', 'ca.cnf', '-extensions', kind, '-days', '300', '-set_serial', String(index + 256)]
    openssl('x509', '-req', '-in', `${name}.csr`, ...issuer, ...made, '-out', `${name}.pem`)
    openssl('x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`)
  })
  const makeList = (issuer: 'root' | 'middle', revoked: Holder, days: number, list: string): void => {
    writeFileSync(at('index.txt'), indexOf(issuer, revoked, days))
    openssl(
      'ca',
      '-config',
      'ca.cnf',
      '-gencrl',
      '-keyfile',
      `${issuer}.key`,
      '-cert',
      `${issuer}.pem`,
      '-out',
      'crl.pem',
    )
    openssl('crl', '-in', 'crl.pem', '-outform', 'DER', '-out', list)
  }
  makeList('root', 'revoked', -2, 'root.crl')
  makeList('middle', 'revoked', -2, 'middle.crl')
  const bytes = (file: string): Uint8Array => new Uint8Array(readFileSync(at(file)))
  return {
    folder,
    address: `http://127.0.0.1:${port}`,
    asked,
    bytes,
    certificate: (holder) => bytes(`${holder}.der`),
    listRevoking(holder, days) {
      makeList('middle', holder, days, 'other.crl')
      makeList('middle', 'revoked', -2, 'middle.crl')
      return bytes('other.crl')
    },
    async key(holder, scheme) {
      const key = await readKeyFile(bytes(`${holder}.key`), async () => '')
      const chain = readTrustedCertificates([`${holder}.der`, 'middle.der', 'root.der'].map(bytes))
      return openKeyPair(key, chain, livePorts, scheme)
    },
  }
}

/** OpenSSL's list of what an authority has issued, one certificate of which is revoked. */
function indexOf(issuer: 'root' | 'middle', revoked: Holder, days: number): string {
  const stamp = (days: number): string =>
    `${new Date(Date.now() + days * 86_400_000).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`
  return HOLDERS.flatMap(({ name, cn, by }, index) => {
    if (by !== issuer) return []
    const serial = (index + 256).toString(16).toUpperCase().padStart(4, '0')
    const state = name === revoked ? ['R', stamp(299), `${stamp(days)},keyCompromise`] : ['V', stamp(299), '']
    return [`${[...state, serial, 'unknown', `/C=CN/O=${cn}/CN=${cn}`].join('\t')}\n`]
  }).join('')
}

/** The authority's services, each answered by OpenSSL, and some that misbehave. */
async function serve(folder: string, asked: string[]): Promise<number> {
  const run = (args: readonly string[]): Promise<void> =>
    new Promise((resolve, reject) => {
      execFile('openssl', args, { cwd: folder }, (error) => (error ? reject(error) : resolve()))
    })
  let count = 0
  const services: Readonly<Record<string, (question: Uint8Array) => Promise<Uint8Array>>> = {
    '/tsa': (question) => stamp(question),
    '/root-tsa': (question) =>
      stamp(question, ['-signer', 'rootTsa.pem', '-inkey', 'rootTsa.key', '-chain', 'root.pem']),
    async '/ocsp'(question) {
      const name = `ocsp${count++}`
      writeFileSync(join(folder, `${name}.req`), question)
      const signer = ['-CA', 'middle.pem', '-rsigner', 'ocsp.pem', '-rkey', 'ocsp.key', '-ndays', '7']
      await run(['ocsp', '-index', 'index.txt', ...signer, '-reqin', `${name}.req`, '-respout', `${name}.res`])
      return new Uint8Array(readFileSync(join(folder, `${name}.res`)))
    },
    '/middle.crl': async () => new Uint8Array(readFileSync(join(folder, 'middle.crl'))),
    '/middle.der': async () => new Uint8Array(readFileSync(join(folder, 'middle.der'))),
    '/nonsense': async () => new TextEncoder().encode('<html>no timestamps today</html>'),
    /** An answer to another question: it was true once. */
    async '/replay'() {
      if (!replayed) {
        writeFileSync(join(folder, 'other'), 'other')
        await run(['ts', '-query', '-data', 'other', '-sha256', '-cert', '-out', 'other.tsq'])
        replayed = await stamp(new Uint8Array(readFileSync(join(folder, 'other.tsq'))))
      }
      return replayed
    },
    '/endless': async () => new Uint8Array(3_000_000),
    '/silent': () => new Promise(() => {}),
  }
  let replayed: Uint8Array | undefined
  async function stamp(question: Uint8Array, by: readonly string[] = []): Promise<Uint8Array> {
    const name = `ts${count++}`
    writeFileSync(join(folder, `${name}.tsq`), question)
    const config = ['-config', 'tsa.cnf', '-section', 't']
    await run(['ts', '-reply', '-queryfile', `${name}.tsq`, ...config, ...by, '-out', `${name}.tsr`])
    return new Uint8Array(readFileSync(join(folder, `${name}.tsr`)))
  }
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const service = services[path]
    if (!service) return response.writeHead(404).end('not here')
    try {
      return response.end(await service(await bodyOf(request)))
    } catch (error) {
      return response.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  server.on('connection', (socket) => socket.unref())
  return (server.address() as AddressInfo).port
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  return new Uint8Array(Buffer.concat(chunks))
}
