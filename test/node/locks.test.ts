import assert from 'node:assert/strict'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeLocks } from '../../server/src/node/locks.ts'
import { FileError } from '../../server/src/ports/files.ts'
import { sandbox } from '../cli/runCli.ts'

describe('locks of files', () => {
  it('says which folder is not there, as writing would', async () => {
    const box = sandbox()
    const file = pathToFileURL(join(box.path, '没有/通知.gw.log')).href
    const held = nodeLocks.hold(file, async () => assert.fail('holds nothing'))
    await assert.rejects(held, (error) => error instanceof FileError && error.code === 'no-folder')
    box.remove()
  })
})
