import type { Face } from '../fonts/face.ts'
import type { FaceSet } from '../fonts/faceSet.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import { FONT_ROLES, type FontRole } from '../standard/fontRole.ts'
import { isLatin } from '../text/cjk.ts'
import { latinRole } from './latin.ts'
import type { DisplayItem, Layout, Run } from './pages.ts'

/** A report names the characters that other faces helped out with, but not a dictionary of them. */
const MOST_NAMED = 30

/** Faces that draw something for a role, each with the characters for which it had to help out. */
type Used = Map<FontRole, Map<string, Set<string>>>

/**
 * The faces that draw something, by role, in the order of the roles and of the faces. Read from the finished pages: what
 * was only measured or tried on the way is not among them, nor does it matter what was kept from the last time.
 */
export function usedFaces(set: FaceSet, { pages, seals }: Omit<Layout, 'facts'>): LayoutFacts['faces'] {
  const used: Used = new Map()
  const owns = new Map(FONT_ROLES.map((role) => [role, set.faces.find((face) => face.role === role)?.key] as const))
  const visit = (items: readonly DisplayItem[]) => {
    for (const item of items) {
      if (item.kind === 'turned') visit(item.items)
      if (item.kind !== 'run') continue
      const role = roleOf(item)
      const helped = use(used, role, item.face)
      if (item.face !== owns.get(role)) addLacking(set, role, owns.get(role), item.text, helped)
    }
  }
  for (const { items } of pages) visit(items)
  for (const { lettering } of seals) use(used, lettering.role, lettering.face)
  return FONT_ROLES.flatMap((role) => facesOf(role, used.get(role) ?? new Map(), set.faces))
}

/** Latin text between 汉字 has a role of its own. */
function roleOf({ role, text }: Run): FontRole {
  return isLatin(text) ? latinRole(role) : role
}

function use(used: Used, role: FontRole, face: string): Set<string> {
  let faces = used.get(role)
  if (!faces) {
    faces = new Map()
    used.set(role, faces)
  }
  let helped = faces.get(face)
  if (!helped) {
    helped = new Set()
    faces.set(face, helped)
  }
  return helped
}

/** Of a name that is set in another face only some characters are lacking. */
function addLacking(set: FaceSet, role: FontRole, own: string | undefined, text: string, helped: Set<string>): void {
  for (const character of text) {
    if (!helped.has(character) && set.pick(role, character).face.key !== own) helped.add(character)
  }
}

function facesOf(
  role: FontRole,
  used: ReadonlyMap<string, ReadonlySet<string>>,
  faces: readonly Face[],
): LayoutFacts['faces'] {
  const found = new Map<string, Face>()
  // One face may serve several roles under one key; the entry of this role says whether it stands in for another.
  for (const face of faces) {
    if (used.has(face.key) && (face.role === role || !found.has(face.key))) found.set(face.key, face)
  }
  return [...found.values()].map((face) => {
    const characters = [...(used.get(face.key) ?? [])]
    const helps = { characters: characters.slice(0, MOST_NAMED), count: characters.length }
    const substitute = face.substitute || face.role !== role
    return { role, family: face.family, substitute, ...(characters.length > 0 ? { helps } : {}) }
  })
}
