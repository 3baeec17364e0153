/**
 * Words that are often confused. A pair fires only where its neighbours leave no other reading:
 * 公布署名 is no 布署, 抗辩认定 no 辩认. The numbers are those of the project's list of pairs.
 */
import { MISSPELT_IDIOMS } from './misspeltIdioms.ts'
import { MISSPELT_SHAPES } from './misspeltShapes.ts'
import { MISSPELT_SOUNDS } from './misspeltSounds.ts'
import { MISSPELT_WORDS } from './misspeltWords.ts'
import { likely, misspelt, perhaps, preferred, type WordPair } from './wordPair.ts'

const DATE_AHEAD = {
  after: /^(?:[0-9]{4}年|[0-9]{1,2}月|目前|今年|去年|本月|上月|当前)/,
  notBefore: /(?:时间|日期|报名|申报|申请|受理|期限|有效期|活动|征集|投票|公示|缴费|报送|于|至|到|将)$/,
}
const DECISION_AHEAD = {
  after:
    /^(?:了|的)?(?:重要|重大|明确|具体|突出|积极|全面|一系列|书面|相应|最终|正确|科学|行政|如下|以下)?(?:决定|决策|部署|规定|安排|批示|指示|承诺|处理|处罚|答复|裁决|判决|修改|调整|说明|解释|评价|判断|认定|批复|表彰|贡献|努力|牺牲|保证|回应|让步|选择|表率)/,
}
const ACCOUNTS = ['户', '目', '号', '簿', '册', '单', '面', '务', '款', '期']
const ACCOUNTINGS = [
  '转',
  '记',
  '结',
  '报',
  '欠',
  '建',
  '对',
  '入',
  '查',
  '挂',
  '呆',
  '坏',
  '台',
  '总',
  '做',
  '进',
  '算',
  '销',
]
const CITIES = ['广', '杭', '郑', '兰', '贵', '温', '苏', '徐', '扬', '沧', '泸', '柳', '梧', '钦']

/** W1–W19: words that both exist; where each belongs. */
const USAGE: readonly WordPair[] = [
  likely('截止到', '截至', DATE_AHEAD),
  likely('截止至', '截至', DATE_AHEAD),
  likely('截止', '截至', DATE_AHEAD),
  { ...preferred('其它', '其他', { notBefore: /尤$/ }), fix: 'safe' },
  { ...preferred('交待', '交代'), fix: 'safe' },
  preferred('制订', '制定', { after: /^(?:并|和|、)?(?:印发|出台|公布|发布|颁布|下发)/ }),
  preferred('做出', '作出', DECISION_AHEAD),
  preferred('作好', '做好', {
    after: /^[^，。；、]{0,12}(?:工作|准备|服务|保障)/,
    notBefore: /[工动写操制合创杰大著名佳当炒叫耕协运劳]$/,
  }),
  misspelt('必须品', '必需品'),
  likely('所必须的', '所必需的', { after: /^(?:经费|资金|条件|材料|物资|设备|人员|费用|时间)/ }),
  likely('公民的权力', '公民的权利', { notAfter: /^机关/ }),
  likely('合法权力', '合法权利'),
  likely('权力和义务', '权利和义务'),
  likely('权力义务', '权利义务'),
  likely('反应', '反映', {
    after: /^(?:的)?(?:情况|问题|意见|诉求|民意)/,
    notBefore: /(?:化学|不良|应急|快速|连锁|过敏|市场|社会)$/,
  }),
  likely('情况反应', '情况反映', { after: /^(?:如下|给|到|至|，|。|$)/ }),
  likely('泄漏', '泄露', { after: /^(?:了)?(?:国家|商业|工作|个人|党和国家)?(?:秘密|机密|隐私|信息)/ }),
  perhaps('涵义', '含义'),
  likely('考查', '考察', { after: /^(?:工程|现场|调研|组|团)/ }),
  likely('实地考查', '实地考察'),
  likely('发表申明', '发表声明'),
  ...ACCOUNTS.map(
    (behind): WordPair => ({ ...likely(`帐${behind}`, `账${behind}`, { notBefore: /[营蚊纱罗]$/ }), fix: 'safe' }),
  ),
  ...ACCOUNTINGS.map(
    (before): WordPair => ({ ...likely(`${before}帐`, `${before}账`, { notAfter: /^[篷幕子房蓬]/ }), fix: 'safe' }),
  ),
  likely('漫延', '蔓延', { before: /(?:疫情|火势|病毒|病害|虫害|疾病|风险|事态)$/ }),
  likely('法制政府', '法治政府'),
  likely('法制社会', '法治社会'),
  perhaps('通讯畅通', '通信畅通'),
  { ...likely('藉此', '借此', { notBefore: /慰$/ }), fix: 'safe' },
  likely('急待', '亟待', { after: /^(?:解决|加强|完善|提高|破解|改善|处理|规范)/, notBefore: /[紧应焦着]$/ }),
]

