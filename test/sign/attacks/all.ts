import { additionAttacks, viewAttacks } from './additions.ts'
import { annotationAttacks } from './annotations.ts'
import { archiveAttacks } from './archive.ts'
import type { Attack } from './attack.ts'
import { rangeAttacks } from './byteRange.ts'
import { catalogAttacks } from './catalog.ts'
import { cmsAttacks } from './cms.ts'
import { disagreementAttacks, fillingAttacks, listAttacks } from './disagreements.ts'
import { fileAttacks } from './file.ts'
import { forgeryAttacks } from './forgery.ts'
import { formAttacks } from './form.ts'
import { incrementalAttacks } from './incremental.ts'
import { leftoverAttacks } from './leftovers.ts'
import { fieldAttacks } from './newFields.ts'
import { objectAttacks } from './objects.ts'
import { pageAttacks } from './pages.ts'
import { treeAttacks } from './pageTree.ts'
import { reuseAttacks } from './reuse.ts'
import { sealAttacks } from './seals.ts'
import { shadowAttacks } from './shadow.ts'
import { spellingAttacks } from './spelling.ts'
import { packedAttacks, tableAttacks } from './tables.ts'
import { trailerAttacks } from './trailer.ts'
import { wrappingAttacks } from './wrapping.ts'

/** Every attack on a signed file that we know of, by its class. */
export const ALL_ATTACKS: Readonly<Record<string, readonly Attack[]>> = {
  'universal signature forgery': forgeryAttacks,
  'incremental saving': incrementalAttacks,
  'signature wrapping': wrappingAttacks,
  'shadow attacks': shadowAttacks,
  'sneaky appearance reuse': reuseAttacks,
  'evil annotations': annotationAttacks,
  'additions beside the pages': additionAttacks,
  'other views of the pages': viewAttacks,
  'the tree of pages': treeAttacks,
  'the pages': pageAttacks,
  'the form': formAttacks,
  'the catalog': catalogAttacks,
  'the file': fileAttacks,
  leftovers: leftoverAttacks,
  'the byte range': rangeAttacks,
  'the CMS': cmsAttacks,
  objects: objectAttacks,
  spelling: spellingAttacks,
  tables: tableAttacks,
  'object streams and generations': packedAttacks,
  trailers: trailerAttacks,
  'validation data, versions and dates': archiveAttacks,
  'new fields': fieldAttacks,
  seals: sealAttacks,
  'what readers do not agree on': disagreementAttacks,
  'lists of fields': listAttacks,
  'filling in': fillingAttacks,
}
