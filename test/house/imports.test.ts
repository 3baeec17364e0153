import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

// The law is the table of ARCHITECTURE.md (rooms, and what each may import); what the table says in words is below.
const root = fileURLToPath(new URL('../../', import.meta.url))
const source = 'server/src'

interface Import {
  readonly file: string
  readonly room: string
  readonly specifier: string
  /** `import type`, `export type … from`: gone after compiling. */
  readonly typeOnly: boolean
  /** `await import()` */
  readonly lazy: boolean
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => /\.c?ts$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

/** Comments, regular expressions and strings, in the order in which a reader meets them. */
const NO_CODE =
  /\/\*[\s\S]*?\*\/|\/\/.*|(?<=(?:[=(,:!&|?[{};]|\breturn|=>)\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/\w*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g

/** What a template computes stays. */
function codeOnly(text: string): string {
  return text.replace(NO_CODE, (found) =>
    found.startsWith('`') ? [...found.matchAll(/\$\{([^}]*)\}/g)].map(([, code]) => `(${code})`).join(' ') : '""',
  )
}

/** What is there without being imported and must come in through a port. */
const AMBIENT: readonly (readonly [name: string, use: RegExp])[] = [
  ['process', /(?<![\w$]|(?<!\.\.)\.)process\b/],
  ['Buffer', /(?<![\w$]|(?<!\.\.)\.)Buffer\b/],
  ['now', /\bDate\s*(?:\.\s*now\b|\(\s*\))|\bnew\s+Date\b(?!\s*\()/],
  ['Math.random', /\bMath\s*\.\s*random\b/],
  ['fetch', /(?<![\w$]|(?<!\.\.)\.)fetch\b/],
  ['console', /(?<![\w$]|(?<!\.\.)\.)console\b/],
  ['globalThis', /(?<![\w$]|(?<!\.\.)\.)globalThis\b/],
]

function ambientIn(text: string): readonly string[] {
  const code = codeOnly(text)
  return AMBIENT.filter(([, use]) => use.test(code)).map(([name]) => name)
}

function roomOf(file: string): string {
  const [first = '', second] = file.slice(source.length + 1).split('/')
  return second === undefined ? 'entry' : first
}

function importsOf(file: string): readonly Import[] {
  const code = withoutComments(readFileSync(join(root, file), 'utf8'))
  const room = roomOf(file)
  const found: Import[] = []
  const from = /^\s*(?:import|export)\s+(type\s)?([^'"`;()]*?\sfrom\s+)?['"]([^'"\n]+)['"]/gm
  for (const [, type, clause = '', specifier = ''] of code.matchAll(from)) {
    const names = /\{([^}]*)\}/
      .exec(clause)?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '')
    const onlyTypes = names !== undefined && !/^\s*\w/.test(clause) && names.every((name) => /^\s*type\s/.test(name))
    found.push({ file, room, specifier, typeOnly: type !== undefined || onlyTypes, lazy: false })
  }
  for (const [, type, specifier = ''] of code.matchAll(/(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]/g)) {
    found.push({ file, room, specifier, typeOnly: type !== undefined, lazy: type === undefined })
  }
  for (const [, specifier = ''] of code.matchAll(/^import\s+\w+\s*=\s*require\(['"]([^'"]+)['"]\)/gm)) {
    found.push({ file, room, specifier, typeOnly: false, lazy: false })
  }
  return found
}

/** The file within the project that is imported, or undefined for a package. */
function resolved({ file, specifier }: Import): string | undefined {
  return specifier.startsWith('.') ? posix.join(dirname(file), specifier) : undefined
}

const HEAVY = ['fonts', 'typeset', 'render', 'pdf', 'sign']

/** Row by row from ARCHITECTURE.md: room, what may be imported freely, as types only, by `await import()` only. */
function readLaw(): ReadonlyMap<
  string,
  { free: readonly string[]; types: readonly string[]; lazy: readonly string[] }
> {
  const rows = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(/^\| `(\w+)` +\|[^|]*\| ([^|]*) \|$/gm)
  const names = (text: string): readonly string[] => text.match(/[a-z]{3,}/g)?.filter((name) => rooms.has(name)) ?? []
  const all = [...rows]
  const rooms = new Set(all.map(([, room]) => room as string))
  return new Map(
    all.map(([, room = '', words = '']) => {
      if (words.startsWith('everything'))
        return [
          room,
          { free: ['syntax', 'standard', 'profile', 'model', 'rules', 'format', ...HEAVY], types: [], lazy: [] },
        ]
      const parts = words.split(';')
      const pick = (test: (part: string) => boolean): readonly string[] => parts.filter(test).flatMap(names)
      const isTypes = (part: string): boolean => /\btypes? of\b/.test(part)
      const isLazy = (part: string): boolean => part.includes('await import()')
      return [room, { free: pick((part) => !isTypes(part) && !isLazy(part)), types: pick(isTypes), lazy: pick(isLazy) }]
    }),
  )
}

const law = readLaw()
const imports = filesOf(source).flatMap(importsOf)

function isAllowed(each: Import, target: string): boolean {
  const room = roomOf(target)
  if (each.room === 'entry' || room === each.room || room === 'text' || room === 'ports') return true
  const row = law.get(each.room)
  if (!row) return false
  return (
    row.free.includes(room) || (each.typeOnly && row.types.includes(room)) || (each.lazy && row.lazy.includes(room))
  )
}

const told = ({ file, specifier }: Import): string => `${file} imports ${specifier}`

describe('the house', () => {
  it('has a row in the table of ARCHITECTURE.md for every room', () => {
    const rooms = new Set(filesOf(source).map(roomOf))
    rooms.delete('entry')
    assert.deepEqual(
      [...rooms].filter((room) => !law.has(room)),
      [],
    )
    assert.ok(law.size >= 19)
  })

  it('is read: the test sees types, lazy imports and plain ones', () => {
    assert.ok(imports.some(({ typeOnly }) => typeOnly))
    assert.ok(imports.some(({ lazy }) => lazy))
    assert.ok(imports.some((each) => each.specifier.startsWith('.') && !each.typeOnly && !each.lazy))
  })

  it('keeps every import, types included, to the table', () => {
    const broken = imports.filter((each) => {
      const target = resolved(each)
      return target?.startsWith(`${source}/`) === true && !isAllowed(each, target)
    })
    assert.deepEqual(broken.map(told), [])
  })

  it('imports nothing from outside', () => {
    const outside = imports.filter((each) => {
      const target = resolved(each)
      return target !== undefined && !target.startsWith(`${source}/`)
    })
    assert.deepEqual(outside.map(told), [])
  })

  it('touches node: built-ins only in node/ and the entry points', () => {
    const broken = imports.filter(({ room, specifier }) => isBuiltin(specifier) && room !== 'node' && room !== 'entry')
    assert.deepEqual(broken.map(told), [])
    assert.deepEqual(
      imports.filter(({ specifier }) => isBuiltin(specifier) && !specifier.startsWith('node:')).map(told),
      [],
    )
  })

  it('reaches the machine, the time, chance and the network only in node/ and the entry points', () => {
    const broken = filesOf(source)
      .filter((file) => !['node', 'entry'].includes(roomOf(file)))
      .flatMap((file) => ambientIn(readFileSync(join(root, file), 'utf8')).map((name) => `${file} uses ${name}`))
    assert.deepEqual(broken, [])
  })

  it('is read for what is reached without an import, in whatever form', () => {
    const forms: readonly (readonly [code: string, name: string])[] = [
      ["process['env']", 'process'],
      ['const { env } = process', 'process'],
      ['const make = Buffer', 'Buffer'],
      ['Date.now()', 'now'],
      ['new Date()', 'now'],
      ['const at = new Date', 'now'],
      ['Math.random()', 'Math.random'],
      ['await fetch(uri)', 'fetch'],
      ['run(fetch)', 'fetch'],
      ["console.error('甲')", 'console'],
      ['globalThis.process', 'globalThis'],
      [`\`甲\${process.pid}\``, 'process'],
      ['run(...process.argv)', 'process'],
      ["const quote = /['/]/; console.log(1)", 'console'],
    ]
    for (const [code, name] of forms) assert.deepEqual(ambientIn(code), [name], code)
  })

  it('may say such names, and hand on what came in through a port', () => {
    const harmless =
      '// process.env\n/* new Date() */ say(\'Buffer\', "fetch", `console`); new Date(epoch); new ArrayBuffer(1); connection.console.error(reason); clock.now(); random.fetch()'
    assert.deepEqual(ambientIn(harmless), [])
  })

  it('writes the endings of relative imports', () => {
    const broken = imports.filter(({ specifier }) => specifier.startsWith('.') && !/\.(?:ts|cts)$/.test(specifier))
    assert.deepEqual(broken.map(told), [])
  })

  it('has a thin client: VS Code, the protocol, and types of the custom requests', () => {
    const broken = filesOf('client/src')
      .flatMap(importsOf)
      .filter((each) => {
        const target = resolved(each)
        if (target === undefined)
          return !/^(?:vscode|vscode-languageclient\/node|node:\w+|@vscode\/l10n)$/.test(each.specifier)
        if (target.startsWith('client/src/')) return false
        return !(each.typeOnly && /^server\/src\/lsp\/(?:protocol|\w+Protocol)\.ts$/.test(target))
      })
    assert.deepEqual(broken.map(told), [])
  })
})
