import assert from 'node:assert/strict'
import { nodeClock } from '../../server/src/node/clock.ts'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { nodeFontSource } from '../../server/src/node/fontSource.ts'
import { nodeRandom } from '../../server/src/node/random.ts'
import { FileError, type Files } from '../../server/src/ports/files.ts'
import { createPress } from '../../server/src/press/inProcess.ts'
import type { Press } from '../../server/src/press/press.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { pngFile } from './pictureFiles.ts'
import { onePixelJpeg, onePixelPng } from './pictures.ts'

const URI = 'file:///发文/通知.gw.md'
const TEXT = '---\n发文机关: 某某市人民政府\n---\n\n# 某某市人民政府关于供暖的通知\n\n各县人民政府：\n\n现通知如下。\n'
const never = new AbortController().signal
const OPTIONS = { epoch: 1_790_000_000, attachSource: false }

/** Files in memory; everything else is missing. */
function memoryFiles(content: Readonly<Record<string, Uint8Array>> = {}): Files {
  return {
    async read(uri) {
      const bytes = content[decodeURIComponent(uri)]
      if (!bytes) throw new FileError('missing', uri)
      return bytes
    },
    write: () => assert.fail('the press writes no file'),
    list: async () => [],
  }
}

function press(content?: Readonly<Record<string, Uint8Array>>, within?: string): Press {
  return createPress({
    fonts: nodeFontSource({ bundledFolder: new URL('../../dist/fonts/', import.meta.url), mode: 'bundled' }),
    crypto: nodeCrypto,
    clock: nodeClock,
    random: nodeRandom,
    files: memoryFiles(content),
    ...(within !== undefined && { within: [within] }),
  })
}

async function failureOf(work: Promise<unknown>): Promise<{ readonly code: string; readonly sentence: string }> {
  try {
    await work
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, sentence: formatMessage(error.sentence) }
    throw error
  }
  return assert.fail('it did not fail')
}

