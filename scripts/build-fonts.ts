// Makes the bundled faces: open fonts from npm, subset to the characters of official documents and renamed.
// Runs in every build; a cache under node_modules makes all but the first a copy.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { decompress } from 'wawoff2'
import fontkit from '../server/src/fonts/fontkit.cts'
import { rareCharacters, usualCharacters } from './fonts/characters.ts'
import { rewriteFont } from './fonts/rewrite.ts'

interface Recipe {
  readonly file: string
  readonly family: string
  readonly origin: string
  readonly source: string
  readonly rare: boolean
}

const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('..', import.meta.url))

const RECIPES: readonly Recipe[] = [
  {
    file: 'xiaobiaosong',
    family: 'Hongtou Xiaobiaosong',
    origin: 'Noto Serif SC Bold',
    source: require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
    rare: false,
  },
  // The files that fontsource calls "latin" are the whole fonts.
  {
    file: 'fangsong',
    family: 'Hongtou Fangsong',
    origin: 'LXGW WenKai Light',
    source: require.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-300-normal.woff2'),
    rare: false,
  },
  {
    file: 'kaiti',
    family: 'Hongtou Kaiti',
    origin: 'LXGW WenKai Regular',
    source: require.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2'),
    rare: false,
  },
  {
    file: 'heiti',
    family: 'Hongtou Heiti',
    origin: 'Noto Sans SC Medium',
    source: require.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
    rare: false,
  },
  {
    file: 'songti',
    family: 'Hongtou Songti',
    origin: 'Noto Serif SC Regular',
    source: require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
    rare: true,
  },
]

/** Licence texts by the name that they get beside the fonts, and the package that each is in. */
const LICENCES: readonly (readonly [name: string, manifest: string, file: string])[] = [
  ['OFL-Noto-Serif-SC.txt', require.resolve('@expo-google-fonts/noto-serif-sc/package.json'), 'LICENSE_FONT'],
  ['OFL-Noto-Sans-SC.txt', require.resolve('@expo-google-fonts/noto-sans-sc/package.json'), 'LICENSE_FONT'],
  ['OFL-LXGW-WenKai.txt', require.resolve('@fontsource/lxgw-wenkai/package.json'), 'LICENSE'],
]

/** What the faces are made by, besides what lies in `scripts/fonts`. */
const CODE = ['scripts/build-fonts.ts', 'server/src/fonts/sfnt.ts', 'server/src/standard/commonCharacters.ts']

/** Changes when a source package, a recipe or the code that follows it changes. */
function recipeKey(): string {
  const hash = createHash('sha256')
  for (const [, manifest] of LICENCES) hash.update(readFileSync(manifest))
  for (const file of CODE) hash.update(readFileSync(join(root, file)))
  for (const file of readdirSync(join(root, 'scripts/fonts')).sort()) {
    hash.update(readFileSync(join(root, 'scripts/fonts', file)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Characters to glyphs, with digits of half an em where the font has them: they share the grid of the characters. */
function glyphMap(font: Uint8Array, characters: string): Map<number, number> {
  const opened = fontkit.create(Buffer.from(font))
  if (!('layout' in opened)) throw new Error('a font collection came out of the subsetter')
  const glyphs = new Map<number, number>()
  for (const character of characters) {
    const code = character.codePointAt(0)!
    if (!opened.hasGlyphForCodePoint(code)) continue
    const features = /[0-9]/.test(character) ? { hwid: true } : /[—…]/.test(character) ? { fwid: true } : undefined
    glyphs.set(code, features ? opened.layout(character, features).glyphs[0]!.id : opened.glyphForCodePoint(code).id)
  }
  return glyphs
}

async function makeFace(recipe: Recipe): Promise<Uint8Array> {
  const source = readFileSync(recipe.source)
  const whole = recipe.source.endsWith('.woff2') ? Buffer.from(await decompress(source)) : source
  const characters = usualCharacters() + (recipe.rare ? rareCharacters() : '')
  const subset = await subsetFont(whole, characters, {
    targetFormat: 'truetype',
    keepFeatures: ['hwid', 'fwid'],
    noHinting: true,
    dropTables: ['vhea', 'vmtx', 'VORG'],
    preserveNameIds: [0, 7, 13, 14],
  })
  return rewriteFont(subset, recipe.family, recipe.origin, glyphMap(subset, characters))
}

async function fillCache(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const keys: Record<string, string> = {}
  for (const recipe of RECIPES) {
    const bytes = await makeFace(recipe)
    writeFileSync(join(unfinished, `${recipe.file}.ttf`), bytes)
    keys[recipe.file] = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  }
  for (const [name, manifest, file] of LICENCES) cpSync(join(dirname(manifest), file), join(unfinished, name))
  writeFileSync(join(unfinished, 'faces.json'), JSON.stringify(keys))
  // Two builds at once: the first to finish wins, and both made the same.
  if (!existsSync(folder)) renameSync(unfinished, folder)
  else rmSync(unfinished, { recursive: true })
  // 30 MB each: what an older recipe made is not needed again.
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(basename(folder))) rmSync(join(dirname(folder), name), { recursive: true })
  }
}

/** Puts the bundled faces, their licences and `faces.json` (digest by file name) into `target`. */
export async function buildFonts(target: string): Promise<void> {
  const cache = join(root, 'node_modules/.cache/hongtou-fonts', recipeKey())
  if (!existsSync(cache)) await fillCache(cache)
  cpSync(cache, target, { recursive: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildFonts(join(root, 'dist/fonts'))
