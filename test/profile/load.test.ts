import assert from 'node:assert/strict'
import fc from 'fast-check'
import { FileError, type Files } from '../../server/src/ports/files.ts'
import { loadProfile } from '../../server/src/profile/load.ts'
import { parseProfile } from '../../server/src/profile/parse.ts'
import { formatMessage } from '../../server/src/text/message.ts'

/** Files in memory, by address. */
function filesOf(contents: Readonly<Record<string, string>>): Files {
  return {
    async read(uri) {
      const text = contents[decodeURI(uri)]
      if (text === undefined) throw new FileError('missing', uri)
      return new TextEncoder().encode(text)
    },
    write: (uri) => Promise.reject(new FileError('denied', uri)),
    list: (uri) => Promise.reject(new FileError('missing', uri)),
  }
}

async function sentences(
  contents: Readonly<Record<string, string>>,
  folder = 'file:///办公室',
): Promise<readonly string[]> {
  return (await loadProfile(filesOf(contents), folder)).problems.map(({ message }) => formatMessage(message))
}

const FULL = `机关:
  - 名称: 某某市教育局
    简称: 市教育局
    代字: 某教
    上级: 某某市人民政府
    级别: 市
    印章直径: 42
  - 某某市财政局
默认:
  发文机关: 某某市教育局
  抄送: [省教育厅。, 市政府办公室。]
规则:
  title-guanyu-guanyu: 关闭
  docnum-brackets: error
  慎用语: 提醒
  标点: 提示
版式:
  行距: 10.2毫米
  双面: 是
字体:
  仿宋: [仿宋_GB2312, 仿宋]
`

