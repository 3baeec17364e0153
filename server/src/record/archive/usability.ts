import { message } from '../../text/message.ts'
import { automatic, byPeople, fault, type Inspected, type ItemName, notApplicable } from './inspected.ts'
import { type Opened, textAt } from './opened.ts'

function named(item: string, standard: string): ItemName {
  return { property: '可用性', item, standard }
}

/** What people and programs can read without asking anybody. */
const READABLE = /\.(?:pdf|gw\.md|gw\.log|md|txt|xml|json|yaml|csv|png|jpe?g|svg|xlsx|docx|ofd|cer|crl|ocsp)$/i

/** 可用性: it can be opened and read, now and later. */
export function usability({ bag, pdfs, sources, unreadable }: Opened): readonly Inspected[] {
  const pdf = bag.payload.get(pdfs[0] ?? '')
  const isPdf = pdf !== undefined && new TextDecoder('latin1').decode(pdf.subarray(0, 5)) === '%PDF-'
  const readable = isPdf && textAt(bag, sources[0]) !== undefined
  const odd = [...bag.payload.keys()].filter((path) => !READABLE.test(path))
  return [
    fault(named('元数据能读', '信息包中元数据的可读性'), unreadable, message('元数据.xml 是完整的 XML。')),
    notApplicable(named('数据库里的元数据能访问', '目标数据库中元数据的可访问性'), '由档案管理系统在导入以后检测。'),
    automatic(
      named('正本和定稿能读', '内容数据的可读性'),
      readable,
      readable ? message('正本是 PDF，定稿是 UTF-8 文本。') : message('正本不是 PDF，或者定稿不是 UTF-8 文本。'),
    ),
    fault(
      named('文件格式能长期读', '内容数据格式、内容数据格式长期可用性'),
      odd.length === 0 ? undefined : message('这些文件的格式要查一查：{0}。', odd.join('、')),
      message('都是公开的格式。'),
    ),
    // A package that is encrypted or packed in another way is not opened at all.
    automatic(
      named('没有加密和不公开的压缩', '信息包中包含的内容数据格式合规性'),
      true,
      message('归档包是没有加密的 ZIP。'),
    ),
    byPeople(named('软硬件环境合规', '软硬件环境合规性'), '由档案部门按本单位的环境核对。'),
  ]
}
