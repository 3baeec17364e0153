/** 内设机构: a 处, 科, 司 of an organ that is named in front of it. */

const INNER =
  /(?:[^公邮]局|厅|委|委员会|总局|署|[\p{Script=Han}]部|人民政府)(?!.*(?:办事处|管理处|事务所))[^局厅委部署，、]{2,12}[处科司股]$/u

/** Whether the name is one of an office inside an organ. 办公厅（室） may write to others and is none. */
export function isInnerOffice(name: string): boolean {
  return name.length <= 40 && !/[各、]|总部|俱乐部/.test(name) && INNER.test(name)
}
