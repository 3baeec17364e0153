import assert from 'node:assert/strict'
import { FIRST_LOOK } from '../../client/src/preview/messages.ts'
import { previewPage } from '../../client/src/preview/page.ts'

const page = previewPage({
  script: 'vscode-resource:/preview.js',
  style: 'vscode-resource:/preview.css',
  nonce: 'word',
  language: 'zh-cn',
  look: FIRST_LOOK,
  t: (text) => text,
})
const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? ''

describe('preview page', () => {
  it('lets run and style it only what carries its word', () => {
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      'img-src data:',
      "style-src 'nonce-word'",
      "script-src 'nonce-word'",
    ])
    assert.doesNotMatch(policy, /unsafe|\*|https?:/)
  })

  it('has no script or style of its own in the page', () => {
    assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|javascript:/i)
    for (const [tag] of page.matchAll(/<(?:script|link)[^>]*>/g)) assert.match(tag, /nonce="word"/)
    assert.match(page, /<script [^>]*><\/script>/)
  })
})