describe('the press', () => {
  it('lays out the version that it was told of', async () => {
    const one = press()
    one.update(URI, 7, TEXT, EMPTY_PROFILE)
    const facts = await one.layout(URI, 7, never)
    assert.equal(facts.version, 7)
    assert.ok(facts.pages >= 1)
    assert.deepEqual(facts.titleLines.join(''), '某某市人民政府关于供暖的通知')
  })

  it('gives the same pages for edits as for the whole text', async () => {
    const [typed, whole] = [press(), press()]
    const at = TEXT.indexOf('供暖')
    typed.update(URI, 1, TEXT, EMPTY_PROFILE)
    await typed.layout(URI, 1, never)
    typed.update(URI, 2, [{ span: { start: at, end: at + 2 }, text: '供水' }], EMPTY_PROFILE)
    whole.update(URI, 2, TEXT.replace('供暖', '供水'), EMPTY_PROFILE)
    assert.deepEqual(await typed.layout(URI, 2, never), await whole.layout(URI, 2, never))
    const [a, b] = await Promise.all([typed.pdf(URI, OPTIONS, never), whole.pdf(URI, OPTIONS, never)])
    assert.deepEqual(a, b)
  })

  it('shows where seals will stand, pale and in a broken frame, and draws the page again when the seal is another', async () => {
    const one = press()
    one.update(URI, 1, TEXT.replace('---\n\n#', '成文日期: 2026年11月22日\n---\n\n#'), EMPTY_PROFILE)
    const [first] = (await one.paint(URI, { known: [] }, never)).pages
    assert.match(
      String(first?.elements?.at(-1)),
      /<g class="seal" data-issuer="某某市人民政府">\s*<rect [^>]*stroke-dasharray[^>]*>\s*<g opacity="0\.3">/,
    )
    const organs = [{ name: '某某市人民政府', sealDiameter: 42 }]
    one.update(URI, 2, TEXT.replace('---\n\n#', '成文日期: 2026年11月22日\n---\n\n#'), {
      ...EMPTY_PROFILE,
      organs,
      key: '2',
    })
    const [second] = (await one.paint(URI, { known: [first?.key ?? ''] }, never)).pages
    assert.notEqual(second?.key, first?.key)
  })

  it('counts a byte order mark in edits, as the editor does', async () => {
    const one = press()
    one.update(URI, 1, `\uFEFF${TEXT}`, EMPTY_PROFILE)
    const at = TEXT.indexOf('供暖') + 1
    one.update(URI, 2, [{ span: { start: at, end: at + 2 }, text: '供水' }], EMPTY_PROFILE)
    assert.equal((await one.layout(URI, 2, never)).titleLines.join(''), '某某市人民政府关于供水的通知')
  })

  it('drops a result that a newer version has overtaken', async () => {
    const one = press()
    one.update(URI, 1, TEXT, EMPTY_PROFILE)
    const first = one.layout(URI, 1, never)
    one.update(URI, 2, TEXT.replace('供暖', '供水'), EMPTY_PROFILE)
    assert.equal((await failureOf(first)).code, 'stale')
    assert.equal((await failureOf(one.layout(URI, 1, never))).code, 'stale')
    assert.equal((await one.layout(URI, 2, never)).version, 2)
  })

  it('can be called off', async () => {
    const one = press()
    one.update(URI, 1, TEXT, EMPTY_PROFILE)
    const controller = new AbortController()
    const work = one.pdf(URI, OPTIONS, controller.signal)
    controller.abort()
    await assert.rejects(work, { name: 'AbortError' })
    assert.ok((await one.layout(URI, 1, never)).pages >= 1, 'and goes on working')
  })

  it('draws only the pages that are not known yet', async () => {
    const one = press()
    one.update(URI, 1, TEXT, EMPTY_PROFILE)
    const first = await one.paint(URI, { known: [] }, never)
    assert.ok(first.pages[0]?.elements)
    const known = first.pages.map(({ key }) => key)
    const again = await one.paint(URI, { known }, never)
    assert.deepEqual(again.outlines, {})
    assert.ok(again.pages.every(({ key, elements }) => known.includes(key) && elements === undefined))
  })

  it('signs what it printed, and says that the signature holds', async () => {
    const one = press()
    one.update(URI, 1, TEXT.replace('---\n\n#', '成文日期: 2026年11月20日\n---\n\n#'), EMPTY_PROFILE)
    const pdf = await one.pdf(URI, OPTIONS, never)
    const { p12, pem } = await one.identity({ name: '某某市人民政府', password: 'secret', days: 10 })
    const { pdf: signed } = await one.sign(pdf, { key: { bytes: p12, password: 'secret' } })
    const der = Uint8Array.from(atob(pem.replace(/-----.*?-----|\s/g, '')), (unit) => unit.charCodeAt(0))
    const verdict = await one.verify(signed, [der])
    assert.deepEqual([verdict.valid, verdict.trusted, verdict.signatures.length], [true, true, 1])
  })

  describe('with attachments in other files', () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    const opened = (attribute: string, content: Readonly<Record<string, Uint8Array>>, within?: string) => {
      const one = press(content, within)
      one.update(URI, 1, `${TEXT}\n::附件[清单]{${attribute}}\n`, EMPTY_PROFILE)
      return one
    }

    it('takes their text in, with their figures', async () => {
      const text = '---\n格式: 信函\n---\n\n# 清单\n\n甲。\n\n![图](图.png)\n'
      const one = opened('文件=附件/清单.gw.md', {
        'file:///发文/附件/清单.gw.md': bytes(text),
        'file:///发文/附件/图.png': onePixelPng,
      })
      const { elements, pages } = await one.layout(URI, 1, never)
      assert.equal(pages, 2)
      const [body] = elements.filter(({ page, element }) => page === 1 && element === 'body')
      assert.equal(decodeURIComponent(body?.source?.uri ?? ''), 'file:///发文/附件/清单.gw.md')
      assert.equal(elements.filter(({ page, element }) => page === 1 && element === 'figure').length, 1)
      await one.pdf(URI, OPTIONS, never)
    })

    it('shows a document without them, but does not print it, and says where', async () => {
      const cases: readonly (readonly [string, Record<string, Uint8Array>, string, RegExp])[] = [
        ['文件=清单.docx', {}, 'attachment-file', /“清单\.docx”的文字不会排印/],
        ['文件=清单.gw.md', {}, 'attachment-missing', /找不到附件文件“清单\.gw\.md”/],
        ['文件=../清单.gw.md', {}, 'attachment-outside', /不在公文所在的文件夹里/],
        [
          '文件=清单.gw.md',
          { 'file:///发文/清单.gw.md': new Uint8Array([0xff, 0xfe]) },
          'attachment-encoding',
          /UTF-8/,
        ],
        [
          '文件=清单.gw.md',
          { 'file:///发文/清单.gw.md': bytes('甲。\n\n::附件[乙]\n') },
          'attachment-divided',
          /再套一层/,
        ],
      ]
      for (const [attribute, content, code, sentence] of cases) {
        const one = opened(attribute, content)
        assert.equal((await one.layout(URI, 1, never)).pages, 2)
        const failure = await failureOf(one.pdf(URI, OPTIONS, never))
        assert.equal(failure.code, code)
        assert.match(failure.sentence, /^通知\.gw\.md 第11行：/)
        assert.match(failure.sentence, sentence)
      }
    })

    it('is not led in a circle by a file that names itself', async () => {
      const itself = `${TEXT}\n::附件[清单]{文件=通知.gw.md}\n`
      const one = press({ [URI]: bytes(itself) })
      one.update(URI, 1, itself, EMPTY_PROFILE)
      assert.equal((await failureOf(one.pdf(URI, OPTIONS, never))).code, 'attachment-divided')
    })

    it('prints one that is sent by itself as a PDF of its own (GB/T 9704—2012 7.3.7)', async () => {
      const one = opened('另附 文件=清单.gw.md', { 'file:///发文/清单.gw.md': bytes('甲。\n') })
      const facts = await one.layout(URI, 1, never)
      assert.deepEqual([facts.pages, facts.separate], [1, [null]])
      const pdf = await one.pdf(URI, { ...OPTIONS, separate: 0 }, never)
      assert.match(new TextDecoder('latin1').decode(pdf.slice(0, 8)), /^%PDF-/)
    })
  })

  describe('with images', () => {
    const withImage = (path: string): string => `${TEXT}\n![图1　流程](${path})\n`
    const load = async (path: string, content: Readonly<Record<string, Uint8Array>>, within?: string) => {
      const one = press(content, within)
      one.update(URI, 1, withImage(path), EMPTY_PROFILE)
      return one.pdf(URI, OPTIONS, never)
    }

    it('prints what lies in the same folder of a workspace of several, and nothing from the others', async () => {
      const files = memoryFiles({ 'file:///发文/图.png': onePixelPng, 'file:///收文/图.png': onePixelPng })
      const ports = { crypto: nodeCrypto, clock: nodeClock, random: nodeRandom, files }
      const fonts = nodeFontSource({ bundledFolder: new URL('../../dist/fonts/', import.meta.url), mode: 'bundled' })
      const one = createPress({ ...ports, fonts, within: ['file:///收文', 'file:///发文'] })
      const faults = async (path: string) => {
        one.update(URI, 1, withImage(path), EMPTY_PROFILE)
        return (await one.layout(URI, 1, never)).problems.map(({ args }) => args[1])
      }
      assert.deepEqual(await faults('图.png'), [])
      assert.deepEqual(await faults('../收文/图.png'), ['image-outside'])
    })

    it('prints PNG and JPEG from the folder of the document', async () => {
      for (const picture of [onePixelPng, onePixelJpeg]) {
        const pdf = await load('图/流程.png', { 'file:///发文/图/流程.png': picture })
        assert.match(new TextDecoder('latin1').decode(pdf), /\/Subtype \/Image/)
      }
    })

    /** Why the image of the text is not printed; the pages are made all the same. */
    const faultOf = async (path: string, content: Readonly<Record<string, Uint8Array>>) => {
      const one = press(content)
      one.update(URI, 1, withImage(path), EMPTY_PROFILE)
      const { problems, elements } = await one.layout(URI, 1, never)
      const told = problems.filter(({ code }) => code === 'image-unprinted')
      assert.equal(elements.filter(({ element }) => element === 'figure').length, 1)
      const pdf = await one.pdf(URI, OPTIONS, never)
      assert.doesNotMatch(new TextDecoder('latin1').decode(pdf), /\/Subtype \/Image/)
      return told.map(({ args, source }) => [...args, source?.section !== undefined])
    }

    it('has a frame in place of one that is missing, and says where', async () => {
      assert.deepEqual(await faultOf('流程.png', {}), [['流程.png', 'image-missing', true]])
    })

    it('reads none from elsewhere: no server, no drive, nothing above the folder', async () => {
      const elsewhere = ['https://example.org/a.png', '../../秘密.png', '/etc/a.png', 'C:\\a.png', '\\\\server\\a.png']
      for (const path of elsewhere) {
        const [told] = await faultOf(`<${path}>`, { 'file:///秘密.png': onePixelPng })
        assert.equal(told?.[1], 'image-outside', path)
      }
    })

    it('reads them from the whole workspace when there is one', async () => {
      const pdf = await load('../图/流程.png', { 'file:///图/流程.png': onePixelPng }, 'file://')
      assert.ok(pdf.length > 0)
    })

    it('has a frame in place of what is no picture, or of a picture that is cut off', async () => {
      for (const bytes of [new TextEncoder().encode('GIF89a'), onePixelPng.slice(0, 50)]) {
        assert.deepEqual(await faultOf('流程.png', { 'file:///发文/流程.png': bytes }), [
          ['流程.png', 'image-unreadable', true],
        ])
      }
    })

    it('shows another page when the picture has changed on the disk', async () => {
      const content = { 'file:///发文/流程.png': onePixelPng }
      const one = press(content)
      one.update(URI, 1, withImage('流程.png'), EMPTY_PROFILE)
      const keys = async () => (await one.paint(URI, { known: [] }, never)).pages.map(({ key }) => key)
      const before = await keys()
      content['file:///发文/流程.png'] = pngFile({ colourType: 2, depth: 8 }, 1, 1, () => [0, 0, 255, 255])
      one.update(URI, 2, withImage('流程.png'), EMPTY_PROFILE)
      assert.notDeepEqual(await keys(), before)
    })

    it('tells of what is lost in attachments that are sent by themselves', async () => {
      const one = press({ 'file:///发文/清单.gw.md': new TextEncoder().encode('甲。\n\n![图](图.png)\n') })
      one.update(URI, 1, `${TEXT}\n::附件[清单]{另附 文件=清单.gw.md}\n`, EMPTY_PROFILE)
      const { problems } = await one.layout(URI, 1, never)
      assert.deepEqual(
        problems.map(({ code, args }) => [code, ...args]),
        [['image-unprinted', '图.png', 'image-missing']],
      )
    })
  })
})
