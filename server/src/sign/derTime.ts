import { type Der, DerError, der, TAG } from './der.ts'

/** GeneralizedTime in whole seconds and UTC, the one form that DER and RFC 5280 allow. */
export function generalizedTime(at: Date): Uint8Array {
  const digits = `${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`
  return der(TAG.generalizedTime, new TextEncoder().encode(digits))
}

/** Time of a certificate: UTCTime until 2049, GeneralizedTime from then on (RFC 5280 4.1.2.5). */
export function certificateTime(at: Date): Uint8Array {
  const long = generalizedTime(at)
  return at.getUTCFullYear() < 2050 ? der(TAG.utcTime, long.subarray(4)) : long
}

/**
 * GeneralizedTime as certificates and seals have it; fractions of a second, which only seals have, are left out.
 * @throws DerError for another form, and for a day that there is not
 */
export function readGeneralizedTime(value: Der | undefined): Date {
  if (value?.tag !== TAG.generalizedTime) throw new DerError('time')
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d{1,9})?Z$/.exec(
    new TextDecoder('latin1').decode(value.content),
  )
  if (!parts) throw new DerError('time')
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  if (time.getUTCDate() !== day || time.getUTCHours() !== hour || time.getUTCMinutes() !== minute)
    throw new DerError('time')
  return time
}
