/** What a checker would mark in the document while it is written: all findings but those that an ignore comment covers. */
import type { GongwenDocument } from '../model/document.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import type { Summary } from '../model/summary.ts'
import type { Clock } from '../ports/clock.ts'
import { lint } from '../rules/lint.ts'
import type { Finding } from '../text/finding.ts'
import { fingerprint } from '../text/fingerprint.ts'

/** What a check needs beside the document. */
export interface Surroundings {
  readonly clock: Clock
  /** Only facts of the document's own version are used. */
  readonly layout?: LayoutFacts
  readonly others?: readonly Summary[]
  /** Files that the document names and that are not there. */
  readonly missing?: readonly string[]
  /** It is the text of another document's attachment. */
  readonly attached?: boolean
}

/** The surroundings without what was found out about another version of the document: its spans point elsewhere by now. */
export function currentSurroundings(document: GongwenDocument, surroundings: Surroundings): Surroundings {
  const { layout, ...others } = surroundings
  return layout?.version === document.version ? surroundings : others
}

interface Checked {
  readonly key: string
  readonly findings: readonly Finding[]
}

const checked = new WeakMap<GongwenDocument, Checked>()

/** Findings by place, spans absolute. Computed once for a document and its surroundings: other features ask for the same. */
export function diagnostics(document: GongwenDocument, surroundings: Surroundings): readonly Finding[] {
  const key = diagnosticsKey(surroundings, document)
  const known = checked.get(document)
  if (known?.key === key) return known.findings
  const all = lint(document, { ...currentSurroundings(document, surroundings), stage: 'draft' })
  const findings = all.filter((finding) => finding.ignored === undefined)
  checked.set(document, { key, findings })
  return findings
}

/** Equal keys, equal findings: it names everything that the findings depend on. */
export function diagnosticsKey(surroundings: Surroundings, document: GongwenDocument): string {
  const { layout, others, missing, attached, clock } = currentSurroundings(document, surroundings)
  const facts = `${layout ? 'laid-out' : ''}${attached ? 'attached' : ''}`
  const today = Math.floor((clock.now().getTime() / 60_000 + clock.offset()) / 1440)
  return [document.version, document.profile.key, facts, today, ...(missing ?? []), others ? keyOf(others) : ''].join(
    '\n',
  )
}

const keys = new WeakMap<readonly Summary[], string>()

/** A workspace gives the same list while nothing changed: with thousands of documents a key stroke must not join their keys. */
function keyOf(others: readonly Summary[]): string {
  let key = keys.get(others)
  if (key === undefined) {
    key = fingerprint(others.map((other) => other.key).join('\n'))
    keys.set(others, key)
  }
  return key
}