/** W20–W47: misspellings. */
const MISSPELT: readonly WordPair[] = [
  misspelt('布署', '部署', { notBefore: /[公发颁宣分遍]$/, notAfter: /^名/ }),
  { ...likely('报导', '报道', { notBefore: /[汇通上情申填]$/, notAfter: /^[致师向入游则弹航管]/ }), fix: 'safe' },
  misspelt('按装', '安装', { notAfter: /^[机修备配载卸箱订置潢运]/ }),
  misspelt('分岐', '分歧'),
  misspelt('消毁', '销毁', { notBefore: /[取撤]$/ }),
  misspelt('渡假', '度假', { notBefore: /[过偷摆]$/ }),
  misspelt('防碍', '妨碍', { notBefore: /[预国消边]$/ }),
  misspelt('一如继往', '一如既往'),
  misspelt('既往开来', '继往开来'),
  likely('既使', '即使', { notAfter: /^(?:用|得|[^。；]{0,20}(?:又|还|更|也))/ }),
  misspelt('峻工', '竣工', { notBefore: /[严险冷陡高]$/ }),
  misspelt('再接再励', '再接再厉'),
  misspelt('迫不急待', '迫不及待'),
  misspelt('追朔', '追溯'),
  misspelt('脏款', '赃款', { notBefore: /[心肝肾内脾]$/ }),
  misspelt('坐阵', '坐镇'),
  misspelt('编篡', '编纂'),
  misspelt('言简意骇', '言简意赅'),
  misspelt('气慨', '气概'),
  misspelt('震憾', '震撼'),
  misspelt('松驰', '松弛'),
  misspelt('侯车室', '候车室'),
  misspelt('渲泄', '宣泄'),
  misspelt('脉博', '脉搏'),
  misspelt('幅射', '辐射', { notBefore: /[大小]$/ }),
  misspelt('按步就班', '按部就班'),
  likely('安祥', '安详', { notAfter: /^[村镇乡县路街里巷社小大花]/, notBefore: /[县市镇乡村王李张刘陈]$/ }),
  likely('世外桃园', '世外桃源'),
]

