/** The jobs of a press that are about signatures and seals: each stands by itself, and loads what it needs when it is asked. */
import type { FaceSet } from '../fonts/faceSet.ts'
import type { SigningKey } from '../sign/key.ts'
import type { KeySource } from '../sign/openKey.ts'
import type { PressPorts } from './ports.ts'
import type { Press } from './press.ts'

type SigningJobs = Omit<Press, 'update' | 'layout' | 'paint' | 'pageOf' | 'pdf' | 'close'>

/** What a seal shows: a picture is itself, an electronic seal shows its own to its holder alone. */
async function pictureOf(seal: Uint8Array, key: SigningKey, ports: PressPorts): Promise<Uint8Array> {
  // Pictures do not begin as DER does.
  if (seal[0] !== 0x30) return seal
  return (await import('../sign/seal/useSeal.ts')).pictureOfSeal(seal, key, ports)
}

/** @param faces those in which the words of a seal are drawn */
export function signingJobs(ports: PressPorts, faces: () => Promise<FaceSet>): SigningJobs {
  const open = async (key: KeySource): Promise<SigningKey> => (await import('../sign/openKey.ts')).openKey(key, ports)
  return {
    async sign(pdf, { key, seal, preservation = {}, ...request }) {
      const [opened, { signAtLevel }] = await Promise.all([open(key), import('../sign/signAtLevel.ts')])
      const picture = seal && (await pictureOf(seal, opened, ports))
      return signAtLevel(pdf, opened, { ...request, ...(picture && { seal: picture }) }, preservation, ports)
    },

    async timestamp(pdf, preservation) {
      const { timestampPdf } = await import('../sign/signAtLevel.ts')
      return timestampPdf(pdf, preservation, ports)
    },

    async verify(pdf, trusted, data) {
      const { verifyPdf } = await import('../sign/verify.ts')
      return verifyPdf(pdf, { trusted, ...(data && { data }) }, ports)
    },

    async signFile(content, key) {
      const [opened, { signDetached }] = await Promise.all([open(key), import('../sign/detached.ts')])
      return signDetached(content, opened, ports)
    },

    async fingerprint(key) {
      const [{ chain }, { readCertificate }, { fingerprint }] = await Promise.all([
        open(key),
        import('../sign/certificate.ts'),
        import('../sign/detached.ts'),
      ])
      return fingerprint(readCertificate(chain[0] as Uint8Array), ports.crypto)
    },

    async verifyFile(signature, content, trusted, data) {
      const { verifyDetached } = await import('../sign/detached.ts')
      return verifyDetached(signature, content, { trusted, ...(data && { data }) }, ports)
    },

    async proof(pdf, signatures) {
      const { proofOf } = await import('../sign/proof.ts')
      return proofOf(pdf, signatures)
    },

    async revision(pdf, field) {
      const { signedRevision } = await import('../sign/signedRevision.ts')
      return signedRevision(pdf, field)
    },

    async newSeal(request) {
      const [key, { createSeal }, { sealPicture }] = await Promise.all([
        open(request.key),
        import('../sign/seal/createSeal.ts'),
        import('./sealPicture.ts'),
      ])
      const picture = await sealPicture(request, faces)
      return createSeal({ ...request, picture }, key, ports)
    },

    async readSeal(seal, trusted, data) {
      const { reportSeal } = await import('../sign/seal/report.ts')
      return reportSeal(seal, trusted, ports, data)
    },

    async sealFile(seal, content, property, key) {
      const [opened, { createSealSignature }] = await Promise.all([open(key), import('../sign/seal/sealSignature.ts')])
      return createSealSignature(seal, content, property, opened, ports)
    },

    async readSealed(signature, content, trusted, data) {
      const { reportSealSignature } = await import('../sign/seal/report.ts')
      return reportSealSignature(signature, content, trusted, ports, data)
    },

    async identity(request) {
      const { createIdentity } = await import('../sign/identity.ts')
      return createIdentity(request, ports)
    },
  }
}
