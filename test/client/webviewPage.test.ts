import assert from 'node:assert/strict'
import { previewBody } from '../../client/src/preview/page.ts'
import { webviewPage } from '../../client/src/webviewPage.ts'

const page = webviewPage({
  script: 'vscode-resource:/preview.js',
  style: 'vscode-resource:/preview.css',
  nonce: 'word',
  language: 'zh-cn',
  body: previewBody((text) => text),
  data: { texts: { title: '“<script>” & "引号"' } },
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

  it('gives its script data without letting them become page', () => {
    assert.match(page, /data-texts="\{&quot;title&quot;:&quot;“&lt;script>” &amp; \\&quot;引号\\&quot;&quot;\}"/)
  })

  it('names every tool for a screen reader', () => {
    for (const [tool] of page.matchAll(/<button[^>]*>[^<]*/g)) assert.match(tool, /title="[^"]+"/)
    assert.match(page, /role="toolbar" aria-label/)
  })
})
