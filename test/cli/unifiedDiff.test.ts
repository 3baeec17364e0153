import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { unifiedDiff } from '../../server/src/cli/unifiedDiff.ts'
import { withScratch } from '../support/scratch.ts'

/** The text after a patch, by reading the hunks as `patch` does. */
function applied(before: string, diff: string): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const result: string[] = []
  let at = 0
  const body = diff.split('\n').slice(2, -1)
  for (let index = 0; index < body.length; index++) {
    const line = body[index] as string
    const hunk = /^@@ -(\d+),(\d+)/.exec(line)
    const ending = body[index + 1]?.startsWith('\\') ? '' : '\n'
    if (hunk) {
      const start = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1)
      result.push(...lines.slice(at, start))
      at = start
    } else if (line.startsWith('\\')) continue
    else if (line.startsWith('+')) result.push(line.slice(1) + ending)
    else {
      assert.equal(line.slice(1) + ending, lines[at], 'context and removed lines are those of the text')
      if (line.startsWith(' ')) result.push(lines[at] as string)
      at++
    }
  }
  return [...result, ...lines.slice(at)].join('')
}

describe('unified diff', () => {
  it('is empty for equal texts', () => {
    assert.equal(unifiedDiff('甲.gw.md', '一\n二\n', '一\n二\n'), '')
  })

  it('shows a changed line with three lines around it', () => {
    const before = '一\n二\n三\n四\n五\n六\n七\n八\n'
    assert.equal(
      unifiedDiff('甲.gw.md', before, before.replace('五', '伍')),
      '--- a/甲.gw.md\n+++ b/甲.gw.md\n@@ -2,7 +2,7 @@\n 二\n 三\n 四\n-五\n+伍\n 六\n 七\n 八\n',
    )
  })

  it('leads from one text to the other, for any two texts', () => {
    const text = fc
      .array(fc.constantFrom('一\n', '二\n', '三\n', '\n', '四\n'), { maxLength: 25 })
      .map((lines) => lines.join(''))
    const end = fc.constantFrom('', '末行', '末行\n')
    fc.assert(
      fc.property(fc.tuple(text, end), fc.tuple(text, end), ([a, x], [b, y]) => {
        const before = a + x
        const after = b + y
        const diff = unifiedDiff('甲', before, after)
        assert.equal(diff === '' ? before : applied(before, diff), after)
      }),
    )
  })

  it('is read by git', function () {
    const before = '一\n二\n三\n\n四\n'
    const after = '零\n一\n三\n\n四\n五'
    withScratch((folder) => {
      writeFileSync(join(folder, 'a.txt'), before)
      const run = spawnSync('git', ['apply', '-'], { cwd: folder, input: unifiedDiff('a.txt', before, after) })
      if (run.error) return this.skip()
      assert.equal(run.stderr.toString(), '')
      assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), after)
    })
  })
})
