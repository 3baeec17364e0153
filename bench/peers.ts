// Other linters, parsers and typesetters on the same texts in the same run, each in a process of its own.
// They are installed into a temporary folder; without a registry the benchmark goes on without them.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const execute = promisify(execFile)

interface Peer {
  readonly name: string
  /** What it does with a text; none of them knows 公文. */
  readonly kind: string
  readonly packages: readonly string[]
  /** Body of an async function that returns a function from text to anything. */
  readonly load: string
}

export const LINTERS: readonly Peer[] = [
  {
    name: 'autocorrect 2.14.0',
    kind: '中西文空格与标点，Rust 原生',
    packages: ['autocorrect-node@2.14.0'],
    load: `const { default: { lintFor } } = await import('autocorrect-node'); return (text) => lintFor(text, 'a.md')`,
  },
  {
    name: 'zhlint 0.8.2',
    kind: '中文排版',
    packages: ['zhlint@0.8.2'],
    load: `const { run } = await import('zhlint'); return (text) => run(text, { rules: { preset: 'default' } })`,
  },
  {
    name: 'lint-md 2.4.0',
    kind: '中文 Markdown',
    packages: ['@lint-md/core@2.4.0'],
    load: `const { lintMarkdown } = await import('@lint-md/core'); return (text) => lintMarkdown(text, {})`,
  },
  {
    name: 'markdownlint 0.40.0',
    kind: 'Markdown',
    packages: ['markdownlint@0.40.0'],
    load: `const { lint } = await import('markdownlint/sync')
      return (text) => lint({ strings: { a: text }, config: { default: true, MD013: false } })`,
  },
  {
    name: 'remark-lint 10.0.1（recommended）',
    kind: 'Markdown，与红头同一解析器',
    packages: ['remark@15.0.1', 'remark-gfm@4.0.1', 'remark-preset-lint-recommended@7.0.1', 'vfile@6.0.3'],
    load: `const [{ remark }, { default: gfm }, { default: preset }, { VFile }] = await Promise.all(
        [import('remark'), import('remark-gfm'), import('remark-preset-lint-recommended'), import('vfile')])
      const processor = remark().use(gfm).use(preset).freeze()
      return async (text) => { const file = new VFile({ path: 'a.md', value: text }); await processor.run(processor.parse(file), file) }`,
  },
]

/** A4 in the grid of the standard, in the face that we use; the text as paragraphs, tables left out. */
const TYPST = `
const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [FONTS] }] })
const head = '#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")\\n' +
  '#set text(font: "Hongtou Fangsong", size: 16pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)\\n' +
  '#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 13.6pt, spacing: 13.6pt)\\n'
return (text) => {
  const plain = text.replace(/^---[^]*?\\n---\\n/, '').replace(/^[|].*$/gm, '').replace(/^# /m, '= ')
  const content = head + plain.replace(/[\\\\#$*_@<>~\`\\[\\]]/g, '\\\\$&')
  return compiler.pdf({ mainFileContent: content }, { pdfStandard: 'a-2b' })
}`

export const TYPESETTERS: readonly Peer[] = [
  {
    name: 'typst 0.7.0（typst.ts）',
    kind: 'Rust 原生；同样的版心和字号，不排红头、版记、印章和表，标题不分行',
    packages: ['@myriaddreamin/typst-ts-node-compiler@0.7.0'],
    load: TYPST,
  },
]

/** Median milliseconds by text; undefined where the peer failed or took too long. */
export interface PeerResult {
  readonly name: string
  readonly kind: string
  readonly medians: readonly (number | undefined)[]
}

const FONTS = fileURLToPath(new URL('../dist/fonts', import.meta.url))

const RUNNER = (load: string): string => `
import { readFileSync } from 'node:fs'
const FONTS = ${JSON.stringify(FONTS)}
const [file, budget] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')
const run = await (async () => { ${load} })()
const middle = text.indexOf('。', text.length / 2)
const times = []
const end = performance.now() + Number(budget)
for (let index = 0; index < 5 || (performance.now() < end && index < 400); index++) {
  // A fresh edit each time, so that no cache by whole text can answer.
  const fresh = text.slice(0, middle) + '第' + index + '次' + text.slice(middle)
  const start = performance.now()
  await run(fresh)
  times.push(performance.now() - start)
}
const kept = times.slice(Math.floor(times.length / 3)).sort((a, b) => a - b)
console.log(kept[kept.length >> 1])
process.exit(0)
`

const LONGEST_MS = 120_000

async function measure(folder: string, peer: Peer, file: string): Promise<number | undefined> {
  const script = join(folder, 'run.mjs')
  writeFileSync(script, RUNNER(peer.load))
  try {
    const { stdout } = await execute(process.execPath, [script, file, '3000'], {
      timeout: LONGEST_MS,
      maxBuffer: 1 << 26,
    })
    return Number(stdout.trim().split('\n').at(-1))
  } catch {
    return undefined
  }
}

/** The peers on each text; undefined when they cannot be installed here. */
export async function measurePeers(
  peers: readonly Peer[],
  texts: readonly string[],
): Promise<readonly PeerResult[] | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-peers-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}')
    const packages = peers.flatMap((peer) => peer.packages)
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
    await execute('npm', ['install', ...flags, ...packages], { cwd: folder, timeout: 300_000, maxBuffer: 1 << 26 })
    const files = texts.map((text, index) => {
      const file = join(folder, `${index}.md`)
      writeFileSync(file, text)
      return file
    })
    const results: PeerResult[] = []
    for (const peer of peers) {
      const medians: (number | undefined)[] = []
      for (const file of files) medians.push(await measure(folder, peer, file))
      results.push({ name: peer.name, kind: peer.kind, medians })
    }
    return results
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
