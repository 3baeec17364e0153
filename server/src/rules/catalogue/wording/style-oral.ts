import { rule } from '../../define.ts'
import { eachTerm } from '../../termList.ts'

/** 公文不用口语和网络用语。 */
export default rule({
  id: 'style-oral',
  name: '口语和网络用语',
  group: '用语',
  clause: '《党政机关公文处理工作条例》第十九条第三项',
  strength: '规定',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '个搞掂给打吐家咱啥弄没差赶帮好特拍躺内奥',
  examples: [
    { bad: '这个事情要抓紧，希望大家支持。\n', good: '此事要抓紧，希望各单位（同志们）支持。\n', reports: 2 },
    { bad: '咱们要把材料弄好，没法按时完成的要说明。\n', reports: 3 },
    { quiet: '此事要抓紧，希望各单位支持。\n' },
    { quiet: '大家庭、书法大家、大家畜，节能大家电补贴，加大家政培训。\n' },
    { quiet: '供给力度加大，没法律依据，弄虚作假，差不多尔镇，四个事情形。\n' },
  ],
  visit: {
    text: eachTerm(
      [
        { pattern: '(?:这|那)(?:个|件)(?:事情|事儿|事(?![业项务实故件由先例]))', instead: '此事' },
        {
          pattern: '大家(?<![专书画法学名方作大加扩重强最较增巨放]..)(?![政庭族园风闺居电畜禽户国业具人])',
          instead: '各单位（同志们）',
        },
        { pattern: '咱们?', instead: '我们' },
        { pattern: '搞掂|搞定(?!价)', instead: '办妥' },
        { pattern: '给力(?<![供补配送分发付交还支拨]..)(?![度量争求促])', instead: '得力' },
        { pattern: '点个?赞(?![比成助叹])', instead: '肯定', advice: true },
        { pattern: '吐槽', instead: '批评、反映' },
        { pattern: '(?:为啥|有啥|啥(?=时候|事|也|都))', instead: '什么', advice: true },
        { pattern: '弄(?<!糊.)(?:好(?![处坏])|清楚|完|错)', instead: '“做好、查清、完成”等词', advice: true },
        { pattern: '没法(?![律规制院定人官])', instead: '无法' },
        { pattern: '差不多(?=[一-龥0-9]{0,4}(?:完成|一半|全部|都|了))', instead: '基本' },
        { pattern: '赶紧(?!急)', instead: '抓紧、尽快', advice: true },
        { pattern: '帮(?:个)?忙(?![碌于])', instead: '协助' },
        { pattern: '好多(?<=(?:[，。；]|^)..)(?=[地单人部群企问])', instead: '许多' },
        { pattern: '特别特别|非常非常', instead: '十分' },
        { pattern: '拍脑袋(?!决策)|拍胸脯', instead: '“盲目决策、表态”等词', advice: true },
        { pattern: '打call|奥利给|内卷化?|躺平式?|摆烂', instead: '规范的书面语', advice: true },
      ],
      '“{0}”是口语，公文宜写{1}（《条例》第十九条第三项）。',
    ),
  },
})
