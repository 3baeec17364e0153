import { FONT_ROLES, type FontRole } from '../standard/fontRole.ts'
import { Failure } from '../text/failure.ts'
import { isInvisible } from './characters.ts'
import type { Face, FontSource } from './face.ts'
import type { FaceSet } from './faceSet.ts'
import { INSTALLED_NAMES } from './installedNames.ts'
import { knownFace, type OpenedFace, openFace } from './openedFace.ts'

interface Candidate {
  readonly face: Face
  readonly opened: OpenedFace
}

type Found = Awaited<ReturnType<FontSource['find']>>[number]
type Skipped = NonNullable<FaceSet['skipped']>[number]

/** Where a role's faces lack a character, the others help out; 宋体 first, whose bundled face has the most. */
const HELPERS: readonly FontRole[] = ['宋体', '仿宋', '楷体', '黑体', '小标宋', '西文']

/**
 * Opens the faces of every role.
 * @param preferences names of installed faces by role, tried before the usual ones.
 * @throws Failure `font-unreadable` for a file that the user named
 */
export async function openFaces(
  source: FontSource,
  preferences: Readonly<Partial<Record<FontRole, readonly string[]>>>,
): Promise<FaceSet> {
  const open = opener()
  const opened = await Promise.all(
    FONT_ROLES.map(async (role) => {
      const names = [...(preferences[role] ?? []), ...INSTALLED_NAMES[role]]
      return [role, await openChain(await source.find(role, names), open)] as const
    }),
  )
  return faceSet(
    new Map(opened.map(([role, { chain }]) => [role, chain])),
    opened.flatMap(([, { skipped }]) => skipped),
  )
}

type Opener = (found: Found) => Promise<OpenedFace>

/** Two roles may share a file: it is read once. */
function opener(): Opener {
  const opening = new Map<string, Promise<OpenedFace>>()
  return ({ face, bytes }) => {
    let opened = opening.get(face.key)
    if (opened === undefined) {
      const known = knownFace(face.key)
      opened = known ? Promise.resolve(known) : bytes().then((file) => openFace(face.key, face.family, file))
      opening.set(face.key, opened)
    }
    return opened
  }
}

async function openChain(
  found: readonly Found[],
  open: Opener,
): Promise<{ readonly chain: readonly Candidate[]; readonly skipped: readonly Skipped[] }> {
  const chain: Candidate[] = []
  const skipped: Skipped[] = []
  for (const candidate of found) {
    const { face } = candidate
    if (!face.embeddable) {
      skipped.push({ face, reason: 'not-embeddable' })
      continue
    }
    try {
      chain.push({ face, opened: await open(candidate) })
    } catch (cause) {
      if (!(cause instanceof Failure) || face.origin !== 'installed') throw cause
      skipped.push({ face, reason: 'unreadable' })
    }
  }
  return { chain, skipped }
}

function faceSet(chains: ReadonlyMap<FontRole, readonly Candidate[]>, skipped: readonly Skipped[]): FaceSet {
  const openedByKey = new Map<string, OpenedFace>()
  for (const { face, opened } of [...chains.values()].flat()) openedByKey.set(face.key, opened)
  const helped = new Map(
    FONT_ROLES.map((role) => [role, [role, ...HELPERS].flatMap((helper) => chains.get(helper) ?? [])] as const),
  )
  const openedFace = (key: string): OpenedFace => {
    const opened = openedByKey.get(key)
    if (opened === undefined) throw new Error(`no opened face has the key ${key}`)
    return opened
  }
  return {
    faces: [...chains.values()].flat().map(({ face }) => face),
    skipped,
    pick: (role, text) => pick(helped.get(role) ?? [], text),
    advance: (face, character) => openedFace(face).glyph(character)?.advance ?? 0,
    ink: (face, character) => openedFace(face).ink(character),
    outline: (face, character) => openedFace(face).outline(character),
    bytes: (face) => openedFace(face).bytes,
  }
}

function pick(chain: readonly Candidate[], text: string): ReturnType<FaceSet['pick']> {
  let best: { readonly face: Face; readonly missing: readonly string[] } | undefined
  for (const { face, opened } of chain) {
    const missing = missingCharacters(opened, text)
    if (missing.length === 0) return { face, missing }
    if (best === undefined || missing.length < best.missing.length) best = { face, missing }
  }
  if (best === undefined) throw new Error('the font source has no face at all')
  return best
}

function missingCharacters(opened: OpenedFace, text: string): readonly string[] {
  const missing = new Set<string>()
  for (const character of text) {
    if (!opened.has(character) && !isInvisible(character)) missing.add(character)
  }
  return [...missing]
}
