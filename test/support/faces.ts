import { fileURLToPath } from 'node:url'
import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import { openFaces } from '../../server/src/fonts/openFaces.ts'
import { nodeFontSource } from '../../server/src/node/fontSource.ts'
import type { FontRole } from '../../server/src/standard/fontRole.ts'

/** Where the build puts the bundled faces. */
export const BUNDLED_FOLDER = fileURLToPath(new URL('../../dist/fonts/', import.meta.url))

let opened: Promise<FaceSet> | undefined

/** The bundled faces alone, opened once for all tests: what a test shows must not depend on the machine's fonts. */
export function bundledFaces(): Promise<FaceSet> {
  opened ??= openFaces(nodeFontSource({ bundledFolder: BUNDLED_FOLDER, mode: 'bundled' }), {})
  return opened
}

/** Key of the bundled face of a role. */
export function faceKey(faces: FaceSet, role: FontRole): string {
  const face = faces.faces.find((candidate) => candidate.role === role)
  if (face === undefined) throw new Error(`no face for ${role}`)
  return face.key
}
