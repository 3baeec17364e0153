import { openPdf } from '../pdf/file.ts'
import { name } from '../pdf/objects.ts'
import { placeTimestamp } from './place.ts'
import { appendSignature, seedOf } from './signatureRevision.ts'
import { requestTimestamp, type TimestampPorts } from './timestampRequest.ts'

/** A token carries its authority's certificates, two or three, and seldom more than 8 KB. */
const ROOM = 16_384

/**
 * Appends a document timestamp (ETSI EN 319 142-1 5.4.3) over everything in the file, validation data too: B-LTA.
 * @throws Failure `pdf-…`, `sign-locked`, `timestamp-…`
 */
export async function addDocumentTimestamp(pdf: Uint8Array, url: string, ports: TimestampPorts): Promise<Uint8Array> {
  return appendSignature(
    openPdf(pdf),
    {
      entries: { Type: name('DocTimeStamp'), Filter: name('Adobe.PPKLite'), SubFilter: name('ETSI.RFC3161') },
      room: ROOM,
      seed: seedOf(ports.random.bytes(16)),
      place: placeTimestamp,
      sign: (content) => requestTimestamp(url, content, ports),
    },
    ports.crypto,
  )
}
