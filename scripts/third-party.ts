// Collects the licences of everything that was bundled: bundling drops the texts, the licences ask for them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>
}

interface Package {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly text: string
}

const root = fileURLToPath(new URL('../', import.meta.url))

/** Packages whose files reach dist/ without being bundled as code: faces and the painter's colour profile. */
const DATA_PACKAGES = [
  'node_modules/@expo-google-fonts/noto-sans-sc',
  'node_modules/@expo-google-fonts/noto-serif-sc',
  'node_modules/@fontsource/lxgw-wenkai',
]

/** Folders of the packages that the bundles take files from, each once, sorted. */
export function bundledPackages(metafiles: readonly Metafile[]): readonly string[] {
  const folders = new Set(DATA_PACKAGES)
  for (const input of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
    if (folder !== undefined) folders.add(folder.replace(/^.*?(?=node_modules\/)/, ''))
  }
  return [...folders].sort()
}

/** For a package whose manifest is silent: the licence that its text is headed with. */
function licenceOf(text: string): string | undefined {
  return /^(?:The )?(MIT|ISC) License\b/i.exec(text)?.[1]?.toUpperCase()
}

function readPackage(folder: string): Package {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const files = readdirSync(join(root, folder)).filter((name) =>
    /^(?:licen[cs]e|copying|ofl|notice)(?:[.-]|$)/i.test(name),
  )
  const texts = files.sort().map((name) => readFileSync(join(root, folder, name), 'utf8').trim())
  const license = manifest.license?.type ?? manifest.license ?? licenceOf(texts[0] ?? '')
  if (!license) throw new Error(`${folder} names no licence: it must not be bundled`)
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name
  const text = texts.join('\n\n') || `(The package carries no licence text.)${author ? ` Author: ${author}` : ''}`
  return { name: manifest.name, version: manifest.version, license, text }
}

const RULE = '-'.repeat(80)

/** The text of dist/THIRD-PARTY.txt. */
export function thirdPartyText(metafiles: readonly Metafile[]): string {
  const packages = bundledPackages(metafiles)
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map(readPackage)
  const entries = packages.map(
    ({ name, version, license, text }) => `${RULE}\n${name} ${version} — ${license}\n\n${text}\n`,
  )
  return `Hongtou contains the following software and fonts of others.\n\n${entries.join('\n')}`
}
