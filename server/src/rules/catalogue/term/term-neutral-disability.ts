import { rule } from '../../define.ts'
import { eachTerm } from '../../words/termList.ts'

/** 称呼残障人士用中性的词。 */
export default rule({
  id: 'term-neutral-disability',
  name: '残障人士称谓',
  group: '慎用语',
  clause: '《新华社新闻报道中的禁用词和慎用词》；《残疾人保障法》第二条',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '废哑子智痴瞎独',
  examples: [
    { bad: '安置残废人就业，走访聋哑人家庭。\n', good: '安置残疾人就业，走访听力言语残疾人家庭。\n', reports: 2 },
    { bad: '救助弱智儿童。\n', good: '救助智力残疾儿童。\n', reports: 1 },
    { quiet: '安置残疾人就业，走访听力言语残疾人家庭。\n' },
    { quiet: '残疾人就业，聋哑学校招生，废弃物处理。\n' },
    { quiet: '《革命残废军人证》、某某市聋哑学校、残废弹药销毁，瞎指挥要纠正。\n' },
  ],
  visit: {
    text: eachTerm(
      [
        { pattern: '残废(?:人(?!员抚)|者|群众|儿童)', instead: '残疾人' },
        { pattern: '聋哑(?:人士|人|者)(?!协会|学校)', instead: '听力言语残疾人' },
        { pattern: '弱智(?=儿童|人|学生|患者|者|少年)', instead: '智力残疾' },
        {
          pattern: '(?<=[一-龥，。；、]|^)(?:瞎子|瘸子|傻子|聋子|疯子)(?![一-龥]*[》”])',
          instead: '残疾人或者具体的残疾类别',
          advice: true,
        },
        { pattern: '白痴(?![》”])', instead: '智力残疾人' },
        { pattern: '独眼龙', instead: '视力残疾人' },
      ],
      '“{0}”带有歧视色彩，宜写“{1}”（《新华社新闻报道中的禁用词和慎用词》）。',
    ),
  },
})