describe('profile', () => {
  it('tells of what is written twice, also where thousands of keys are', async () => {
    const keys = Array.from({ length: 30_000 }, (_, nth) => `  k${nth}: 1\n`).join('')
    const found = await sentences({ 'file:///办公室/红头.yaml': `默认:\n  密级: 秘密\n  密级: 机密\n规则:\n${keys}` })
    assert.ok(found.includes('红头.yaml第3行：这一项前面已经写过，请并成一项。'))
  })

  it('is read with Chinese keys', async () => {
    const profile = await loadProfile(filesOf({ 'file:///办公室/红头.yaml': FULL }), 'file:///办公室/发文')
    assert.deepEqual(profile.organs, [
      {
        name: '某某市教育局',
        short: '市教育局',
        code: '某教',
        parent: '某某市人民政府',
        level: '市',
        sealDiameter: 42,
      },
      { name: '某某市财政局' },
    ])
    assert.deepEqual(profile.defaults, { 发文机关: '某某市教育局', 抄送: ['省教育厅。', '市政府办公室。'] })
    assert.deepEqual(profile.rules, {
      'title-guanyu-guanyu': 'off',
      'docnum-brackets': 'error',
      慎用语: 'info',
      标点: 'hint',
    })
    assert.deepEqual(profile.layout, { linePitch: 10.2, duplex: true })
    assert.deepEqual(profile.fonts, { 仿宋: ['仿宋_GB2312', '仿宋'] })
    assert.deepEqual(profile.problems, [])
  })

  it('is the nearest one upwards, the visible name first', async () => {
    const contents = {
      'file:///甲/红头.yaml': '默认: {发文机关: 远}',
      'file:///甲/乙/.hongtou.yaml': '默认: {发文机关: 近}',
    }
    assert.equal((await loadProfile(filesOf(contents), 'file:///甲/乙/丙/')).defaults.发文机关, '近')
    assert.equal((await loadProfile(filesOf(contents), 'file:///甲/丁')).defaults.发文机关, '远')
    assert.equal((await loadProfile(filesOf(contents), 'file:///戊')).key, '')
    assert.equal(
      (await loadProfile(filesOf({ '/甲/红头.yaml': '默认: {发文机关: 路径}' }), '/甲/乙')).defaults.发文机关,
      '路径',
    )
  })

  it('inherits by files, the nearer file having the last word', async () => {
    const profile = await loadProfile(
      filesOf({
        'file:///甲/乙/红头.yaml': '继承: ../公用.yaml\n默认: {发文机关: 近}\n机关: [{名称: 某局, 代字: 某}]',
        'file:///甲/公用.yaml': '默认: {发文机关: 远, 印发机关: 远办}\n机关: [{名称: 某局, 级别: 市}]',
      }),
      'file:///甲/乙',
    )
    assert.deepEqual(profile.defaults, { 发文机关: '近', 印发机关: '远办' })
    assert.deepEqual(profile.organs, [{ name: '某局', level: '市', code: '某' }])
    assert.equal(profile.sources.length, 2)
  })

  it('never goes in circles nor to other machines', async () => {
    const loop = { 'file:///办公室/红头.yaml': '继承: 乙.yaml', 'file:///办公室/乙.yaml': '继承: 红头.yaml' }
    assert.match((await sentences(loop))[0] ?? '', /^乙\.yaml第1行：继承的“红头\.yaml”绕了回来/)
    for (const path of [
      'http://a/b.yaml',
      '//server/b.yaml',
      '\\\\server\\b.yaml',
      'file:///etc/b.yaml',
      '/etc/b.yaml',
      'C:\\b.yaml',
    ]) {
      assert.match((await sentences({ 'file:///办公室/红头.yaml': `继承: '${path}'` }))[0] ?? '', /不是本机文件/, path)
    }
  })

  it('says file and line of what is wrong, and uses the rest', async () => {
    const text =
      '默认:\n  发文单位: 甲\n  格式: 公函\n  印发机关: 乙\n规则:\n  a: 严重\n字体:\n  隶书: 甲\n签名程序: rm\n版式:\n  行距: 远\n'
    const contents = { 'file:///办公室/红头.yaml': text }
    assert.deepEqual(
      (await sentences(contents)).map((sentence) => /^红头\.yaml第(\d+)行/.exec(sentence)?.[1]),
      ['2', '3', '6', '8', '9', '11'],
    )
    assert.deepEqual((await loadProfile(filesOf(contents), 'file:///办公室')).defaults, { 印发机关: '乙' })
  })

  it('keeps names that every object inherits apart from what objects inherit', async () => {
    const text =
      '__proto__: 1\nconstructor: 2\n规则:\n  __proto__: 关闭\n  constructor: 错误\n  a: {级别: 提示, __proto__: 3}\n' +
      '默认:\n  __proto__: 甲\n版式:\n  __proto__: 9\n  toString: 是\n机关:\n  - 名称: __proto__\n    constructor: 乙\n字体:\n  __proto__: 甲\n'
    const profile = await loadProfile(filesOf({ 'file:///办公室/红头.yaml': text }), 'file:///办公室')
    assert.deepEqual(Object.entries(profile.rules), [
      ['__proto__', 'off'],
      ['constructor', 'error'],
      ['a', 'hint'],
    ])
    assert.deepEqual(profile.organs, [{ name: '__proto__' }])
    assert.deepEqual([profile.layout, profile.defaults, profile.fonts], [{}, {}, {}])
    assert.deepEqual(
      profile.problems.map(({ message }) => formatMessage(message)),
      [
        '红头.yaml第1行：没有“__proto__”这一项，可用的有：继承、机关、默认、规则、版式、字体。',
        '红头.yaml第2行：没有“constructor”这一项，可用的有：继承、机关、默认、规则、版式、字体。',
        '红头.yaml第8行：没有“__proto__”这一项。',
        '红头.yaml第10行：版式没有“__proto__”这一项，可用的有：行距、双面。',
        '红头.yaml第11行：版式没有“toString”这一项，可用的有：行距、双面。',
        '红头.yaml第14行：机关没有“constructor”这一项，可用的有：名称、简称、代字、上级、级别、类别、印章直径。',
        '红头.yaml第16行：没有“__proto__”这一类字体，可用的有：小标宋、仿宋、楷体、黑体、宋体、西文。',
      ],
    )
  })

  it('reports every value of the wrong kind, with its line', async () => {
    for (const [text, expected] of [
      ['继承: {a: b}', '第1行：“继承”应当是文字。'],
      ['机关: 甲', '第1行：“机关”下面应当是用“-”开头的列表。'],
      ['机关:\n  - 甲\n  - [乙]', '第3行：每个机关应当是一个名称，或者“名称: 值”这样的几项。'],
      ['机关:\n  -\n', '第2行：每个机关应当是一个名称，或者“名称: 值”这样的几项。'],
      ['机关:\n  - 简称: 甲', '第2行：这个机关没有名称。'],
      ['规则: 关闭', '第1行：“规则”下面应当是“项目: 值”。'],
      ['规则:\n  ? [a]\n  : 关闭', '第2行：项目名应当是文字。'],
      ['规则:\n\ta: 关闭', '第2行：缩进要用空格，不能用制表符。'],
      ['版式: 是\n版式: 否', '第2行：这一项前面已经写过，请并成一项。'],
      ['规则：\n  a：关闭', '第1行：应当由“项目: 值”组成，冒号用半角，后面空一格。'],
    ]) {
      const said = await sentences({ 'file:///办公室/红头.yaml': text as string })
      assert.ok(said.includes(`红头.yaml${expected}`), `${text} → ${said.join('')}`)
    }
  })

  it('says which of several files of one name is wrong', async () => {
    const contents = {
      'file:///甲/乙/红头.yaml': '继承: ../红头.yaml',
      'file:///甲/红头.yaml': '规章: 甲\n继承: 无.yaml',
    }
    assert.deepEqual(await sentences(contents, 'file:///甲/乙'), [
      '../红头.yaml第1行：没有“规章”这一项，可用的有：继承、机关、默认、规则、版式、字体。',
      '../红头.yaml第2行：继承的“无.yaml”不存在。',
    ])
  })

  it('takes a file that several inherit once, and nothing that is no profile', async () => {
    const contents = {
      'file:///甲/红头.yaml': '继承: [公用.yaml, 乙.yaml, 公用.yaml, ../etc/passwd]',
      'file:///甲/乙.yaml': '继承: 公用.yaml\n默认: {印发机关: 乙办}',
      'file:///甲/公用.yaml': '默认: {印发机关: 办公室}',
      'file:///etc/passwd': 'root: x',
    }
    const profile = await loadProfile(filesOf(contents), 'file:///甲')
    assert.equal(profile.defaults.印发机关, '乙办')
    assert.equal(profile.sources.length, 3)
    assert.deepEqual(
      profile.problems.map(({ message }) => formatMessage(message)),
      ['红头.yaml第1行：继承的“../etc/passwd”不是配置文件，文件名应当以“.yaml”结尾。'],
    )
  })

  it('says why a file cannot be read', async () => {
    const refusing = (code: 'too-large' | 'busy'): Files => ({
      ...filesOf({}),
      read: (uri) => Promise.reject(new FileError(code, uri)),
    })
    const said = async (files: Files) =>
      (await loadProfile(files, 'file:///甲')).problems.map(({ message }) => formatMessage(message))
    assert.deepEqual(await said(refusing('too-large')), ['红头.yaml第1行：配置文件超过1MB，按没有配置处理。'])
    assert.deepEqual(await said(refusing('busy')), ['红头.yaml第1行：配置文件读不出来，按没有配置处理。'])
    const gbk: Files = { ...filesOf({}), read: async () => new Uint8Array([0xb9, 0xe6, 0xd4, 0xf2]) }
    assert.deepEqual(await said(gbk), ['红头.yaml第1行：配置文件不是UTF-8编码，按没有配置处理，请另存为UTF-8。'])
  })

  it('that cannot be read is reported, not fatal', async () => {
    const files: Files = { ...filesOf({}), read: (uri) => Promise.reject(new FileError('denied', uri)) }
    const profile = await loadProfile(files, 'file:///办公室')
    assert.equal(profile.problems.length, 1)
  })

  it('never throws, whatever its text', () => {
    const noise = fc
      .array(
        fc.constantFrom(
          '默认:',
          '机关:',
          '  - 名称: 甲',
          '规则: *a',
          '&a',
          '? b',
          '继承: [',
          ': :',
          '\t甲: 乙',
          '甲',
          '- 乙',
          '{',
          '"',
        ),
        { maxLength: 8 },
      )
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(fc.oneof(noise, fc.string()), (text) => {
        const { problems } = parseProfile(text, 'file:///红头.yaml')
        for (const { span } of problems) assert.ok(span.start >= 0 && span.end >= span.start)
      }),
    )
  })
})
