/** Who writes to whom: the organs of a document, held against the directory. */
import type { Element, GongwenDocument } from '../../model/document.ts'
import { splitOrgans } from '../../model/organList.ts'
import { textsOf } from '../../model/text.ts'
import { type Directory, directoryOf } from '../../profile/directory.ts'
import type { Organ } from '../../profile/profile.ts'
import { type At, textAt } from '../../syntax/tree.ts'
import { within } from '../place.ts'

export interface NamedOrgan {
  readonly name: string
  /** What the directory knows of it. */
  readonly organ?: Organ
  /** Absent where the name is derived. */
  readonly at?: At
}

export interface Routing {
  readonly directory: Directory
  /** As given, else what stands before 关于 in the title. */
  readonly issuers: readonly NamedOrgan[]
  readonly addressees: readonly NamedOrgan[]
  readonly copies: readonly NamedOrgan[]
}

const known = new WeakMap<GongwenDocument, Routing>()

/** The organs of a document, found once. */
export function routingOf(document: GongwenDocument): Routing {
  let routing = known.get(document)
  if (!routing) {
    routing = read(document)
    known.set(document, routing)
  }
  return routing
}

/** The organ that issues: as given, else what stands before 关于 in the title. */
export function issuerName(document: GongwenDocument): string | undefined {
  return routingOf(document).issuers[0]?.name
}

function read(document: GongwenDocument): Routing {
  const directory = directoryOf(document.profile)
  const issuers = issuersOf(document).map((each) => lookUp(each, directory))
  const asker = issuers[0]?.organ
  const { addressee } = document.main
  const addressees = (addressee?.value ?? []).map((name) => ({ name, ...placed(addressee, name) }))
  const { copyTo } = document.imprint
  const copies = textsOf(copyTo)
    .flatMap((text) => splitOrgans(text))
    .map(({ name }) => ({ name, ...placed(copyTo, name) }))
  return {
    directory,
    issuers,
    addressees: addressees.map((each) => lookUp(each, directory, asker)),
    copies: copies.map((each) => lookUp(each, directory, asker)),
  }
}

function issuersOf({ issuers, main: { title } }: GongwenDocument): readonly NamedOrgan[] {
  if (issuers.length > 0) return issuers.map(({ value, at }) => ({ name: value, ...(at ? { at } : {}) }))
  const typed = title && /^([^《》]{2,60}?)关于/.exec(title.value.join(''))?.[1]
  if (!title || !typed) return []
  const names = typed.split(/[\s\u3000]+/).flatMap((each) => splitOrgans(each))
  return names.map(({ name }) => ({ name, ...placed(title, name) }))
}

function lookUp(named: NamedOrgan, directory: Directory, asker?: Organ): NamedOrgan {
  const organ = directory.find(named.name, asker)
  return organ ? { ...named, organ } : named
}

/** Where a name stands in what was typed of an element; of a name that runs over a line end, the element. */
function placed(element: Element<string, unknown> | undefined, name: string): { readonly at?: At } {
  const lines = element?.lines ?? (element?.at ? [element.at] : [])
  for (const line of lines) {
    const start = textAt(line).indexOf(name)
    if (start >= 0) return { at: within(line, start, start + name.length) }
  }
  return element?.at ? { at: element.at } : {}
}
