import assert from 'node:assert/strict'
import { CONTEXT } from '../../server/src/rules/words/wordPair.ts'
import { WORD_PAIRS } from '../../server/src/rules/words/wordPairs.ts'
import { draft, of } from '../support/rules.ts'

/** Texts in which the characters of a pair stand side by side by chance, or the word is right. */
const RIGHT = [
  '公布署名名单，发布署名文章。',
  '汇报导师意见，通报导致事故的原因。',
  '按装机容量核定，按装修标准验收。',
  '面对严峻工作形势，取消毁约条款。',
  '过渡假期安排。',
  '自己经营，知己知彼，为己任。',
  '抗辩认定后，答辩认真，争辩识别不清的事实。',
  '阳光采购、观光采摘、日光采集。',
  '设备感应器、军备感知系统。',
  '加倍受罚，成倍受益。',
  '应急反应情况，不良反应问题。',
  '报名截止2026年3月5日，截止日期另行通知。',
  '西澳大利亚州、加利福尼亚州来访。',
  '蚊帐、帐篷、营帐面积。',
  '写作好坏、合作好的单位、工作好的同志做准备工作。',
  '支付局长基金，托付主任保管。',
  '既使用本地资源，又引进外地技术。',
  '大幅射门数，化学反应情况。',
  '紧急待命，应急待遇。',
  '防震兴修水利，国防碍事。',
  '登陆作战，台风登陆我省。',
  '慰藉此心，尤其它的作用。',
  '重申议定书内容，再申议题，多重迭代，双重覆盖。',
  '开发韧性电网，荣膺品牌奖，全部暑期活动，发布暑期公告。',
  '机构通过审核，结构通知，解决窍门，填补尝试空白。',
  '进一步聚焦重点，逐步聚集要素，研究竞争机制，单纯碎片化。',
  '刺激历史记忆，显示犯罪率下降，广泛围绕主题，成立既要规范又要高效。',
  '积极积累经验，登记律师信息，证书纪念册，燃煤碳排放。',
  '权威协会发布，政协迫切要求，行政冶金处，调整冶炼结构。',
  '1号招标公告，各种值班表，评价植物生长，目标淮河流域。',
  '违反还款约定，违反乡规民约，坚决对标先进，直接授予称号。',
  '搬迁徒步，立即然后，选拔款待，打折除外，预防犯罪。',
  '推广范围，积极时尚，给予防护，准予算入，降低炭耗，物资询价。',
  '图形像素，出现像以往那样，经典形式，协调济南，规范筹集资金。',
  '享有优先行驶权利，依法制市场规则，中医辨证法，办公权利益。',
  '家畜水产，办公圆桌，招开发商，号召商户，培养植物，第一批淮河工程。',
  '操纵合同，关注消防，预报消息，完成份额，记录象征，良好象征。',
  '可以予以处罚，情况紧急时处理，专家组推委员为组长。',
  '坚持继承，第十二条列明的情形，赔付责任，支付责任。',
  '创建全国文明城市，构建全市体系，由其是否履行，关于以下事项。',
  '实行以经济建设为中心，违法所得可以经营，已上报材料、产品已上市。',
  '因当事人原因，确保正常运行，涂改证据，行政确认，进行正规管理。',
  '推行成本核算，复审请求，评审报告，修改近期规划，促进快递发展。',
  '交通违法率，违规率下降，社会义务，系统记录，评审记录。',
  '审核消防设施，收取销售款，引导至安全地点，疏导至出口。',
  '资源因素，举证卷宗，强调正确导向，气象证明，在职则参保。',
  '严格守法，能够成为，就近快速处置，以免强制，说明却不清。',
  '本周未完成，一周未到，月末来京，期末必须测评，来自已经登记的单位。',
  '文物及其困难群众的保护，登记薄弱环节，拒绝秘密交易。',
]

describe('word pairs', () => {
  for (const text of RIGHT) {
    it(`are silent on ${text}`, () => {
      assert.deepEqual(of('wording-pair', draft(`${text}\n`)), [])
    })
  }

  it('are found wherever nothing but the wrong reading is left', () => {
    const silent = WORD_PAIRS.filter(({ before, after }) => !before && !after).filter(
      ({ wrong }) => of('wording-pair', draft(`“${wrong}”\n`)).length !== 1,
    )
    assert.deepEqual(silent, [])
  })

  it('are no mistakes in their right form', () => {
    for (const { right } of WORD_PAIRS) assert.deepEqual(of('wording-pair', draft(`${right}\n`)), [], right)
  })

  it('look at few characters around them only', () => {
    for (const { before, after, notBefore, notAfter } of WORD_PAIRS) {
      for (const condition of [before, notBefore])
        assert.ok(!condition || condition.source.endsWith('$'), String(condition))
      for (const condition of [after, notAfter])
        assert.ok(!condition || condition.source.startsWith('^'), String(condition))
    }
    assert.ok(CONTEXT <= 32)
  })
})
