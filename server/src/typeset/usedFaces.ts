import type { Face } from '../fonts/face.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import { FONT_ROLES, type FontRole } from '../standard/fontRole.ts'
import type { DisplayItem, Layout } from './pages.ts'

/**
 * The faces that draw something, by role, in the order of the roles and of the faces. Read from the finished pages: what
 * was only measured or tried on the way is not among them, nor does it matter what was kept from the last time.
 */
export function usedFaces(faces: readonly Face[], { pages, seals }: Omit<Layout, 'facts'>): LayoutFacts['faces'] {
  const used = new Map<FontRole, Set<string>>()
  const use = (role: FontRole, face: string) => {
    const keys = used.get(role)
    if (keys) keys.add(face)
    else used.set(role, new Set([face]))
  }
  const visit = (items: readonly DisplayItem[]) => {
    for (const item of items) {
      if (item.kind === 'run') use(item.role, item.face)
      else if (item.kind === 'turned') visit(item.items)
    }
  }
  for (const { items } of pages) visit(items)
  for (const { lettering } of seals) use(lettering.role, lettering.face)
  return FONT_ROLES.flatMap((role) => facesOf(role, used.get(role) ?? new Set(), faces))
}

function facesOf(role: FontRole, keys: ReadonlySet<string>, faces: readonly Face[]): LayoutFacts['faces'] {
  const found = new Map<string, Face>()
  // One face may serve several roles under one key; the entry of this role says whether it stands in for another.
  for (const face of faces) {
    if (keys.has(face.key) && (face.role === role || !found.has(face.key))) found.set(face.key, face)
  }
  return [...found.values()].map((face) => ({
    role,
    family: face.family,
    substitute: face.substitute || face.role !== role,
  }))
}
