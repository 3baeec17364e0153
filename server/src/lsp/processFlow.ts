import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { fileBeside, folderOf } from '../text/uri.ts'
import { askEditor } from './askEditor.ts'
import type { Session } from './session.ts'

const USUAL = '发文'

/**
 * The flow of a document, as the setting `hongtou.flow` of its folder names it: one of ours by its name, or a file of the
 * workspace. Another file of the machine is not read, whoever names it.
 * @throws {Failure} `flow-outside`; `no-answer`: nothing is put on record by a flow that is only guessed
 */
export async function flowOf(session: Session, uri: Uri): Promise<string> {
  const { connection, client } = session
  if (!client.configuration) return USUAL
  const sent: unknown = await askEditor(
    connection.workspace.getConfiguration({ scopeUri: uri, section: 'hongtou.flow' }),
  )
  const named = typeof sent === 'string' ? sent.trim() : ''
  if (named === '') return USUAL
  return /\.ya?ml$/.test(named) ? fileOf(session, uri, named) : named
}

function fileOf({ folders }: Session, uri: Uri, named: string): Uri {
  const folder = [...folders].filter((each) => uri.startsWith(`${each}/`)).sort((a, b) => b.length - a.length)[0]
  const base = `${folder ?? folderOf(uri) ?? ''}/`
  const file = fileBeside(named, base)
  if (file === undefined || !file.startsWith(new URL(base).href))
    throw new Failure('flow-outside', message('设置“hongtou.flow”写的“{0}”不在工作区文件夹里，没有读它。', named))
  return file
}
