import { fileURLToPath } from 'node:url'

const NOTHING = fileURLToPath(new URL('nothing.cjs', import.meta.url))
const MARKS = fileURLToPath(new URL('marks.cjs', import.meta.url))

/**
 * What the painter and the font reader require at their start and never use here: half of what they weigh, and tables
 * that are unpacked at every start of the program.
 */
const UNUSED = [
  // WOFF2, of which no face comes here (fonts/sfnt.ts), and shaping, in place of which we set glyph by glyph.
  { by: 'fontkit', names: { 'brotli/decompress.js': NOTHING, 'unicode-trie': NOTHING, 'unicode-properties': MARKS } },
  // Line breaking of its own, and encryption, which PDF/A forbids.
  { by: 'pdfkit', names: { linebreak: NOTHING, '@noble/ciphers/aes': NOTHING, '@noble/hashes/sha2': NOTHING } },
]

/** An esbuild plugin that leaves it out of the bundles. */
export const leaveOut = {
  name: 'leave-out',
  setup(build) {
    for (const { by, names } of UNUSED) {
      const filter = new RegExp(`^(?:${Object.keys(names).join('|')})$`)
      build.onResolve({ filter }, ({ path, importer }) => {
        return importer.split(/[\\/]/).includes(by) ? { path: names[path] } : undefined
      })
    }
  },
}
