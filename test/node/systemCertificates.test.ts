import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { systemCertificates } from '../../server/src/node/systemCertificates.ts'
import { readCertificate } from '../../server/src/sign/certificate.ts'

const [first = '', second = '', third = ''] = rootCertificates
const der = (pem: string): Uint8Array => new Uint8Array(Buffer.from(pem.replace(/-----.*-----|\s/g, ''), 'base64'))

describe('the certificates that the system trusts', () => {
  let folder: string
  const at = (name: string): string => join(folder, name)
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'hongtou-store-'))
    writeFileSync(
      at('one'),
      `# roots\n${first}\n-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n${second}\n`,
    )
    writeFileSync(at('other'), third)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('are those of the first bundle that is there, but for what is no certificate', async () => {
    const bundles = [at('missing'), at('one'), at('other')]
    assert.deepEqual(await systemCertificates(bundles, () => []), [der(first), der(second)])
  })

  it('are those that the platform tells, before any bundle', async () => {
    assert.deepEqual(await systemCertificates([at('one')], () => [third]), [der(third)])
  })

  it('are none where there is no store', async () => {
    assert.deepEqual(await systemCertificates([at('missing')], () => []), [])
  })

  it('are found on this machine', async function () {
    if (process.platform === 'linux' && !existsSync('/etc/ssl/certs') && !existsSync('/etc/pki')) this.skip()
    const found = await systemCertificates()
    assert.ok(found.length > 10)
    for (const bytes of found) assert.doesNotThrow(() => readCertificate(bytes))
  })
})
