// What sentences call the parts of a document that a revision can change.
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'

export const CATALOG = message('文件目录')
export const FORM = message('表单')
export const INFORMATION = message('文档信息')
export const VALIDATION = message('验证资料')

/** By the keys of the catalog. */
export const CATALOG_PARTS: Readonly<Record<string, Message>> = {
  DSS: VALIDATION,
  Extensions: message('扩展声明'),
  Version: message('版本号'),
  Pages: message('各页'),
  Outlines: message('书签'),
  Names: message('名称表（附件、脚本等）'),
  OpenAction: message('打开时的动作'),
  AA: message('自动动作'),
  OCProperties: message('图层'),
  Metadata: message('元数据'),
  Perms: message('权限'),
}

export function annotationsOf(where: Message): Message {
  return message('{0}的批注', outermost(where))
}

export function insideField(where: Message, field: string): Message {
  return message('{0}中的“{1}”', outermost(where), visibleText(field))
}

/** A place in a place is told by the outermost: a chain of objects, however long, makes no endless name. */
function outermost(where: Message): Message {
  const [outer] = where.args
  return typeof outer === 'object' ? outer : where
}
