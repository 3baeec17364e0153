import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundledPackages } from '../../scripts/third-party.ts'

interface Output {
  readonly inputs: Readonly<Record<string, unknown>>
  readonly imports: readonly { readonly path: string; readonly kind: string }[]
}

interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>
  readonly outputs: Readonly<Record<string, Output>>
}

const dist = new URL('../../dist/', import.meta.url)
const read = (name: string): Metafile => JSON.parse(readFileSync(new URL(`../out/meta/${name}.json`, dist), 'utf8'))

/** Files that reach an entry point without any `await import()`. */
function statically(metafile: Metafile, entry: string): readonly string[] {
  const seen = new Set<string>()
  const visit = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    for (const each of metafile.outputs[path]?.imports ?? []) if (each.kind === 'import-statement') visit(each.path)
  }
  visit(entry)
  return [...seen].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {}))
}

const HEAVY = /node_modules\/(?:pdfmake|pdfkit|node-forge|fontkit)\/|^server\/src\/(?:typeset|render|sign|press)\//

describe('the bundles', () => {
  before(() => assert.ok(existsSync(dist), 'dist/ is there: run npm run build'))

  it('give the client no parser and no room of the server', () => {
    const inputs = Object.keys(read('client').inputs)
    assert.ok(inputs.includes('client/src/extension.ts'))
    const foreign = inputs.filter((path) =>
      /^server\/|node_modules\/(?:micromark|mdast|unified|remark|yaml)/.test(path),
    )
    assert.deepEqual(foreign, [])
  })

  it('start the server without painter, signer and typesetter', () => {
    const inputs = statically(read('server'), 'dist/server.mjs')
    assert.ok(inputs.includes('server/src/server.ts'))
    assert.deepEqual(
      inputs.filter((path) => HEAVY.test(path)),
      [],
    )
  })

  it('start the command line without painter, signer and typesetter', () => {
    const inputs = statically(read('server'), 'dist/cli.mjs')
    assert.ok(inputs.includes('server/src/cli.ts'))
    assert.deepEqual(
      inputs.filter((path) => HEAVY.test(path)),
      [],
    )
  })

  it('hold one copy of fontkit: two would not know each other’s fonts', () => {
    const copies = Object.keys(read('server').inputs).filter((path) => /node_modules\/fontkit\/dist\//.test(path))
    assert.equal(copies.length, 1, copies.join())
  })

  it('leave out what the painter and the font reader require and never use', () => {
    const unused = /node_modules\/(?:brotli|unicode-trie|unicode-properties|linebreak)\//
    assert.deepEqual(
      Object.keys(read('server').inputs).filter((path) => unused.test(path)),
      [],
    )
  })

  it('carry the licence of everything in them', () => {
    const text = readFileSync(new URL('THIRD-PARTY.txt', dist), 'utf8')
    const folders = bundledPackages(['client', 'preview', 'server'].map(read))
    assert.ok(folders.length > 20)
    const missing = folders.filter((folder) => {
      const { name, version } = JSON.parse(readFileSync(new URL(`../${folder}/package.json`, dist), 'utf8'))
      return !text.includes(`\n${name} ${version} — `)
    })
    assert.deepEqual(missing, [])
  })

  it('carry nothing whose licence forbids it', () => {
    const text = readFileSync(new URL('THIRD-PARTY.txt', dist), 'utf8')
    const licences = new Set([...text.matchAll(/^\S+ \d\S* — (.+)$/gm)].map(([, licence]) => licence as string))
    const known = /\b(?:MIT|ISC|BSD|Apache-2\.0|0BSD|OFL-1\.1|Unlicense|Zlib|BlueOak-1\.0\.0|CC0-1\.0)\b/
    assert.deepEqual(
      [...licences].filter((licence) => !known.test(licence)),
      [],
    )
  })

  it('keep the first line of the command for the shell', () => {
    const [first] = readFileSync(new URL('cli.mjs', dist), 'utf8').split('\n')
    assert.equal(first, '#!/usr/bin/env node')
  })

  it('have the painter’s colour profile and the faces beside them', () => {
    for (const name of ['data/sRGB_IEC61966_2_1.icc', 'fonts/faces.json', 'types/remark.d.ts']) {
      assert.ok(existsSync(fileURLToPath(new URL(name, dist))), name)
    }
  })
})
