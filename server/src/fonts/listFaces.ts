import { FONT_ROLES, type FontRole } from '../standard/fontRole.ts'
import { Failure } from '../text/failure.ts'
import { type Coverage, coverageOf, lackingOf } from './coverage.ts'
import type { Face, FontSource } from './face.ts'
import { INSTALLED_NAMES } from './installedNames.ts'
import { type OpenedFace, openFace } from './openedFace.ts'

/** A face that was found for a role, and what becomes of it. */
interface ListedFace extends Face {
  /** `used`: the role is set in it; `helps`: it has characters that the one before lacks. */
  readonly state: 'used' | 'helps' | 'not-embeddable' | 'unreadable'
  /** Absent where the file cannot be read, and for 西文, of which no 汉字 are asked. */
  readonly coverage?: Coverage
  /** Of the face that is used: how many of 通用规范汉字表 it lacks, and how many are lacking with the help of all others. */
  readonly lacking?: { readonly own: number; readonly afterHelp: number }
}

type Found = Awaited<ReturnType<FontSource['find']>>[number]
type Opened = Found & { readonly opened: OpenedFace | undefined }

/** Faces of every role in the order in which they are tried. They are opened, to see what they have. */
export async function listFaces(source: FontSource): Promise<readonly ListedFace[]> {
  const chains = await Promise.all(FONT_ROLES.map(async (role) => [role, await chainOf(source, role)] as const))
  const open = chains.flatMap(([, chain]) =>
    chain.flatMap(({ face, opened }) => (opened && face.embeddable ? [opened] : [])),
  )
  return chains.flatMap(([role, chain]) => {
    const used = chain.find(({ face, opened }) => face.embeddable && opened)
    return chain.map((each) => listed(role, each, each === used, open))
  })
}

async function chainOf(source: FontSource, role: FontRole): Promise<readonly Opened[]> {
  const found = await source.find(role, INSTALLED_NAMES[role])
  return Promise.all(found.map(async (each) => ({ ...each, opened: await opened(each) })))
}

/** Undefined for a file that cannot be read; printing passes over it, too, unless the user named it. */
async function opened({ face, bytes }: Found): Promise<OpenedFace | undefined> {
  try {
    return openFace(face.key, face.family, await bytes())
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

function listed(role: FontRole, { face, opened }: Opened, used: boolean, all: readonly OpenedFace[]): ListedFace {
  const state = !face.embeddable ? 'not-embeddable' : !opened ? 'unreadable' : used ? 'used' : 'helps'
  if (!opened || role === '西文') return { ...face, state }
  const lacking = used ? { lacking: lackingOf(opened, all) } : {}
  return { ...face, state, coverage: coverageOf(opened), ...lacking }
}
