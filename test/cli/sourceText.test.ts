import assert from 'node:assert/strict'
import { decodeSource, encodeSource } from '../../server/src/cli/sourceText.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { formatMessage } from '../../server/src/text/message.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function refused(content: Uint8Array): { readonly code: string; readonly sentence: string } {
  try {
    decodeSource(content, '甲.gw.md')
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, sentence: formatMessage(error.sentence) }
    throw error
  }
  return assert.fail('not refused')
}

describe('reading source files', () => {
  it('keeps UTF-8 as it is', () => {
    assert.deepEqual(decodeSource(bytes('# 标题\r\n'), '甲.gw.md'), { text: '# 标题\r\n', mark: false })
  })

  it('takes a byte order mark off and puts it back when writing', () => {
    const stored = bytes('\uFEFF# 标题\n')
    const source = decodeSource(stored, '甲.gw.md')
    assert.deepEqual(source, { text: '# 标题\n', mark: true })
    assert.deepEqual(encodeSource(source), stored)
  })

  it('recognises GB 18030 and says where and how to convert', () => {
    // “标题⏎公文” in GB 18030, the second line only
    const { code, sentence } = refused(Uint8Array.from([...bytes('abc\n'), 0xb9, 0xab, 0xce, 0xc4]))
    assert.equal(code, 'not-utf8')
    assert.match(sentence, /甲\.gw\.md 第2行.*GB 18030.*UTF-8/)
  })

  it('says the line of a stray byte that is no GB 18030 either', () => {
    const { code, sentence } = refused(Uint8Array.from([...bytes('一\n二\n'), 0xff, 0xff]))
    assert.equal(code, 'not-utf8')
    assert.match(sentence, /第3行/)
  })

  it('refuses what has bytes that no text has', () => {
    const { code, sentence } = refused(bytes('# 标题\n\0\u0001'))
    assert.equal(code, 'not-text')
    assert.match(sentence, /甲\.gw\.md 不是文本文件/)
  })

  it('knows Word, PDF and UTF-16 files by their first bytes', () => {
    assert.match(refused(Uint8Array.from([0x50, 0x4b, 3, 4, 0])).sentence, /Word/)
    assert.match(refused(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])).sentence, /旧版 Word/)
    assert.match(refused(bytes('%PDF-1.7')).sentence, /PDF/)
    assert.match(refused(Uint8Array.from([0xff, 0xfe, 0x2d, 0])).sentence, /UTF-16/)
  })

  it('refuses a file without any text', () => {
    assert.equal(refused(bytes('')).code, 'empty-file')
    assert.equal(refused(bytes(' \n　\n')).code, 'empty-file')
  })
})
