/** Pixels of an image, as its header says. */
export interface PixelSize {
  readonly width: number
  readonly height: number
}

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function pngSize(view: DataView): PixelSize | undefined {
  if (view.byteLength < 24) return undefined
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Start-of-frame markers hold the size; C4, C8 and CC are other things (ITU-T T.81 table B.1). */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function jpegSize(view: DataView): PixelSize | undefined {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    if (isStartOfFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** Size of a PNG or JPEG; undefined for anything else and for an image without area. */
export function imageSize(bytes: Uint8Array): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: PixelSize | undefined
  if (PNG_START.every((byte, index) => bytes[index] === byte)) size = pngSize(view)
  else if (bytes[0] === 0xff && bytes[1] === 0xd8) size = jpegSize(view)
  return size && size.width > 0 && size.height > 0 ? size : undefined
}
