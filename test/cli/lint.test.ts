import assert from 'node:assert/strict'
import { type Sandbox, SOUND, sandbox } from './runCli.ts'

/** Two faults: half-width brackets in the number, which has a safe fix, and a missing recipient, which has none. */
const FAULTY = SOUND.replace('〔2026〕', '[2026]')

describe('hongtou lint', () => {
  let box: Sandbox
  beforeEach(() => {
    box = sandbox()
  })
  afterEach(() => box.remove())

  const findingsOf = (out: string): { file: string; rule: string; severity: string }[] => JSON.parse(out).findings

  it('ends with 0 and says so when there is nothing to find fault with', async () => {
    box.put('通知.gw.md', SOUND)
    const { code, out, err } = await box.run(['lint', '通知.gw.md'])
    assert.equal(code, 0, out)
    assert.equal(out, '')
    assert.equal(err, '检查了 1 个文件，没有发现问题。\n')
  })

  it('ends with 1 at an error and shows place, sentence and source', async () => {
    box.put('通知.gw.md', FAULTY)
    const { code, out } = await box.run(['lint', '通知.gw.md'])
    assert.equal(code, 1)
    assert.match(out, /^通知\.gw\.md:3:\d+ 错误 .*〔〕.*［docnum-\S+，规定，/m)
    assert.match(out, /^ {4}发文字号: 某政发\[2026\]12号\n {4} +~+$/m)
  })

  it('prints one JSON document and nothing else', async () => {
    box.put('通知.gw.md', FAULTY)
    const { code, out, err } = await box.run(['lint', '通知.gw.md', '--format', 'json'])
    assert.equal(code, 1)
    assert.equal(err, '')
    const report = JSON.parse(out)
    assert.equal(report.schema, 1)
    assert.ok(report.summary.errors >= 1)
    assert.match(report.findings[0].clause, /GB\/T 9704|条例/)
  })

  it('takes every clause and rule of SARIF from the registry', async () => {
    box.put('通知.gw.md', FAULTY)
    const [run] = JSON.parse((await box.run(['lint', '通知.gw.md', '--format', 'sarif'])).out).runs
    assert.ok(run.tool.driver.rules.length >= 30)
    for (const result of run.results) assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId)
  })

  it('writes safe fixes into the file and keeps its byte order mark and line ends', async () => {
    box.put('通知.gw.md', `\uFEFF${FAULTY.replaceAll('\n', '\r\n')}`)
    const { code, err } = await box.run(['lint', '通知.gw.md', '--fix'])
    assert.equal(code, 0, err)
    assert.match(err, /改正了 1 处/)
    assert.equal(box.text('通知.gw.md'), `\uFEFF${SOUND.replaceAll('\n', '\r\n')}`)
  })

  it('shows with --dry-run what --fix would do, and does not do it', async () => {
    box.put('通知.gw.md', FAULTY)
    const { code, out } = await box.run(['lint', '通知.gw.md', '--dry-run'])
    assert.equal(code, 1)
    assert.match(out, /^--- a\/通知\.gw\.md\n\+\+\+ b\/通知\.gw\.md\n@@/)
    assert.match(out, /^-发文字号: 某政发\[2026\]12号\n\+发文字号: 某政发〔2026〕12号$/m)
    assert.equal(box.text('通知.gw.md'), FAULTY)
  })

  it('counts findings, and means by fixable what --fix then mends', async () => {
    // Fixes of one line, one inside another's brackets, one after another, and many of one kind that are folded.
    const many = '请核实,请填报。'.repeat(25)
    const text = FAULTY.replace('12号', '第012号')
      .replace('供热能力，', '供热能力(含,乡镇),')
      .concat(`\n${many}\n\n四、另起\n`)
    box.put('通知.gw.md', text)
    const summaryOf = async (...more: string[]) => {
      const report = JSON.parse((await box.run(['lint', '通知.gw.md', '--format', 'json', ...more])).out)
      const { errors, warnings, infos, hints } = report.summary
      assert.equal(errors + warnings + infos + hints, report.findings.length)
      return { ...report.summary, found: report.findings.length }
    }
    const before = await summaryOf()
    assert.match(
      (await box.run(['lint', '通知.gw.md', '--dry-run'])).err,
      new RegExp(`，${before.fixable} 处可用 --fix`),
    )
    const after = await summaryOf('--fix')
    assert.ok(after.found > 0 && after.fixed > 2)
    assert.deepEqual([after.fixed, after.fixable], [before.fixable, 0])
    assert.equal(after.fixed, before.found - after.found)
  })

  it('says after --fix how many were mended and what is left', async () => {
    box.put('通知.gw.md', FAULTY.replace('二、落实', '三、落实'))
    const { err } = await box.run(['lint', '通知.gw.md', '--fix'])
    assert.match(err, /^检查了 1 个文件，改正了 \d+ 处，(?:还有 \d+ 处|没有遗留问题)/)
  })

  it('reads standard input and writes the fixed text to standard output', async () => {
    const { code, out, err } = await box.run(['lint', '-', '--fix'], { input: FAULTY })
    assert.equal(code, 0)
    assert.equal(out, SOUND)
    assert.match(err, /改正了 1 处/)
  })

  it('never mixes a text with a machine’s report', async () => {
    assert.equal((await box.run(['lint', '-', '--fix', '--format', 'json'], { input: FAULTY })).code, 2)
    assert.equal((await box.run(['lint', '-', '--dry-run', '--format', 'sarif'], { input: FAULTY })).code, 2)
  })

  it('walks folders and globs, but not hidden folders and node_modules', async () => {
    for (const name of [
      '甲.gw.md',
      '发文/乙.gw.md',
      '发文/2026/丙.gw.md',
      '.git/丁.gw.md',
      'node_modules/戊.gw.md',
      '己.md',
    ]) {
      box.put(name, FAULTY)
    }
    const files = async (...args: string[]): Promise<string[]> => {
      const { out } = await box.run(['lint', ...args, '--format', 'json'])
      return [...new Set(findingsOf(out).map(({ file }) => file))].sort()
    }
    assert.deepEqual(await files('.'), ['发文/2026/丙.gw.md', '发文/乙.gw.md', '甲.gw.md'].sort())
    assert.deepEqual(await files('发文/*.gw.md'), ['发文/乙.gw.md'])
    assert.deepEqual(await files('**/*.gw.md'), ['发文/2026/丙.gw.md', '发文/乙.gw.md', '甲.gw.md'].sort())
    assert.deepEqual(await files('甲.gw.md', '.', './甲.gw.md'), await files('.'))
  })

  it('takes any text file that is named', async () => {
    box.put('旧稿.txt', FAULTY)
    assert.equal((await box.run(['lint', '旧稿.txt'])).code, 1)
  })

  it('lets --max-severity say what is tolerated', async () => {
    box.put('通知.gw.md', FAULTY)
    assert.equal((await box.run(['lint', '通知.gw.md', '--max-severity', 'error'])).code, 0)
    assert.equal((await box.run(['lint', '通知.gw.md', '--max-severity', 'none'])).code, 1)
  })

  it('asks for number and date at issue, and only then', async () => {
    box.put('通知.gw.md', SOUND.replace('发文字号: 某政发〔2026〕12号\n', ''))
    assert.equal((await box.run(['lint', '通知.gw.md'])).code, 0)
    assert.equal((await box.run(['lint', '通知.gw.md', '--stage', 'issue'])).code, 1)
  })

  it('does not report what is ignored with a reason, but counts it', async () => {
    box.put('通知.gw.md', FAULTY)
    const found = findingsOf((await box.run(['lint', '通知.gw.md', '--format', 'json'])).out)
    const comments = found.map(({ rule }) => `\n<!-- 红头：全文忽略 ${rule} 沿用来文写法 -->\n`)
    box.put('通知.gw.md', FAULTY + comments.join(''))
    const { code, out, err } = await box.run(['lint', '通知.gw.md'])
    assert.equal(code, 0, out)
    assert.match(err, /忽略 1 处/)
  })

  it('says once what is wrong with the office’s settings', async () => {
    box.put('红头.yaml', '没有这个键: 1\n')
    box.put('甲.gw.md', SOUND)
    box.put('乙.gw.md', SOUND)
    const { code, err } = await box.run(['lint', '.'])
    assert.equal(code, 0)
    assert.equal(err.match(/警告：红头\.yaml第1行：/g)?.length, 1, err)
  })
})
