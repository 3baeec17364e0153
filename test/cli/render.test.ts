import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { judge, needJudge } from '../support/judges.ts'
import { type Sandbox, SOUND, sandbox } from './runCli.ts'

describe('hongtou render', () => {
  let box: Sandbox
  beforeEach(() => {
    box = sandbox()
  })
  afterEach(() => box.remove())

  it('writes the PDF beside its source and says so', async () => {
    box.put('通知.gw.md', SOUND)
    const { code, out, err } = await box.run(['render', '通知.gw.md'])
    assert.equal(code, 0, err)
    assert.equal(out, '')
    assert.match(err, /已生成 通知\.pdf，共 \d+ 页。/)
    assert.equal(new TextDecoder().decode(box.bytes('通知.pdf').subarray(0, 5)), '%PDF-')
  })

  it('prints a draft with its errors, and says so in one line', async () => {
    box.put('通知.gw.md', SOUND.replace('〔2026〕12号', '[2026]第12号'))
    const { code, out, err } = await box.run(['render', '通知.gw.md'])
    assert.deepEqual([code, out], [0, ''])
    const said = /^有 (\d+) 处错误没有改，用 hongtou lint 通知\.gw\.md 查看。$/m.exec(err)?.[1]
    const { summary } = JSON.parse((await box.run(['lint', '通知.gw.md', '--format', 'json'])).out)
    assert.equal(Number(said), summary.errors)
    box.put('通知.gw.md', SOUND)
    assert.doesNotMatch((await box.run(['render', '通知.gw.md'])).err, /错误/)
  })

  it('prints a run of copies, each with its own 份号', async function () {
    needJudge(this, 'pdftotext')
    box.put('通知.gw.md', SOUND.replace('---\n', '---\n密级: 机密★1年\n'))
    const { code, err } = await box.run(['render', '通知.gw.md', '--份数', '2'])
    assert.equal(code, 0, err)
    assert.match(err, /已生成 2 份：通知-000001\.pdf 至 通知-000002\.pdf。/)
    for (const number of ['000001', '000002']) {
      assert.match(judge('pdftotext', ['-raw', `${box.path}/通知-${number}.pdf`, '-']).stdout, new RegExp(number))
    }
    assert.equal((await box.run(['render', '通知.gw.md', '--份数', '0'])).code, 2)
  })

  it('prints what was written', async function () {
    needJudge(this, 'pdftotext')
    box.put('通知.gw.md', SOUND)
    await box.run(['render', '通知.gw.md', '-o', '成品.pdf'])
    const { stdout } = judge('pdftotext', ['-raw', `${box.path}/成品.pdf`, '-'])
    assert.match(stdout, /某政发〔2026〕12号/)
    assert.match(stdout.replace(/\s/g, ''), /确保群众温暖过冬。/)
  })

  it('mirrors back sides and puts 版记 on one with --双面, and leaves the red head out with --套打', async function () {
    needJudge(this, 'pdftotext')
    box.put('通知.gw.md', SOUND)
    const printed = async (...options: readonly string[]) => {
      const { code, err } = await box.run(['render', '通知.gw.md', '-o', '成品.pdf', '--force', ...options])
      assert.equal(code, 0, err)
      return judge('pdftotext', ['-raw', `${box.path}/成品.pdf`, '-']).stdout
    }
    const [plain, duplex, preprinted] = [await printed(), await printed('--双面'), await printed('--套打')]
    assert.match(plain, /某某市人民政府文件/)
    assert.equal((duplex.match(/\f/g) ?? []).length % 2, 0)
    assert.doesNotMatch(preprinted, /某某市人民政府文件/)
    assert.match(preprinted, /某政发〔2026〕12号/)
  })

  it('writes attachments that are sent by themselves beside the PDF, with the 发文字号 (GB/T 9704—2012 7.3.7)', async function () {
    needJudge(this, 'pdftotext')
    box.put('清单.gw.md', '# 任务清单\n\n甲。\n')
    box.put('通知.gw.md', `${SOUND}\n::附件[任务清单]{另附 文件=清单.gw.md}\n`)
    const { code, err } = await box.run(['render', '通知.gw.md'])
    assert.equal(code, 0, err)
    assert.match(err, /另附的附件：通知-附件\.pdf。/)
    const [first] = judge('pdftotext', ['-raw', `${box.path}/通知-附件.pdf`, '-']).stdout.split('\n')
    assert.equal(first, '某政发〔2026〕12号附件')
  })

  it('gives the same bytes for the same source and SOURCE_DATE_EPOCH', async () => {
    box.put('通知.gw.md', SOUND)
    const environment = { SOURCE_DATE_EPOCH: '1790000000' }
    await box.run(['render', '通知.gw.md', '-o', '1.pdf'], { environment })
    await box.run(['render', '通知.gw.md', '-o', '2.pdf'], { environment })
    assert.deepEqual(box.bytes('1.pdf'), box.bytes('2.pdf'))
  })

  it('reads standard input, and then needs to be told where to write', async () => {
    assert.equal((await box.run(['render', '-'], { input: SOUND })).code, 2)
    assert.equal((await box.run(['render', '-', '-o', '成品.pdf'], { input: SOUND })).code, 0)
  })

  it('never writes over a file that is no PDF, not even with --force', async () => {
    box.put('通知.gw.md', SOUND)
    box.put('表格.pdf', '不是 PDF')
    const { code, err } = await box.run(['render', '通知.gw.md', '-o', '表格.pdf', '--force'])
    assert.equal(code, 2)
    assert.match(err, /表格\.pdf 已经存在，而且不是 PDF，没有覆盖/)
    assert.equal(box.text('表格.pdf'), '不是 PDF')
  })

  it('writes over its own earlier PDF, but over a signed one only with --force', async () => {
    box.put('通知.gw.md', SOUND)
    await box.run(['render', '通知.gw.md'])
    assert.equal((await box.run(['render', '通知.gw.md'])).code, 0)
    const environment = { P: 'test' }
    await box.run(['cert', 'new', '--name', '某某市人民政府', '-o', '章.p12', '--password-env', 'P'], { environment })
    const signed = await box.run(['sign', '通知.pdf', '--p12', '章.p12', '--password-env', 'P', '-o', '通知.pdf'], {
      environment,
    })
    assert.equal(signed.code, 0, signed.err)
    const refused = await box.run(['render', '通知.gw.md'])
    assert.equal(refused.code, 2)
    assert.match(refused.err, /已经签章.*--force/)
    assert.equal((await box.run(['render', '通知.gw.md', '--force'])).code, 0)
  })

  it('makes PDF only, for now', async () => {
    box.put('通知.gw.md', SOUND)
    const { code, err } = await box.run(['render', '通知.gw.md', '-o', '通知.ofd'])
    assert.equal(code, 2)
    assert.match(err, /目前只能生成 PDF/)
    assert.deepEqual(readdirSync(box.path), ['通知.gw.md'])
  })

  it('attaches the source on request, but never that of a document with 密级', async () => {
    box.put('通知.gw.md', SOUND)
    box.put('密件.gw.md', SOUND.replace('---\n', '---\n密级: 秘密★1年\n'))
    assert.equal((await box.run(['render', '通知.gw.md', '--attach-source'])).code, 0)
    const { code, err } = await box.run(['render', '密件.gw.md', '--attach-source'])
    assert.equal(code, 2)
    assert.match(err, /^错误：密件\.gw\.md：有密级的公文不能把源文件附在 PDF 里/m)
    assert.deepEqual(
      readdirSync(box.path).filter((name) => name.startsWith('密件')),
      ['密件.gw.md'],
    )
  })
})
