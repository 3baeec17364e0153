import assert from 'node:assert/strict'
import { compareBody } from '../../client/src/compare/page.ts'
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
    assert.match(page, /data-texts="\{&quot;title&quot;:&quot;“&lt;script&gt;” &amp; \\&quot;引号\\&quot;&quot;\}"/)
  })

  it('names every tool for a screen reader', () => {
    for (const [tool] of page.matchAll(/<button[^>]*>[^<]*/g)) assert.match(tool, /title="[^"]+"/)
    assert.match(page, /role="toolbar" aria-label/)
  })
})

describe('花脸 page', () => {
  const lines = [
    [
      { kind: 'kept', text: '供' },
      { kind: 'struck', text: '<b>' },
      { kind: 'written', text: '水' },
    ],
  ] as const

  it('strikes out and writes in, and lets no text become page', () => {
    assert.match(
      compareBody(lines, '甲 & 乙', (text) => text),
      /<h1>甲 &amp; 乙<\/h1>[\s\S]*<p>供<del>&lt;b&gt;<\/del><ins>水<\/ins><\/p>/,
    )
  })

  it('says when nothing was changed', () => {
    assert.match(
      compareBody([[{ kind: 'kept', text: '供' }]], '', (text) => text),
      /两稿没有不同/,
    )
  })

  it('runs no script', () => {
    const still = webviewPage({ style: 'a.css', nonce: 'word', language: 'zh-cn', body: '' })
    assert.match(still, /script-src 'none'/)
    assert.doesNotMatch(still, /<script/)
  })
})
