import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { type BagFile, packBag } from '../../server/src/record/archive/bag.ts'
import { readBag } from '../../server/src/record/archive/readBag.ts'
import { packZip, unpackZip } from '../../server/src/record/archive/zip.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { withScratch } from '../support/scratch.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const PAYLOAD: readonly BagFile[] = [
  { path: '正本/通知.pdf', bytes: bytesOf('%PDF-') },
  { path: '定稿/通知.gw.md', bytes: bytesOf('# 通知\n') },
  { path: '100%.txt', bytes: bytesOf('') },
]
const INFO = [['Source-Organization', '某某市人民政府']] as const
const LIMITS = { files: 100, bytes: 1e6 }

const pack = () => packBag(PAYLOAD, INFO, nodeCrypto)
const problemsOf = async (files: readonly BagFile[]) =>
  (await readBag(files, nodeCrypto)).problems.map((problem) => formatMessage(problem))

function failure(zip: Uint8Array, limits = LIMITS): Failure | undefined {
  try {
    unpackZip(zip, limits)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  return undefined
}

const refusal = (zip: Uint8Array): string => failure(zip)?.code ?? 'none'
const said = (zip: Uint8Array, limits: typeof LIMITS): string =>
  formatMessage(failure(zip, limits)?.sentence ?? { template: '', args: [] })

describe('bag of an archive package (RFC 8493)', () => {
  it('is read as it was packed', async () => {
    const { payload, info, problems } = await readBag(await pack(), nodeCrypto)
    assert.deepEqual([...payload.keys()].sort(), PAYLOAD.map(({ path }) => path).sort())
    assert.equal(info.get('Source-Organization'), '某某市人民政府')
    assert.equal(info.get('Payload-Oxum'), '14.3')
    assert.deepEqual(problems, [])
  })

  it('is what sha256sum and sha512sum check, without us', async () => {
    await withScratch(async (folder) => {
      for (const { path, bytes } of await pack()) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), bytes)
      }
      // A percent sign is written as %25, which these programs do not know of.
      rmSync(join(folder, 'data/100%.txt'))
      writeFileSync(join(folder, 'data/100%25.txt'), '')
      for (const name of ['sha256', 'sha512']) {
        for (const kind of ['manifest', 'tagmanifest']) {
          const { status, stdout } = spawnSync(`${name}sum`, ['-c', `${kind}-${name}.txt`], {
            cwd: folder,
            encoding: 'utf8',
          })
          assert.equal(status, 0, stdout)
        }
      }
    })
  })

  it('tells of every file that was changed, taken away or put in', async () => {
    const files = await pack()
    for (const [index, file] of files.entries()) {
      const changed = files.with(index, { ...file, bytes: bytesOf('另外的内容') })
      assert.notDeepEqual(await problemsOf(changed), [], file.path)
      assert.notDeepEqual(await problemsOf(files.toSpliced(index, 1)), [], file.path)
    }
    for (const path of ['data/附件/多出.txt', '多出.txt', 'tagmanifest-md5.txt']) {
      const problems = await problemsOf([...files, { path, bytes: bytesOf('') }])
      assert.ok(problems.includes(`“${path}”不在清单里，是后来放进去的。`), path)
    }
  })
})

