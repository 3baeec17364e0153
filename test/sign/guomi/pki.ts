import type { Certificate } from '../../../server/src/sign/certificate.ts'
import { readCertificate } from '../../../server/src/sign/certificate.ts'
import type { Bench } from './openssl.ts'

const IDENTITY = 'distid:1234567812345678'

/** An SM2 PKI by OpenSSL: `root`, `sub`, `signer` and `stranger`, each NAME.pem with NAME.key, and what we read of them. */
export interface Sm2Pki {
  readonly root: Certificate
  readonly sub: Certificate
  readonly signer: Certificate
}

const CA = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n'
const USER = 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n'

export function makePki(bench: Bench): Sm2Pki {
  bench.put('ca.ext', CA)
  bench.put('user.ext', USER)
  bench.put('req.cnf', '[req]\ndistinguished_name=dn\n[dn]\n')
  issue(bench, 'root', '测试根', 'ca', undefined)
  issue(bench, 'sub', '测试中级', 'ca', 'root')
  issue(bench, 'signer', '某某市人民政府', 'user', 'sub')
  return { root: read(bench, 'root'), sub: read(bench, 'sub'), signer: read(bench, 'signer') }
}

function issue(bench: Bench, name: string, commonName: string, kind: 'ca' | 'user', by: string | undefined): void {
  bench.make('genpkey', '-algorithm', 'SM2', '-out', `@${name}.key`)
  const subject = ['-utf8', '-subj', `/C=CN/CN=${commonName}`, '-config', '@req.cnf']
  const sign = ['-sm3', '-sigopt', IDENTITY]
  bench.make('req', '-new', '-key', `@${name}.key`, ...subject, ...sign, '-out', `@${name}.csr`)
  const issuer = by ? ['-CA', `@${by}.pem`, '-CAkey', `@${by}.key`, '-set_serial', '7'] : ['-signkey', `@${name}.key`]
  const made = ['-in', `@${name}.csr`, '-vfyopt', IDENTITY, '-days', '30', '-extfile', `@${kind}.ext`]
  bench.make('x509', '-req', ...made, ...issuer, ...sign, '-out', `@${name}.pem`)
  bench.make('x509', '-in', `@${name}.pem`, '-outform', 'DER', '-out', `@${name}.der`)
}

function read(bench: Bench, name: string): Certificate {
  return readCertificate(bench.bytes(`${name}.der`))
}
