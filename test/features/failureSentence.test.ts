import assert from 'node:assert/strict'
import { failureSentence } from '../../server/src/features/failureSentence.ts'
import { FileError } from '../../server/src/ports/files.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { formatMessage, message } from '../../server/src/text/message.ts'

describe('a failure as a sentence', () => {
  it('names the file as people know it and what to do', () => {
    const sentence = failureSentence(new FileError('full', 'file:///%E5%85%AC%E6%96%87/%E9%80%9A%E7%9F%A5.pdf'))
    assert.equal(
      sentence && formatMessage(sentence),
      '写不进 /公文/通知.pdf：磁盘已满。原来的文件没有改动，请腾出空间后重试。',
    )
  })

  it('names the folder when that is what is missing', () => {
    const sentence = failureSentence(new FileError('no-folder', 'file:///nonexist'))
    assert.equal(sentence && formatMessage(sentence), '没有文件夹 /nonexist。请先新建它，或者换一个位置。')
  })

  it('says what the room that failed says', () => {
    assert.deepEqual(failureSentence(new Failure('p12-password', message('密码不对。'))), message('密码不对。'))
  })

  it('has none for a fault of the program', () => {
    assert.equal(failureSentence(new TypeError('x is undefined')), undefined)
  })
})
