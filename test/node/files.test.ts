import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeFiles, waitingFiles } from '../../server/src/node/files.ts'
import { FileError } from '../../server/src/ports/files.ts'
import { unprivileged } from '../support/unprivileged.ts'

const files = nodeFiles()
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const uri = (path: string): string => pathToFileURL(path).href

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof FileError) return error.code
    throw error
  }
  return assert.fail('it did not fail')
}

describe('files of the machine', () => {
  let folder: string
  const at = (name: string): string => join(folder, name)
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hongtou-files-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('are read the same by a thread that waits itself', async () => {
    writeFileSync(at('甲.txt'), '12345')
    mkdirSync(at('夹'))
    const waiting = waitingFiles()
    assert.deepEqual(await waiting.read(uri(at('甲.txt')), 5), bytes('12345'))
    for (const [name, limit] of [
      ['甲.txt', 4],
      ['夹', 5],
      ['没有.txt', 5],
    ] as const) {
      const code = await codeOf(files.read(uri(at(name)), limit))
      assert.equal(await codeOf(waiting.read(uri(at(name)), limit)), code, name)
    }
    assert.deepEqual(await waiting.read('file:///dev/null', 5), await files.read('file:///dev/null', 5))
  })

  it('are read up to a limit, which a file may just reach', async () => {
    writeFileSync(at('甲.txt'), '12345')
    assert.deepEqual(await files.read(uri(at('甲.txt')), 5), bytes('12345'))
    assert.equal(await codeOf(files.read(uri(at('甲.txt')), 4)), 'too-large')
  })

  it('are read up to the limit when they are endless devices', async function () {
    if (!existsSync('/dev/zero')) return this.skip()
    assert.equal(await codeOf(files.read('file:///dev/zero', 100_000)), 'too-large')
  })

  it('are not opened when they are pipes and nobody named them: that would wait for ever', async function () {
    if (spawnSync('mkfifo', [at('管道.png')]).status !== 0) return this.skip()
    assert.equal(await codeOf(nodeFiles([uri(folder)]).read(uri(at('管道.png')), 10)), 'not-file')
    assert.equal(await codeOf(files.read(uri(at('管道.png')), 0)), 'not-file')
  })

  it('say why they cannot be read', async () => {
    mkdirSync(at('文件夹'))
    assert.equal(await codeOf(files.read(uri(at('没有.txt')), 10)), 'missing')
    assert.equal(await codeOf(files.read(uri(at('文件夹')), 10)), 'folder')
    assert.equal(await codeOf(files.read('untitled:甲', 10)), 'missing')
  })

  it('are denied without permission', async () => {
    chmodSync(folder, 0o777)
    writeFileSync(at('密.txt'), '1', { mode: 0o600 })
    writeFileSync(at('只读.txt'), '旧')
    chmodSync(at('只读.txt'), 0o444)
    if (process.getuid?.() !== 0) chmodSync(at('密.txt'), 0)
    await unprivileged(async () => {
      assert.equal(await codeOf(files.read(uri(at('密.txt')), 10)), 'denied')
      assert.equal(await codeOf(files.write(uri(at('只读.txt')), bytes('新'))), 'denied')
    })
    assert.equal(readFileSync(at('只读.txt'), 'utf8'), '旧')
  })

  it('are replaced whole, with their permissions, and leave no temporary file', async () => {
    writeFileSync(at('甲.pdf'), '旧的内容', { mode: 0o640 })
    chmodSync(at('甲.pdf'), 0o640)
    await files.write(uri(at('甲.pdf')), bytes('新'))
    assert.equal(readFileSync(at('甲.pdf'), 'utf8'), '新')
    assert.equal(statSync(at('甲.pdf')).mode & 0o777, 0o640)
    assert.deepEqual(readdirSync(folder), ['甲.pdf'])
  })

  it('with keys in them are for their owner only', async () => {
    await files.write(uri(at('钥.p12')), bytes('1'), { private: true })
    assert.equal(statSync(at('钥.p12')).mode & 0o077, 0)
  })

  it('are written through a symbolic link, which stays one', async () => {
    writeFileSync(at('真.pdf'), '旧')
    symlinkSync(at('真.pdf'), at('链.pdf'))
    await files.write(uri(at('链.pdf')), bytes('新'))
    assert.equal(readFileSync(at('真.pdf'), 'utf8'), '新')
    assert.deepEqual(readdirSync(folder).sort(), ['真.pdf', '链.pdf'].sort())
  })

  it('keep their other names: all go on to mean the same file', async () => {
    writeFileSync(at('甲.gw.md'), '旧的内容比新的长')
    linkSync(at('甲.gw.md'), at('乙.gw.md'))
    await files.write(uri(at('甲.gw.md')), bytes('新'))
    assert.equal(readFileSync(at('乙.gw.md'), 'utf8'), '新')
    assert.equal(statSync(at('乙.gw.md')).nlink, 2)
  })

  it('are not written into a missing folder or over a folder', async () => {
    mkdirSync(at('文件夹'))
    assert.equal(await codeOf(files.write(uri(at('没有/甲.pdf')), bytes('1'))), 'no-folder')
    assert.equal(await codeOf(files.write(uri(at('文件夹')), bytes('1'))), 'folder')
  })

  it('report a full disk', async function () {
    if (!existsSync('/dev/full')) return this.skip()
    assert.equal(await codeOf(files.write('file:///dev/full', bytes('1'))), 'full')
  })

  it('keep their old content when the disk is full', function () {
    if (process.platform !== 'linux') return this.skip()
    writeFileSync(at('甲.pdf'), '旧')
    const script = `
      import { nodeFiles } from ${JSON.stringify(new URL('../../server/src/node/files.ts', import.meta.url).href)}
      try {
        await nodeFiles().write(${JSON.stringify(uri(at('甲.pdf')))}, new Uint8Array(4_000_000))
      } catch (error) {
        console.log(error.code)
      }`
    // A limit on file sizes stands in for a full disk: writing stops in the middle of the file.
    const command = `ulimit -f 1000; exec "${process.execPath}" --import tsx --input-type=module`
    const run = spawnSync('bash', ['-c', command], { input: script })
    assert.equal(run.stdout.toString().trim(), 'full', run.stderr.toString())
    assert.equal(readFileSync(at('甲.pdf'), 'utf8'), '旧')
    assert.deepEqual(readdirSync(folder), ['甲.pdf'])
  })

  it('may be confined to a folder, symbolic links included', async () => {
    mkdirSync(at('内'))
    writeFileSync(at('外.png'), '1')
    writeFileSync(at('内/图.png'), '2')
    symlinkSync(at('外.png'), at('内/链.png'))
    const confined = nodeFiles([uri(at('内'))])
    assert.deepEqual(await confined.read(uri(at('内/图.png')), 10), bytes('2'))
    assert.equal(await codeOf(confined.read(uri(at('外.png')), 10)), 'denied')
    assert.equal(await codeOf(confined.read(uri(at('内/链.png')), 10)), 'denied')
  })

  it('are listed with what is a folder', async () => {
    mkdirSync(at('子'))
    writeFileSync(at('甲.txt'), '')
    const entries = [...(await files.list(uri(folder)))].sort((a, b) => (a.name < b.name ? -1 : 1))
    assert.deepEqual(entries, [
      { name: '子', folder: true },
      { name: '甲.txt', folder: false },
    ])
  })
})