describe('zip of an archive package', () => {
  it('holds the files under one folder and gives equal bytes for equal files', async () => {
    const files = await pack()
    const zip = packZip('通知', files)
    assert.deepEqual(unpackZip(zip, LIMITS), files)
    assert.deepEqual(packZip('通知', await pack()), zip)
  })

  it('is refused with names that lead out of the folder or mean something to a system', () => {
    for (const name of [
      '../a',
      'a/../../b',
      '/etc/passwd',
      'a//b',
      'C:\\a',
      'a\\b',
      'a/./b',
      'a\u0000b',
      'a\u200bb',
      'x'.repeat(2000),
      'x'.repeat(300),
      `a/${'通'.repeat(100)}.pdf`,
      'x/'.repeat(600),
    ])
      assert.equal(refusal(zipSync({ [name]: bytesOf('甲') })), 'zip-name', name)
  })

  it('is refused with names that not every system keeps, or that some take for one', () => {
    for (const name of ['a:b', 'CON', 'nul.txt', 'a/LPT1.pdf', 'a.', 'a ', 'a./b', 'a?', 'a\u202Efdp.exe', 'a\u0085'])
      assert.equal(refusal(zipSync({ [name]: bytesOf('甲') })), 'zip-name', name)
    for (const names of [
      ['a/甲.PDF', 'a/甲.pdf'],
      ['caf\u00e9', 'cafe\u0301'],
      ['straße', 'STRASSE'],
      ['a', 'a/b'],
      ['A/b', 'a'],
    ]) {
      const files = Object.fromEntries(names.map((name) => [name, bytesOf('甲')]))
      assert.equal(refusal(zipSync(files)), 'zip-name', names.join())
      assert.throws(
        () =>
          packZip(
            'x',
            names.map((path) => ({ path, bytes: bytesOf('甲') })),
          ),
        { code: 'archive-name' },
      )
    }
    assert.equal(refusal(zipSync({ 'a/console.txt': bytesOf('甲'), 'a/.b': bytesOf('乙') })), 'none')
  })

  it('is refused when a checksum is not that of its file', () => {
    const zip = zipSync({ 'a.txt': bytesOf('甲') })
    const entry = Buffer.from(zip).indexOf('PK\x01\x02', 0, 'latin1')
    for (const place of [14, entry + 16]) zip[place] = (zip[place] as number) ^ 1
    assert.equal(refusal(zip), 'zip-broken')
  })

  it('is refused with too many files or too much in them', () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, nth) => [`a/${nth}`, bytesOf('')]))
    assert.equal(refusal(zipSync(many)), 'zip-limit')
    assert.equal(refusal(zipSync({ big: new Uint8Array(2e6) })), 'zip-limit')
  })

  it('is refused as a bomb by what its directory says, before anything is unpacked', () => {
    const limits = { files: 100, bytes: 2e9 }
    const zip = zipSync({ 'a/炸弹.txt': new Uint8Array(12e6) })
    // What is packed is no Deflate any more: whoever unpacks it says that it is broken.
    zip.fill(0xff, 30 + bytesOf('a/炸弹.txt').length, 200)
    assert.match(
      said(zip, limits),
      /^归档包里的“a\/炸弹\.txt”解开以后有12 MB，是压缩后的\d+倍，像是压缩炸弹，没有解开。$/,
    )
    const kept = new Uint8Array(6e6)
    assert.match(said(zipSync({ 一: kept, 二: kept, 三: kept }), limits), /^归档包解开以后有18 MB，是压缩后的/)
    assert.equal(unpackZip(zipSync({ 一: kept }), limits)[0]?.bytes.length, 6e6)
  })

  it('is refused when a file unfolds to more or less than its directory says', () => {
    for (const change of [-1, 1]) {
      const zip = zipSync({ 'a.txt': new Uint8Array(5000) })
      const entry = Buffer.from(zip).indexOf('PK\x01\x02', 0, 'latin1')
      const view = new DataView(zip.buffer)
      for (const place of [22, entry + 24]) view.setUint32(place, 5000 + change, true)
      assert.equal(refusal(zip), 'zip-broken')
    }
  })

  it('keeps what shrinks beyond measure as it is, so that a blank scan is no bomb', () => {
    const files = [
      { path: 'data/附件/白页.bmp', bytes: new Uint8Array(12e6).fill(255) },
      { path: 'data/定稿/通知.gw.md', bytes: bytesOf('# 通知\n') },
    ]
    assert.deepEqual(unpackZip(packZip('通知', files), { files: 100, bytes: 2e9 }), files)
  })

  it('is refused with a link', () => {
    const zip = zipSync({ link: [bytesOf('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] })
    assert.equal(refusal(zip), 'zip-name')
  })

  it('is refused when its directory names other files than stand in it', () => {
    const zip = zipSync({ 'a.txt': bytesOf('甲'), 'b.txt': bytesOf('乙') })
    const changed = zip.slice()
    const directory = Buffer.from(zip).lastIndexOf('a.txt')
    assert.ok(directory > 0)
    changed[directory] = 'c'.charCodeAt(0)
    assert.equal(refusal(changed), 'zip-broken')
    assert.equal(refusal(Buffer.concat([zip, bytesOf('尾')])), 'zip-broken')
  })

  it('is refused when anything but the time of day of a file could be read in two ways', () => {
    const zip = zipSync({ 'a.txt': bytesOf('甲'.repeat(99)), '乙.txt': bytesOf('乙') })
    const entry = Buffer.from(zip).indexOf('PK\x01\x02', 0, 'latin1')
    const fields = { flags: 8, method: 10, crc: 16, packed: 20, size: 24, name: 28, extra: 30, comment: 32, offset: 42 }
    for (const [field, place] of Object.entries(fields)) {
      const changed = zip.slice()
      changed[entry + place] = (changed[entry + place] as number) ^ 1
      assert.equal(refusal(changed), 'zip-broken', field)
    }
  })

  it('is refused when something stands before, between or behind its files, or in an extra field', () => {
    const zip = zipSync({ 'a.txt': bytesOf('甲') })
    const shifted = Buffer.concat([bytesOf('前缀'), zip])
    assert.equal(refusal(shifted), 'zip-broken')
    // Offsets made to fit, as a self-extracting archive has them.
    const view = new DataView(shifted.buffer, shifted.byteOffset)
    const end = shifted.length - 22
    const directory = view.getUint32(end + 16, true) + 6
    view.setUint32(end + 16, directory, true)
    view.setUint32(directory + 42, 6, true)
    assert.equal(refusal(shifted), 'zip-broken')
    assert.equal(refusal(zipSync({ 'a.txt': [bytesOf('甲'), { extra: { 28789: bytesOf('b.txt') } }] })), 'zip-broken')
    assert.equal(refusal(zipSync({ 'a.txt': [bytesOf('甲'), { comment: '说明' }] })), 'zip-broken')
  })

  it('is refused with an encrypted file or one whose size follows it', () => {
    for (const flag of [1, 8]) {
      const zip = zipSync({ 'a.txt': bytesOf('甲') })
      const entry = Buffer.from(zip).indexOf('PK\x01\x02', 0, 'latin1')
      for (const place of [6, entry + 8]) zip[place] = (zip[place] as number) | flag
      assert.equal(refusal(zip), 'zip-broken', String(flag))
    }
  })

  it('never fails otherwise, whatever bytes it has', () => {
    const zip = zipSync({ 'a.txt': bytesOf('甲乙丙丁'.repeat(40)), 'b/c.txt': bytesOf('乙') })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(zip.length),
        (changes, end) => {
          const changed = zip.slice(0, end)
          for (const [place, value] of changes) if (place < end) changed[place] = value
          assert.match(refusal(changed), /^(?:none|zip-(?:broken|limit|name))$/)
        },
      ),
      { numRuns: 500 },
    )
  })
})
