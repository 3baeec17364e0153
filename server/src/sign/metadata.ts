import type { PdfView } from '../pdf/file.ts'
import { decodeStream } from '../pdf/flate.ts'
import { isStream, type PdfObject } from '../pdf/objects.ts'
import { Failure } from '../text/failure.ts'
import { aName, fits, named, streamOf } from './shape.ts'

/** What every saving changes: when, by which program, and as which copy. */
const STAMPS: Readonly<Record<string, string>> = {
  'xmp:ModifyDate': '[-0-9T:.+Z]{0,35}',
  'xmp:MetadataDate': '[-0-9T:.+Z]{0,35}',
  'xmpMM:InstanceID': '[-:0-9A-Za-z]{0,80}',
}

const STAMP = new RegExp(
  Object.entries(STAMPS)
    .map(([name, value]) => `<${name}>${value}</${name}>|\\b${name}="${value}"`)
    .join('|'),
  'g',
)

/** Longer metadata are not looked into. */
const MAX_LENGTH = 1 << 20

const METADATA = streamOf({ Type: named('Metadata'), Subtype: aName })

/**
 * Whether two states of the document's XMP metadata say the same but for the stamps of saving. Nothing of them stands on a
 * page, but title and author are shown to people.
 */
export function isRestamped(
  [before, old]: readonly [PdfObject | undefined, PdfView],
  [after, view]: readonly [PdfObject | undefined, PdfView],
): boolean {
  if (!fits(before, METADATA, old) || !fits(after, METADATA, view)) return false
  const [a, b] = [textOf(old.resolve(before)), textOf(view.resolve(after))]
  return a !== undefined && a === b
}

/** Without stamps, and without the blanks that leave room for more. */
function textOf(stream: PdfObject): string | undefined {
  try {
    const bytes = isStream(stream) ? decodeStream(stream) : new Uint8Array()
    if (bytes.length === 0 || bytes.length > MAX_LENGTH) return undefined
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // Entities of its own could make one text out of another.
    return text.includes('<!') ? undefined : text.replace(STAMP, '').replace(/\s+/g, ' ')
  } catch (error) {
    if (error instanceof Failure || error instanceof TypeError) return undefined
    throw error
  }
}
