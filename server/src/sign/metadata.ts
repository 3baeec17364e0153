import type { PdfView } from '../pdf/file.ts'
import { decodeStream } from '../pdf/flate.ts'
import { isStream, type PdfObject } from '../pdf/objects.ts'
import { Failure } from '../text/failure.ts'
import { aName, fits, named, streamOf } from './shape.ts'
import { readXmp, XmpError, type XmpProperties } from './xmp.ts'

/** What every saving changes: when, and as which copy. Their form is held, so that they can say nothing else. */
const STAMPS: Readonly<Record<string, RegExp>> = {
  '{http://ns.adobe.com/xap/1.0/}ModifyDate': /^[-0-9T:.+Z]{0,35}$/,
  '{http://ns.adobe.com/xap/1.0/}MetadataDate': /^[-0-9T:.+Z]{0,35}$/,
  '{http://ns.adobe.com/xap/1.0/mm/}InstanceID': /^[-:0-9A-Za-z]{0,80}$/,
}

/** The program that made the file, and behind its name those that have changed it. */
const PRODUCER = '{http://ns.adobe.com/pdf/1.3/}Producer'

/** Longer metadata are not looked into. */
const MAX_LENGTH = 1 << 20

/** A name longer than this is something else. */
export const MAX_PRODUCER = 300

const METADATA = streamOf({ Type: named('Metadata'), Subtype: aName })

/**
 * Whether two states of the document's XMP metadata say the same, however it is written, but for the stamps of saving. Nothing of them stands on a
 * page, but title and author are shown to people.
 */
export function isRestamped(
  [before, old]: readonly [PdfObject | undefined, PdfView],
  [after, view]: readonly [PdfObject | undefined, PdfView],
): boolean {
  if (!fits(before, METADATA, old) || !fits(after, METADATA, view)) return false
  const [a, b] = [xmpOf(old.resolve(before)), xmpOf(view.resolve(after))]
  if (!a || !b) return false
  const [was, is] = [producerOf(a), producerOf(b)]
  return is.startsWith(was) && is.length <= MAX_PRODUCER && JSON.stringify(lasting(a)) === JSON.stringify(lasting(b))
}

function producerOf(properties: XmpProperties): string {
  const value = properties[PRODUCER]
  return value && 'text' in value ? value.text : ''
}

/** All but the stamps and the producer. */
function lasting(properties: XmpProperties): XmpProperties {
  return Object.fromEntries(
    Object.entries(properties).filter(([key, value]) => {
      if (key === PRODUCER) return !('text' in value)
      return !('text' in value && STAMPS[key]?.test(value.text))
    }),
  )
}

function xmpOf(stream: PdfObject): XmpProperties | undefined {
  try {
    const bytes = isStream(stream) ? decodeStream(stream, MAX_LENGTH) : new Uint8Array()
    if (bytes.length === 0 || bytes.length > MAX_LENGTH) return undefined
    return readXmp(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof Failure || error instanceof TypeError || error instanceof XmpError) return undefined
    throw error
  }
}
