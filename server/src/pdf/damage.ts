import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'

/**
 * The file breaks the rules of PDF in a way that readers mend differently, so nothing certain can be said of it.
 * @param what names the broken part, behind the word that says where
 */
export function damaged(what: string, offset: number): Failure {
  return new Failure(
    'pdf-damaged',
    message('PDF 文件已损坏：第 {0} 字节处{1}。请向出具方重新索取，或用生成它的软件重新导出。', offset, message(what)),
  )
}

/** A limit that only a broken or hostile file reaches. */
export function tooLarge(what: string): Failure {
  return new Failure('pdf-limit', message('PDF 文件超出可处理的范围：{0}。这样的文件不予处理。', message(what)))
}
