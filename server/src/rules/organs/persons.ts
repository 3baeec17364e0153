/** People named by their post: 张某某市长, 局长 李某某, 王某某同志. */

const POST =
  '(?:副)?(?:书记|省长|市长|区长|县长|旗长|州长|盟长|镇长|乡长|局长|厅长|部长|主任|主席|院长|校长|司长|处长|科长|总理|行长|关长)'
const ADDRESSED = new RegExp(`^(?!各|全体|有关).{0,14}(?:${POST}(?:同志)?|同志|领导|负责(?:同志|人))$|^尊敬的`)
const SIGNED = new RegExp(
  `${POST}[\\s\\u3000]*[\\p{Script=Han}×]{1,3}(?![室会局厅部委处科院府])[\\p{Script=Han}×]$`,
  'u',
)

/** Whether a 主送 is a leader, not an organ. */
export function isPersonAddressed(name: string): boolean {
  return ADDRESSED.test(name.trim())
}

/** Whether a 署名 is a leader with the post in front. */
export function isPersonSigning(name: string): boolean {
  return name.length <= 30 && SIGNED.test(name.trim())
}
