import { latin1 } from '../../pdf/lexer.ts'

/** Type of a seal's picture by its first bytes: PNG, SVG, or OFD, which is a ZIP file. */
export function pictureType(bytes: Uint8Array): 'PNG' | 'SVG' | 'OFD' | undefined {
  const start = latin1(bytes.subarray(0, 300))
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'PNG'
  if (start.startsWith('PK\x03\x04')) return 'OFD'
  if (/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<svg[\s>]/.test(start)) return 'SVG'
  return undefined
}