/** W48–W56: one character of two that look or sound alike. */
const LOOKALIKES: readonly WordPair[] = [
  ...['疫情', '山洪', '洪水', '霍乱', '流感', '疾病', '传染病'].map((what) => preferred(`${what}爆发`, `${what}暴发`)),
  ...['别', '认', '识', '析'].map((behind) =>
    misspelt(`辩${behind}`, `辨${behind}`, {
      notBefore: /[抗答申争论狡]$/,
      notAfter: behind === '识' ? /^破/ : /^[真定为]/,
    }),
  ),
  ...['论', '护', '解'].map((behind) => misspelt(`辨${behind}`, `辩${behind}`, { notBefore: /[分思明]$/ })),
  misspelt('答辨', '答辩'),
  misspelt('争辨', '争辩'),
  misspelt('风彩', '风采', { notAfter: /^[票旗]/ }),
  likely('光采', '光彩', { notBefore: /[阳日灯观旅激荧]$/, notAfter: /^[购集暖用取访样光伐矿风摘]/ }),
  likely('精采', '精彩', { notAfter: /^[购集样摘]/ }),
  likely('喝采', '喝彩'),
  misspelt('震兴', '振兴', { notBefore: /[地抗防余]$/ }),
  misspelt('振耳欲聋', '震耳欲聋'),
  misspelt('震聋发聩', '振聋发聩'),
  likely('倍受', '备受', { after: /^(?:关注|瞩目|青睐|欢迎|鼓舞|重视|好评|推崇|期待)/ }),
  preferred('备感', '倍感', {
    after: /^(?:亲切|荣幸|欣慰|压力|振奋|自豪|鼓舞|责任|温暖|珍惜|艰难)/,
    notBefore: /[设装军准具预储完兼必]$/,
  }),
  perhaps('版块', '板块', { notBefore: /(?:网站|论坛|栏目|网页)$/ }),
  likely('新华社授权', '新华社受权', { after: /^(?:发布|播发|公布)/ }),
  misspelt('己经', '已经', { notBefore: /[自知异各一克律利舍损]$/ }),
  misspelt('早己', '早已'),
  likely('业己', '业已', { notBefore: /[事企就毕作专行]$/ }),
  likely('而己', '而已', { notAfter: /^[方任身欲所]/ }),
  likely('株州', '株洲'),
  ...CITIES.map((city) => likely(`${city}洲`, `${city}州`, { after: /^(?:市|[^一-龥]|$)/ })),
  likely('欧州', '欧洲'),
  likely('亚州', '亚洲', { before: /(?:^|[^一-龥]|[东南北中全在到欧])$/ }),
]

/** W57–W68: rest on usage notes alone, so they are hints. */
const HINTS: readonly WordPair[] = [
  ...['招聘', '寻人', '招领', '征文', '招租', '招生'].map((what) => perhaps(`${what}启示`, `${what}启事`)),
  perhaps('起用', '启用', { after: /^(?:新)?(?:印章|公章|系统|平台|设备)/ }),
  perhaps('签定', '签订', { after: /^(?:了)?(?:协议|合同|责任|备忘|框架|目标)/ }),
  perhaps('登陆', '登录', { after: /^(?:系统|平台|网站|网址|官网|账号|邮箱|政务)/ }),
  perhaps('会议纪录', '会议记录'),
  perhaps('之日起实行', '之日起施行'),
  perhaps('渡过', '度过', { after: /^(?:春节|节日|假期|暑期|寒假|国庆|新年)/ }),
  perhaps('截流', '截留', { after: /^(?:、?挪用|专项|财政|救灾|扶贫|补助|资金)/ }),
  perhaps('机关事物', '机关事务'),
  perhaps('形式严峻', '形势严峻'),
  perhaps('厉害关系', '利害关系'),
  ...[
    '局长',
    '县长',
    '市长',
    '主任',
    '书记',
    '省长',
    '镇长',
    '处长',
    '科长',
    '院长',
    '校长',
    '部长',
    '组长',
    '厅长',
  ].map((post) => perhaps(`付${post}`, `副${post}`, { notBefore: /[支交给托拨应未已偿垫对代]$/ })),
]

/** Longer words first: 截止到 before 截止. */
export const WORD_PAIRS: readonly WordPair[] = [
  ...USAGE,
  ...MISSPELT,
  ...LOOKALIKES,
  ...HINTS,
  ...MISSPELT_IDIOMS,
  ...MISSPELT_WORDS,
  ...MISSPELT_SOUNDS,
  ...MISSPELT_SHAPES,
].sort((a, b) => b.wrong.length - a.wrong.length)
