import { tooLarge } from '../pdf/damage.ts'
import type { PdfFile } from '../pdf/file.ts'
import { isDictionary, isString, type PdfDictionary } from '../pdf/objects.ts'
import { message } from '../text/message.ts'
import { compareViews } from './changes.ts'
import type { Change } from './comparison.ts'
import { type FormField, readSignatureFields } from './fields.ts'
import { hangsTogether } from './reach.ts'
import { isPlainlySpelled } from './spelling.ts'
import { isTidy } from './tail.ts'

/** A signature value, wherever in the file's history it stood. */
export interface Found {
  readonly field: string
  readonly signature: PdfDictionary
  /** Revisions in which the form names this value for this field. */
  readonly revisions: readonly number[]
  /** The field as each revision has it; more than one a revision when fields of one name share the value. */
  readonly places: readonly { readonly revision: number; readonly field: FormField }[]
}

/** More signatures than this in one file, or more fields in all its revisions together, are taken for an attack. */
const MOST_SIGNATURES = 1000
const MOST_FIELDS = 2_000_000
/** Bytes that all signatures together may be over: each is digested by itself. */
const MOST_SIGNED = 2 ** 33

/**
 * The signature values of all revisions, also of those that a later one took away.
 * @throws Failure `pdf-limit`
 */
export function findSignatures(file: PdfFile): readonly Found[] {
  let fields = 0
  const most = Math.min(MOST_SIGNATURES, MOST_SIGNED / file.bytes.length)
  const found = new Map<string, Found & { revisions: number[]; places: Found['places'][number][] }>()
  for (const revision of file.revisions.keys()) {
    const view = file.view(revision)
    for (const field of readSignatureFields(view)) {
      if (++fields > MOST_FIELDS || found.size > most) throw tooLarge('签章过多')
      const signature = view.resolve(field.value)
      if (signature === null) continue
      const value = isDictionary(signature) ? signature : EMPTY
      const contents = value.entries.get('Contents')
      const place = isString(contents) ? contents.at?.start : undefined
      const key = `${field.name}\n${place ?? `revision ${revision}`}`
      const entry = found.get(key) ?? { field: field.name, signature: value, revisions: [], places: [] }
      entry.revisions.push(revision)
      entry.places.push({ revision, field })
      found.set(key, entry)
    }
  }
  return [...found.values()]
}

const EMPTY: PdfDictionary = { kind: 'dictionary', entries: new Map(), repeated: false }

const ODD_SPELLING: Change = { kind: 'spelling', where: message('') }

/** Fifty signatures on a hundred pages compare about a million values. */
const MAX_COMPARED = 20_000_000

/** What each revision did to the one before, from the first signed one on; undefined: bytes that no table explains. */
export type History = ReadonlyMap<number, readonly Change[] | undefined>

export function readHistory(file: PdfFile, found: readonly Found[]): History {
  const history = new Map<number, readonly Change[] | undefined>()
  const budget = { left: MAX_COMPARED }
  const first = Math.min(...found.map(({ revisions }) => revisions[0] as number))
  for (let revision = first + 1; revision < file.revisions.length; revision++) {
    const [before, after] = [file.view(revision - 1), file.view(revision)]
    const isSound = isTidy(file, revision) && hangsTogether(file, revision, budget)
    const changes = isSound ? compareViews(before, after, budget) : undefined
    history.set(revision, changes && !isPlainlySpelled(file, revision) ? [...changes, ODD_SPELLING] : changes)
  }
  return history
}
