/** Names of organs that people say, but that are neither the full name nor a 规范化简称 (条例 9). */

const LOOSE =
  /^[\p{Script=Han}]{0,8}[省市县区州镇乡]府(?:办|各[\p{Script=Han}]{0,8})?$|^[\p{Script=Han}]{0,8}各(?:口子|口|条线|战线)$|^(?:本|我)(?:局|办|委|厅|部|院|单位|机关)$/u

/** Whether a name is an everyday one: 县府, 市府办, 各口子, 我局. */
export function isLooseName(name: string): boolean {
  return name.length <= 20 && LOOSE.test(name.replace(/[\s\u3000]/g, ''))
}

/** 县府 is 县政府; nothing where only the drafter knows. */
export function properName(name: string): string | undefined {
  return /府/.test(name) && !/各口/.test(name) ? name.replace(/府/, '政府').replace(/府办$/, '府办公室') : undefined
}
