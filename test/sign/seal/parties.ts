import { nodeRandom } from '../../../server/src/node/random.ts'
import { type Certificate, readCertificate } from '../../../server/src/sign/certificate.ts'
import { der, derInteger, derOid, TAG } from '../../../server/src/sign/der.ts'
import { generalizedTime } from '../../../server/src/sign/derTime.ts'
import { createIdentity } from '../../../server/src/sign/identity.ts'
import type { SigningKey } from '../../../server/src/sign/key.ts'
import { openP12 } from '../../../server/src/sign/p12.ts'
import { createSeal, type NewSeal } from '../../../server/src/sign/seal/createSeal.ts'
import { clock, ports } from '../signing.ts'

export interface Party {
  readonly key: SigningKey
  readonly certificate: Uint8Array
  readonly read: Certificate
}

const parties = new Map<string, Promise<Party>>()

/** An SM2 test identity, the same for the same name. */
export function party(name: string): Promise<Party> {
  const known = parties.get(name) ?? makeParty(name)
  parties.set(name, known)
  return known
}

async function makeParty(name: string): Promise<Party> {
  const { p12 } = await createIdentity(
    { name, password: 'x', days: 3650, algorithm: 'SM2' },
    { clock, random: nodeRandom },
  )
  const key = await openP12({ bytes: p12, password: 'x' }, ports)
  const certificate = key.chain[0] as Uint8Array
  return { key, certificate, read: readCertificate(certificate) }
}

export const SVG = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 42"/>')
export const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)

/** A seal of 某某市人民政府, made by 某某市印章中心. */
export async function makeSeal(changes: Partial<NewSeal> = {}): Promise<Uint8Array> {
  const [maker, holder] = [await party('某某市印章中心'), await party('某某市人民政府')]
  const request = {
    name: '某某市人民政府',
    holders: [holder.certificate],
    picture: { bytes: SVG, width: 42, height: 42 },
    days: 365,
  }
  return createSeal({ ...request, ...changes }, maker.key, { ...ports, random: nodeRandom })
}

export const bits = (bytes: Uint8Array): Uint8Array => der(TAG.bitString, Uint8Array.of(0), bytes)
export const ia5 = (text: string): Uint8Array => der(TAG.ia5, new TextEncoder().encode(text))
export const utf8 = (text: string): Uint8Array => der(TAG.utf8, new TextEncoder().encode(text))
export const day = (text: string): Uint8Array => generalizedTime(new Date(`${text}T00:00:00Z`))
const SM2_WITH_SM3 = derOid('1.2.156.10197.1.501')

/** Every field of a seal, by name, in its DER. */
export async function sealFields() {
  const [maker, holder] = [await party('某某市印章中心'), await party('某某市人民政府')]
  return {
    mark: ia5('ES'),
    version: derInteger(4),
    vendor: ia5('OTHER'),
    id: ia5('0001'),
    kind: derInteger(1),
    name: utf8('某某市人民政府'),
    listType: derInteger(1),
    list: der(TAG.sequence, der(TAG.octetString, holder.certificate)),
    created: day('2026-01-01'),
    validFrom: day('2026-01-01'),
    validTo: day('2027-12-31'),
    pictureType: ia5('SVG'),
    picture: der(TAG.octetString, SVG),
    width: derInteger(42),
    height: derInteger(42),
    extensions: new Uint8Array(),
    maker: der(TAG.octetString, maker.certificate),
    algorithm: SM2_WITH_SM3,
  }
}

export type SealFields = Readonly<Record<keyof Awaited<ReturnType<typeof sealFields>>, Uint8Array>>

/** A seal put together by hand and signed, whatever its fields say. */
export async function handMadeSeal(changes: Partial<SealFields> = {}): Promise<Uint8Array> {
  const f: SealFields = { ...(await sealFields()), ...changes }
  const info = der(
    TAG.sequence,
    der(TAG.sequence, f.mark, f.version, f.vendor),
    f.id,
    der(TAG.sequence, f.kind, f.name, f.listType, f.list, f.created, f.validFrom, f.validTo),
    der(TAG.sequence, f.pictureType, f.picture, f.width, f.height),
    f.extensions,
  )
  const { key } = await party('某某市印章中心')
  return der(TAG.sequence, info, f.maker, f.algorithm, bits(await key.sign(info, 'SM3')))
}

/** Every field of a signature by seal. */
export async function signatureFields(content: Uint8Array) {
  const holder = await party('某某市人民政府')
  return {
    version: derInteger(4),
    seal: await handMadeSeal(),
    time: day('2026-11-01'),
    digest: bits(await ports.crypto.digest('SM3', content)),
    property: ia5('/Doc_0/Signs/Sign_0/Signature.xml'),
    extensions: new Uint8Array(),
    signer: der(TAG.octetString, holder.certificate),
    algorithm: SM2_WITH_SM3,
    timestamp: new Uint8Array(),
  }
}

export type SignatureFields = Readonly<Record<keyof Awaited<ReturnType<typeof signatureFields>>, Uint8Array>>

/** A signature by seal put together by hand and signed, whatever its fields say. */
export async function handMadeSignature(
  content: Uint8Array,
  changes: Partial<SignatureFields> = {},
  by = '某某市人民政府',
): Promise<Uint8Array> {
  const f: SignatureFields = { ...(await signatureFields(content)), ...changes }
  const signed = der(TAG.sequence, f.version, f.seal, f.time, f.digest, f.property, f.extensions)
  const { key } = await party(by)
  return der(TAG.sequence, signed, f.signer, f.algorithm, bits(await key.sign(signed, 'SM3')), f.timestamp)
}
