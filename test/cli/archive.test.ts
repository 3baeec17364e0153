import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { packBag } from '../../server/src/record/archive/bag.ts'
import { packZip } from '../../server/src/record/archive/zip.ts'
import { digestDocument } from '../../server/src/record/digests.ts'
import type { LogEntry } from '../../server/src/record/entry.ts'
import { type Linked, link, readLog, writeLog } from '../../server/src/record/log.ts'
import { nextPlace } from '../../server/src/record/merge.ts'
import { judge, needJudge } from '../support/judges.ts'
import { type Sandbox, SOUND, sandbox } from './runCli.ts'

const WHO = ['--name', '王某', '--organ', '某某市人民政府办公室']
const PASSWORD = { environment: { P12_PASSWORD: 'secret' } }
const WITH_PASSWORD = ['--password-env', 'P12_PASSWORD']
const STEPS = ['拟稿', '审核', '签发', '复核', '登记', '用印', '核发']
const schema = fileURLToPath(new URL('../../templates/schemas/归档元数据.xsd', import.meta.url))

/** A log whose entries name certificates and are not signed, linked anew so that they follow each other. */
async function withoutSignatures(text: string): Promise<string> {
  let entries: readonly Linked[] = []
  for (const { entry } of (await readLog(text, nodeCrypto)).entries) {
    const { signature: _, ...bare } = entry
    entries = [...entries, await link({ ...bare, ...nextPlace(entries, bare.time) }, nodeCrypto)]
  }
  return writeLog(entries)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

interface Item {
  readonly property: string
  readonly item: string
  readonly standard?: string
  readonly by: string
  readonly passed?: boolean
  readonly evidence: string
}

describe('hongtou archive', function () {
  this.timeout(120_000)
  let box: Sandbox

  async function run(...args: readonly string[]): Promise<string> {
    const { code, out, err } = await box.run(args, PASSWORD)
    assert.ok(code === 0 || code === 3, err)
    return out + err
  }

  /** The whole life of a notice, so far as this program goes with it. */
  before(async () => {
    box = sandbox()
    box.put('通知.gw.md', SOUND)
    box.put('未办结.gw.md', SOUND)
    await run('cert', 'new', '--name', '某某市人民政府', '-o', '章.p12', ...WITH_PASSWORD)
    for (const step of STEPS) await run('record', 'add', '通知.gw.md', step, '--opinion', '同意。', ...WHO)
    await run('build', '通知.gw.md', '--p12', '章.p12', ...WITH_PASSWORD)
    await run('archive', '通知.gw.md', '--trust', '章.pem', '--p12', '章.p12', ...WITH_PASSWORD)
  })
  after(() => box.remove())

  const inspect = async (name: string): Promise<{ readonly code: number; readonly items: readonly Item[] }> => {
    const { code, out } = await box.run(['verify', name, '--trust', '章.pem', '--format', 'json'])
    return { code, items: (JSON.parse(out) as { items: readonly Item[] }).items }
  }
  const failed = async (name: string) =>
    (await inspect(name)).items.filter(({ passed }) => passed === false).map(({ item }) => item)

  /** The package with one of its files changed. */
  const changed = (path: string, change: (bytes: Uint8Array) => Uint8Array): string => {
    const files = unzipSync(box.bytes('通知-归档.zip'))
    assert.ok(files[path], path)
    return box.put('改动.zip', zipSync({ ...files, [path]: change(files[path]) }))
  }

  it('keeps 正本, 定稿, 办文单, log, flow and metadata', () => {
    const names = Object.keys(unzipSync(box.bytes('通知-归档.zip'))).filter((name) => name.startsWith('通知/data/'))
    const kept = names.map((name) => name.slice('通知/data/'.length).replace(/[0-9a-f]{64}/, '摘要'))
    assert.deepEqual(
      kept.sort(),
      [
        '元数据.xml',
        '办文单/通知.pdf',
        '定稿/通知.gw.md',
        '正本/通知.pdf',
        '环境.json',
        '证书/摘要.cer',
        '签章验证.json',
        '过程/流程.yaml',
        '过程/通知.gw.log',
      ].sort(),
    )
  })

  it('passes the 四性检测, which says what is left to people', async () => {
    const { code, items } = await inspect('通知-归档.zip')
    assert.deepEqual(
      items.filter(({ passed }) => passed === false),
      [],
    )
    assert.equal(code, 0)
    assert.deepEqual([...new Set(items.map(({ property }) => property))], ['真实性', '完整性', '可用性', '安全性'])
    const { out } = await box.run(['verify', '通知-归档.zip', '--trust', '章.pem'])
    assert.match(out, /^通知-归档\.zip：四性检测没有发现问题。/)
    assert.match(out, /\[通过\] 正本的签章有效：签章有效，签章人受信任（“某某市人民政府（测试）”）。/)
    assert.match(out, /\[人工\] 正本与定稿内容一致：签章有效不等于签的就是这份公文/)
    assert.match(out, /\[人工\] 没有病毒/)
  })

  it('does not pass over a signer whom nobody trusts', async () => {
    const { code, out } = await box.run(['verify', '通知-归档.zip'])
    assert.equal(code, 3)
    assert.match(out, /签名有效但签名人未受信任2项/)
    assert.match(out, /\[未信任\] 正本的签章有效：签章有效，但签章人未受信任/)
    const { out: json } = await box.run(['verify', '通知-归档.zip', '--format', 'json'])
    const { valid, trusted } = JSON.parse(json) as { readonly valid: boolean; readonly trusted: boolean }
    assert.deepEqual([valid, trusted], [true, false])
    const again = await box.run(['archive', '通知.gw.md', '-o', '未签名.zip'])
    assert.equal(again.code, 0)
    assert.match(again.err, /^警告：通知-签章\.pdf 的签章有效，但签章人未受信任/)
  })

  it('has metadata that its schema takes', function () {
    needJudge(this, 'xmllint')
    const xml = unzipSync(box.bytes('通知-归档.zip'))['通知/data/元数据.xml'] as Uint8Array
    box.put('元数据.xml', xml)
    const { code, stderr } = judge('xmllint', ['--noout', '--schema', schema, join(box.path, '元数据.xml')])
    assert.equal(code, 0, stderr)
  })

  it('has metadata and an EEP that tell to which step the document was sent back', async function () {
    needJudge(this, 'xmllint')
    box.put('退.gw.md', SOUND)
    box.put('退-签章.pdf', box.bytes('通知-签章.pdf'))
    for (const step of ['拟稿', '审核']) await run('record', 'add', '退.gw.md', step, ...WHO)
    await run('record', 'add', '退.gw.md', '退回', '--to', '拟稿', ...WHO)
    await run('archive', '退.gw.md', '--force', '--eep')
    const xml = unzipSync(box.bytes('退-归档.zip'))['退/data/元数据.xml'] as Uint8Array
    assert.match(new TextDecoder().decode(xml), /<业务行为>退回<\/业务行为>\s*<行为步骤>拟稿<\/行为步骤>/)
    assert.match(box.text('退-归档.eep.xml'), /<业务行为>退回到拟稿<\/业务行为>/)
    const { code, stderr } = judge('xmllint', ['--noout', '--schema', schema, join(box.path, box.put('退.xml', xml))])
    assert.equal(code, 0, stderr)
  })

  it('is the same bytes for the same files, whenever it is made', async () => {
    const clock = { now: () => new Date('2026-11-24T04:00:00Z'), offset: () => 480 }
    const archive = (name: string) => ['archive', '通知.gw.md', '--trust', '章.pem', '-o', name]
    await run(...archive('一次.zip'))
    await box.run(archive('再来.zip'), { clock })
    assert.deepEqual(box.bytes('再来.zip'), box.bytes('一次.zip'))
  })

  it('unfolds by unzip into what sha256sum finds as the package lists it', async function () {
    needJudge(this, 'unzip')
    for (const locale of ['C', 'C.UTF-8']) {
      const folder = join(box.path, locale)
      const made = judge('env', [`LC_ALL=${locale}`, 'unzip', '-q', join(box.path, '通知-归档.zip'), '-d', folder])
      assert.equal(made.code, 0, made.stderr)
      for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
        const found = judge('env', ['-C', join(folder, '通知'), 'sha256sum', '-c', '--quiet', list])
        assert.equal(found.code, 0, found.stderr)
      }
    }
  })

  it('is held as a whole by its signature', async () => {
    const { out } = await box.run(['verify', '通知-归档.zip', '--trust', '章.pem'])
    assert.match(out, /\[通过\] 归档包的签名有效：签章有效，签章人受信任（“某某市人民政府（测试）”）。/)
    const files = unzipSync(box.bytes('通知-归档.zip'))
    const manifest = files['通知/tagmanifest-sha512.txt'] as Uint8Array
    const otherManifest = manifest.with(3, (manifest[3] as number) ^ 1)
    box.put('签名改动.zip', zipSync({ ...files, '通知/tagmanifest-sha512.txt': otherManifest }))
    assert.deepEqual(await failed('签名改动.zip'), ['归档包没有改动', '归档包的签名有效'])
  })

  it('does not pass where its signature was taken away, whatever its manifests say, and says so first', async () => {
    // Who takes the signature away may replace whatever no other signature holds, and write the manifests anew.
    const files = Object.entries(unzipSync(box.bytes('通知-归档.zip')))
    const bare = files.map(([path, bytes]) => ({ path: path.slice('通知/'.length), bytes }))
    const payload = bare
      .filter(({ path }) => path.startsWith('data/'))
      .map(({ path, bytes }) => ({ path: path.slice(5), bytes }))
    const forged = payload.map((file) =>
      file.path.startsWith('办文单/') ? { ...file, bytes: box.bytes('通知-签章.pdf') } : file,
    )
    const metadata = forged.findIndex(({ path }) => path === '元数据.xml')
    const told = forged[metadata] as (typeof forged)[number]
    const sizes = new TextDecoder()
      .decode(told.bytes)
      .replace(/(办文单\/通知\.pdf<\/计算机文件名>\s*<计算机文件大小>)\d+/, `$1${box.bytes('通知-签章.pdf').length}`)
    const anew = forged.with(metadata, { ...told, bytes: new TextEncoder().encode(sizes) })
    const info = [['Bagging-Date', '2026-11-23']] as const
    box.put('换过.zip', packZip('通知', await packBag(anew, info, nodeCrypto)))
    const { code, out, err } = await box.run(['verify', '换过.zip', '--trust', '章.pem', '--report', '换过.pdf'])
    assert.equal(code, 1, err)
    assert.match(
      out,
      /^换过\.zip：归档包没有签名，证明不了里面的文件没有换过。四性检测发现问题。自动核对通过\d+项、不符1项/,
    )
    assert.match(out, /\[不符\] 归档包的签名有效：归档包没有签名/)
    const json = JSON.parse((await box.run(['verify', '换过.zip', '--format', 'json'])).out) as object
    assert.deepEqual({ ...json, items: [] }, { schema: 1, valid: false, trusted: false, signed: false, items: [] })
    const plain = await box.run(['archive', '通知.gw.md', '--trust', '章.pem', '-o', '不签.zip'])
    assert.match(plain.err, /警告：归档包没有签名，.*hongtou verify 不会通过。请用 --p12/)
  })

  it('keeps the certificates and the revocation data that are given', async () => {
    box.put('吊销.crl', new Uint8Array([0x30, 0]))
    await run('archive', '通知.gw.md', '--chain', '章.pem', '--crl', '吊销.crl', '-o', '证.zip')
    const names = Object.keys(unzipSync(box.bytes('证.zip'))).filter((name) => name.startsWith('通知/data/证书/'))
    assert.deepEqual(names.map((name) => name.replace(/^.*\./, '')).sort(), ['cer', 'crl'])
  })

  it('writes the EEP of DA/T 48 that its schema takes, with the files in it as they are', async function () {
    needJudge(this, 'xmllint')
    await run('archive', '通知.gw.md', '--eep', '--p12', '章.p12', '-o', '封装.zip', ...WITH_PASSWORD)
    const eep = fileURLToPath(new URL('../../templates/schemas/电子文件封装包.xsd', import.meta.url))
    const { code, stderr } = judge('xmllint', ['--noout', '--schema', eep, join(box.path, '封装.eep.xml')])
    assert.equal(code, 0, stderr)
    const [, data = ''] =
      /编码数据ID="修改0-文档1-文档数据1-编码1-编码数据1">([^<]*)</.exec(box.text('封装.eep.xml')) ?? []
    assert.deepEqual(Buffer.from(data, 'base64'), Buffer.from(box.bytes('通知-签章.pdf')))
    const signed = await box.run(['verify', '封装.eep.xml.p7s', '--trust', '章.pem'])
    assert.equal(signed.code, 0, signed.out)
  })

  it('has a signature that openssl verifies, without us', async function () {
    needJudge(this, 'openssl')
    await run('archive', '通知.gw.md', '-o', '判.zip', '--p12', '章.p12', ...WITH_PASSWORD)
    const files = unzipSync(box.bytes('判.zip'))
    for (const name of ['signature.p7s', 'tagmanifest-sha512.txt']) box.put(name, files[`通知/${name}`] as Uint8Array)
    const at = (name: string) => join(box.path, name)
    const given = ['-inform', 'DER', '-in', at('signature.p7s'), '-content', at('tagmanifest-sha512.txt')]
    const how = ['-binary', '-purpose', 'any', '-CAfile', at('章.pem'), '-out', at('已验')]
    const { code, stderr } = judge('openssl', ['cms', '-verify', ...given, ...how])
    assert.equal(code, 0, stderr)
    box.put('tagmanifest-sha512.txt', new TextEncoder().encode('改'))
    assert.notEqual(judge('openssl', ['cms', '-verify', ...given, ...how]).code, 0)
  })

  it('reads no metadata that stand for something else, and says that this is why', async () => {
    const entity = (bytes: Uint8Array) =>
      new TextEncoder().encode(
        new TextDecoder()
          .decode(bytes)
          .replace('?>', '?>\n<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>')
          .replace('<标题>', '<标题>&b;'),
      )
    const { items } = await inspect(changed('通知/data/元数据.xml', entity))
    const evidence = (name: string) => items.find(({ item, passed }) => item === name && passed === false)?.evidence
    for (const name of ['元数据能读', '元数据与定稿相符'])
      assert.match(evidence(name) ?? '', /^元数据\.xml 里有 DOCTYPE 或者实体声明/)
    assert.match(evidence('XML 里没有实体声明') ?? '', /^“元数据\.xml”里有实体声明/)
    const broken = await inspect(changed('通知/data/元数据.xml', (bytes) => bytes.subarray(0, -2)))
    assert.equal(broken.items.find(({ item }) => item === '元数据能读')?.evidence, '元数据.xml 不是完整的 XML。')
  })

  it('tells what was changed in the package, and what follows from it', async () => {
    const flip = (bytes: Uint8Array) => bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] as number) ^ 1)
    assert.deepEqual(await failed(changed('通知/data/正本/通知.pdf', flip)), ['归档包没有改动', '正本的签章有效'])
    assert.deepEqual(await failed(changed('通知/data/过程/通知.gw.log', flip)), [
      '归档包没有改动',
      '办理记录没有改动',
      '办理记录符合流程',
      '元数据与文件相符',
      '过程信息完整',
    ])
    assert.deepEqual(await failed(changed('通知/bag-info.txt', flip)), ['归档包没有改动'])
  })

  it('accounts for every item of DA/T 70 at 归档, and judges those that a program can', async () => {
    const { items } = await inspect('通知-归档.zip')
    const named = items.flatMap(({ standard }) => standard?.split('、') ?? [])
    for (const item of ['固化信息有效性', '总件数相符性', '内容数据的可读性', '病毒感染'])
      assert.ok(named.includes(item), item)
    for (const { item, by, passed } of items) assert.equal(passed !== undefined, by === '自动', item)
  })

  it('writes the items as a report in PDF, the same whenever it is made', async () => {
    const report = (name: string) => run('verify', '通知-归档.zip', '--trust', '章.pem', '--report', name)
    assert.match(await report('报告.pdf'), /已生成检测报告 报告\.pdf。/)
    await report('报告二.pdf')
    assert.deepEqual(box.bytes('报告.pdf'), box.bytes('报告二.pdf'))
    const { code, err } = await box.run(['verify', '通知-签章.pdf', '--report', '无.pdf'])
    assert.deepEqual([code, err], [2, '错误：--report 只用于归档信息包（.zip），通知-签章.pdf 不是。\n'])
  })

  it('says in the report what pdftotext can read', async function () {
    needJudge(this, 'pdftotext')
    const { stdout } = judge('pdftotext', ['-raw', join(box.path, '报告.pdf'), '-'])
    const text = stdout.replace(/\s/g, '')
    const { items } = await inspect('通知-归档.zip')
    for (const { item } of items) assert.ok(text.includes(item.replace(/\s/g, '')), item)
  })

  it('compares the metadata with the 定稿, and the attachments with the log', async () => {
    const rewritten = (from: string, to: string) => (bytes: Uint8Array) => {
      const text = new TextDecoder().decode(bytes)
      assert.ok(text.includes(from), from)
      return new TextEncoder().encode(text.replace(from, to))
    }
    const metadata = '通知/data/元数据.xml'
    for (const [from, to, item] of [
      ['<标题>', '<标题>另', '元数据与定稿相符'],
      ['<文种>通知', '<文种>通稿', '值在规定的范围里'],
      ['<成文日期>', '<成文日期>9', '数据类型、格式合规'],
      ['<标题>', '<标题>\ue000', '没有特殊字符'],
      ['.gw.md</计算机文件名>', '.md</计算机文件名>', '元数据与文件相符'],
    ] as const) {
      const wrong = await failed(changed(metadata, rewritten(from, to)))
      assert.ok(wrong.includes(item), `${item}: ${wrong.join()}`)
    }
    const files = unzipSync(box.bytes('通知-归档.zip'))
    box.put('多附件.zip', zipSync({ ...files, '通知/data/附件/表.xlsx': new Uint8Array(3) }))
    assert.ok((await failed('多附件.zip')).includes('附件齐全'))
  })

  it('holds the 定稿 against 签发 and its number against 登记, whatever notes follow', async () => {
    const draft = '通知/data/定稿/通知.gw.md'
    const edited = (from: string, to: string) => new TextEncoder().encode(SOUND.replace(from, to))
    const renumbered = await failed(changed(draft, () => edited('12号', '13号')))
    assert.ok(renumbered.includes('发文字号是登记的那一个'), renumbered.join())

    // Anybody can put an unsigned note behind the log that tells the digest of another text.
    const entries = (await readLog(box.text('通知.gw.log'), nodeCrypto)).entries
    const text = edited('各司其职', '各负其责')
    const last = entries.at(-1)?.entry as LogEntry
    const document = await digestDocument(new TextDecoder().decode(text), nodeCrypto)
    const note = await link({ ...last, ...nextPlace(entries, last.time), action: '批注', document }, nodeCrypto)
    const files = unzipSync(box.bytes('通知-归档.zip'))
    const log = new TextEncoder().encode(writeLog([...entries, note]))
    box.put('换稿.zip', zipSync({ ...files, [draft]: text, '通知/data/过程/通知.gw.log': log }))
    assert.ok((await failed('换稿.zip')).includes('定稿是办理记录里的那一版'))
  })

  it('holds the flow in the package against the one that the log goes by', async () => {
    const laxer = (bytes: Uint8Array) =>
      new TextEncoder().encode(new TextDecoder().decode(bytes).replace('- 名称: 复核', '- 名称: 复核\n    可选: 是'))
    const { items } = await inspect(changed('通知/data/过程/流程.yaml', laxer))
    const { passed, evidence } = items.find(({ item }) => item === '办理记录符合流程') as Item
    assert.deepEqual([passed, evidence.split('。')[0]], [false, '流程“发文”在这份公文办理以后改动过'])
  })

  it('looks on the 正本 for title and number, and leaves to people what it cannot read', async () => {
    const final = '通知/data/正本/通知.pdf'
    box.put('另.gw.md', SOUND.replace('12号', '14号'))
    await run('build', '另.gw.md', '--p12', '章.p12', ...WITH_PASSWORD)
    const { items } = await inspect(changed(final, () => box.bytes('另-签章.pdf')))
    const found = items.find(({ item }) => item === '正本上印着标题和发文字号')
    assert.deepEqual([found?.passed, found?.evidence], [false, '正本里没有“某政发〔2026〕12号”。'])
    const unread = await inspect(changed(final, () => new TextEncoder().encode('%PDF-')))
    assert.equal(unread.items.find(({ item }) => item === '正本上印着标题和发文字号')?.by, '人工')
  })

  it('does not take a 合并, which names no attachments, for the last word about them', async () => {
    const entries = (await readLog(box.text('通知.gw.log'), nodeCrypto)).entries
    const last = entries.at(-1)?.entry as LogEntry
    const files = { name: '表.xlsx', sha256: sha256(new Uint8Array(3)) }
    let anew: readonly Linked[] = []
    for (const { entry } of entries)
      anew = [...anew, await link({ ...entry, attachments: [files], ...nextPlace(anew, entry.time) }, nodeCrypto)]
    const merging = await link({ ...last, ...nextPlace(anew, last.time), action: '合并' }, nodeCrypto)
    const log = new TextEncoder().encode(writeLog([...anew, merging]))
    const packed = unzipSync(box.bytes('通知-归档.zip'))
    const kept = { '通知/data/附件/表.xlsx': new Uint8Array(3), '通知/data/过程/通知.gw.log': log }
    box.put('附件.zip', zipSync({ ...packed, ...kept }))
    const wrong = await failed('附件.zip')
    assert.ok(!wrong.includes('附件齐全') && !wrong.includes('办理记录没有改动'), wrong.join())
  })

  it('refuses a document that is not finished, or that is not the one that was 签发', async () => {
    await run('record', 'add', '未办结.gw.md', '拟稿', ...WHO)
    const unfinished = await box.run(['archive', '未办结.gw.md'])
    assert.deepEqual(
      [unfinished.code, unfinished.err.split('。')[0]],
      [2, '错误：未办结.gw.md 还没有办结，下一步是“审核”'],
    )
    box.put('通知.gw.md', SOUND.replace('各司其职', '各负其责'))
    const { code, err } = await box.run(['archive', '通知.gw.md', '-o', '无.zip'])
    box.put('通知.gw.md', SOUND)
    assert.equal(code, 2)
    assert.match(err, /与“签发”时的定稿不同/)
    box.put('通知.gw.md', SOUND.replace('12号', '13号'))
    const renumbered = await box.run(['archive', '通知.gw.md', '-o', '无.zip'])
    box.put('通知.gw.md', SOUND)
    assert.match(renumbered.err, /的发文字号是某政发〔2026〕13号，登记的是某政发〔2026〕12号，不能归档/)
  })

  it('judges the signatures of the log, before packing and after', async () => {
    const secret = ['--p12', '章.p12', ...WITH_PASSWORD]
    box.put('签.gw.md', SOUND)
    const organ = ['--name', '王某', '--organ', '某某市人民政府', ...secret]
    for (const step of STEPS) await run('record', 'add', '签.gw.md', step, ...(step === '签发' ? organ : WHO))
    box.put('签-签章.pdf', box.bytes('通知-签章.pdf'))
    await run('archive', '签.gw.md', '--trust', '章.pem', ...secret)
    const { code, out } = await box.run(['verify', '签-归档.zip', '--trust', '章.pem'])
    assert.equal(code, 0, out)
    assert.match(out, /\[通过\] 办理记录的签名有效：1条签名有效（某某市人民政府（测试））。/)
    assert.match(out, /\[人工\] 没有签名的记录属实：有6条记录没有签名/)
    assert.match(
      out,
      /\[人工\] 签名人就是办理人：有1条的办理人与证书的持有人不同名，请核对是不是本人。第3行：办理人写的是“王某”，证书的持有人是“某某市人民政府（测试）”。/,
    )

    const forged = await withoutSignatures(box.text('签.gw.log'))
    const files = unzipSync(box.bytes('签-归档.zip'))
    const path = '签/data/过程/签.gw.log'
    assert.ok(files[path])
    box.put('签改动.zip', zipSync({ ...files, [path]: new TextEncoder().encode(forged) }))
    assert.ok((await failed('签改动.zip')).includes('办理记录的签名有效'))
    box.put('签.gw.log', forged)
    const refused = await box.run(['archive', '签.gw.md', '-o', '无.zip'])
    assert.deepEqual(
      [refused.code, refused.err],
      [
        2,
        '错误：签.gw.log 第3行：这一条的签名被去掉了。不能归档，请核对办理记录，查看全部问题。核对用 hongtou record verify。\n',
      ],
    )
  })

  it('packs no entry that somebody trusted signed under another name, and finds one that was packed', async () => {
    const secret = ['--p12', '章.p12', ...WITH_PASSWORD]
    box.put('冒.gw.md', SOUND)
    for (const step of STEPS) await run('record', 'add', '冒.gw.md', step, ...WHO, ...(step === '签发' ? secret : []))
    box.put('冒-签章.pdf', box.bytes('通知-签章.pdf'))
    const refused = await box.run(['archive', '冒.gw.md', '--trust', '章.pem'])
    assert.equal(refused.code, 2)
    assert.match(
      refused.err,
      /冒\.gw\.log 第3行：办理人写的是“王某”，证书的持有人是“某某市人民政府（测试）”：.*不能归档/,
    )
    await run('archive', '冒.gw.md', ...secret)
    assert.deepEqual(await failed('冒-归档.zip'), ['签名人就是办理人'])
  })

  it('packs no entry that the flow does not allow, and finds one that was put in', async () => {
    const bare = (await readLog(box.text('通知.gw.log'), nodeCrypto)).entries
    const last = bare.at(-1)?.entry as LogEntry
    const odd = await link({ ...last, seq: last.seq + 1, previous: [bare.at(-1)?.digest ?? ''] }, nodeCrypto)
    const log = writeLog([...bare, odd])
    box.put('多.gw.md', SOUND)
    box.put('多.gw.log', log)
    box.put('多-签章.pdf', box.bytes('通知-签章.pdf'))
    const { code, err } = await box.run(['archive', '多.gw.md', '--trust', '章.pem'])
    assert.deepEqual([code, err.split('：')[1]], [2, '多.gw.log 里有流程不允许的记录，不能归档'])
    const name = changed('通知/data/过程/通知.gw.log', () => new TextEncoder().encode(log))
    assert.ok((await failed(name)).includes('办理记录符合流程'))
  })

  it('packs what only a merge made late, and says so', async () => {
    const bare = (await readLog(box.text('通知.gw.log'), nodeCrypto)).entries
    const last = bare.at(-1)?.entry as LogEntry
    const twin = await link({ ...last, opinion: '也同意。' }, nodeCrypto)
    const forked = [...bare, twin]
    const merged = await link({ ...last, ...nextPlace(forked, last.time), action: '合并' }, nodeCrypto)
    box.put('合.gw.md', SOUND)
    box.put('合.gw.log', writeLog([...forked, merged]))
    box.put('合-签章.pdf', box.bytes('通知-签章.pdf'))
    const { code, err } = await box.run(
      ['archive', '合.gw.md', '--trust', '章.pem', '--p12', '章.p12', ...WITH_PASSWORD],
      PASSWORD,
    )
    assert.deepEqual([code, err.split('\n')[0]], [0, '警告：合.gw.log 里有1条在合并以后不算数，照样归档。'])
    assert.deepEqual(await failed('合-归档.zip'), [])
  })

  it('refuses a 正本 without a valid signature', async () => {
    await run('render', '通知.gw.md', '-o', '白版.pdf')
    const { code, err } = await box.run(['archive', '通知.gw.md', '--pdf', '白版.pdf', '-o', '无.zip'])
    assert.deepEqual(
      [code, err],
      [2, '错误：白版.pdf 的签章无效，不能归档。请验证签章，查看原因。验证用 hongtou verify。\n'],
    )
  })

  it('says of anything else that it is no package', async () => {
    box.put('坏.zip', box.bytes('通知-归档.zip').subarray(0, 5000))
    const { code, err } = await box.run(['verify', '坏.zip'])
    assert.equal(code, 2)
    assert.match(err, /^错误：坏\.zip：这不是完整的 ZIP 文件/)
  })
})
