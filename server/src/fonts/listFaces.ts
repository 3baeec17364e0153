import { FONT_ROLES, type FontRole } from '../standard/fontRole.ts'
import type { Face, FontSource } from './face.ts'
import { INSTALLED_NAMES } from './installedNames.ts'

/** A face that was found for a role, and whether it is the one that is taken. */
interface ListedFace extends Face {
  /** The first face that may be embedded; those behind it help out with rare characters. */
  readonly used: boolean
}

/** Faces of every role in the order in which they are tried, without opening them. */
export async function listFaces(source: FontSource): Promise<readonly ListedFace[]> {
  const chains = await Promise.all(FONT_ROLES.map((role) => chainOf(source, role)))
  return chains.flat()
}

async function chainOf(source: FontSource, role: FontRole): Promise<readonly ListedFace[]> {
  const faces = (await source.find(role, INSTALLED_NAMES[role])).map(({ face }) => face)
  const chosen = faces.find(({ embeddable }) => embeddable)
  return faces.map((face) => ({ ...face, used: face === chosen }))
}
