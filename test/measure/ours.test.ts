import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { measurePdf, type Report } from '../../server/src/measure/measure.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { bundledPress } from '../support/press.ts'

const EPOCH = 1_790_000_000

async function printed(text: string): Promise<Report> {
  const press = bundledPress()
  const uri = 'file:///公文.gw.md'
  press.update(uri, 1, text, EMPTY_PROFILE)
  return measurePdf(await press.pdf(uri, { epoch: EPOCH, attachSource: false }, new AbortController().signal))
}

const BODY = '为做好有关工作，经市政府同意，现就有关事项通知如下，请结合实际认真贯彻落实，并将落实情况及时报告。'

/** Two pages of text under a head. */
function text(head: string, title: string, addressee = '各县（市、区）人民政府：'): string {
  const paragraphs = Array.from({ length: 14 }, (_, index) => (index % 5 === 0 ? '一、总体要求' : BODY))
  return `---\n${head}\n成文日期: 2026年11月20日\n---\n\n# ${title}\n\n${addressee}\n\n${paragraphs.join('\n\n')}\n`
}

const IMPRINT = '抄送: 市委办公室\n印发机关: 某某市人民政府办公室\n印发日期: 2026年11月20日'
const DOCUMENTS: Readonly<Record<string, { readonly text: string; readonly format: string; readonly rows: number }>> = {
  通知: {
    text: text(
      `发文机关: 某某市人民政府\n发文字号: 某政发〔2026〕12号\n份号: "000001"\n密级: 机密★1年\n紧急程度: 特急\n${IMPRINT}`,
      '某某市人民政府关于做好供暖工作的通知',
    ),
    format: '文件',
    rows: 75,
  },
  请示: {
    text: text(
      `发文机关: 某某市水利局\n发文字号: 某水〔2026〕3号\n签发人: 张明\n${IMPRINT}`,
      '某某市水利局关于水库除险加固的请示',
      '市政府：',
    ),
    format: '文件',
    rows: 60,
  },
  函: {
    text: text(
      '格式: 信函\n发文机关: 某某市人民政府\n发文字号: 某政函〔2026〕5号\n抄送: 省水利厅',
      '某某市人民政府关于商请支持水库工程的函',
      '某某省水利厅：',
    ),
    format: '信函',
    rows: 55,
  },
}

describe('our own pages', () => {
  for (const [name, { text: source, format, rows }] of Object.entries(DOCUMENTS))
    it(`conform within 0.2 mm: ${name}`, async () => {
      const report = await printed(source)
      assert.deepEqual(
        report.rows
          .filter(({ verdict }) => verdict === '偏差')
          .map(({ element, asks, measured }) => [element, asks, measured]),
        [],
      )
      assert.equal(report.format, format)
      assert.ok(report.summary.符合 >= rows, String(report.summary.符合))
      const far = report.rows.filter(
        ({ difference, unit, asks }) => unit === 'mm' && Math.abs(difference ?? 0) > 0.2 && asks !== '居中排布',
      )
      assert.deepEqual(
        far.map(({ element, asks, difference }) => [element, asks, difference]),
        [],
      )
    })

  it('turn a table across the page so that its head lies at the left', async () => {
    const table =
      '::附件[任务分工表]{横排}\n\n| 序号 | 任务 | 牵头单位 |\n|---|---|---|\n| 1 | 检修供热管网 | 某某市住房和城乡建设局 |\n'
    const source = `${text('发文机关: 某某市人民政府\n发文字号: 某政发〔2026〕12号', '某某市人民政府关于做好供暖工作的通知')}\n${table}`
    const turned = (await printed(source)).rows.find(({ requirement }) => requirement === 'T-2')
    assert.deepEqual([turned?.verdict, turned?.measured], ['符合', '表头在左边'])
  })

  const examples = fileURLToPath(new URL('../../examples/', import.meta.url))
  for (const file of readdirSync(examples).filter((name) => name.endsWith('.gw.md')))
    it(`conform: the example ${file}`, async () => {
      const report = await printed(readFileSync(examples + file, 'utf8'))
      assert.deepEqual(
        report.rows.filter(({ verdict, ground }) => verdict === '偏差' && ground === '规定'),
        [],
      )
      assert.ok(report.fonts.every(({ embedded, role }) => embedded && role !== undefined))
    })
})
