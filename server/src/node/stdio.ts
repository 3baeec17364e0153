// An editor at standard input and output. What it sends and cannot be read is answered as JSON-RPC asks for; where its bytes make no
// sense any more, the server says so and leaves, so that the editor starts it anew. The library's own reader stays silent then.
import { Console } from 'node:console'
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  Emitter,
  ErrorCodes,
  Message,
  type MessageReader,
  type PartialMessageInfo,
  ProposedFeatures,
  type ResponseMessage,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { Failure } from '../text/failure.ts'
import { formatMessage } from '../text/message.ts'
import { createFraming } from './framing.ts'

export function openStdio(options: ConnectionOptions): Connection {
  // Standard output is for messages alone, whatever a package has to say.
  globalThis.console = new Console(process.stderr)
  const writer = new StreamMessageWriter(process.stdout)
  const refuse = (id: Id, code: number, sentence: string) =>
    void writer.write({ jsonrpc: '2.0', id, error: { code, message: sentence } } as ResponseMessage)
  return createConnection(ProposedFeatures.all, stdinReader(refuse), writer, options)
}

type Id = string | number | null
type Refuse = (id: Id, code: number, sentence: string) => void

/** What an editor says last. One that is gone, or is not understood any more, counts as having said it. */
const EXIT = { jsonrpc: '2.0', method: 'exit' }

function stdinReader(refuse: Refuse): MessageReader {
  const emitters = [new Emitter<Error>(), new Emitter<void>(), new Emitter<PartialMessageInfo>()] as const
  const [errors, closed, partial] = emitters
  return {
    onError: errors.event,
    onClose: closed.event,
    onPartialMessage: partial.event,
    listen(callback) {
      const { stdin, stderr } = process
      const framing = createFraming()
      const leave = () => {
        stdin.off('data', take).off('end', leave).off('close', leave)
        callback(EXIT)
      }
      const take = (chunk: Uint8Array) => {
        try {
          for (const body of framing.take(chunk)) read(body, callback, refuse)
        } catch (error) {
          if (!(error instanceof Failure)) throw error
          stderr.write(`${formatMessage(error.sentence)}\n`)
          leave()
        }
      }
      stdin.on('data', take).on('end', leave).on('close', leave)
      return { dispose: () => void stdin.off('data', take) }
    },
    dispose() {
      for (const each of emitters) each.dispose()
    },
  }
}

function read(body: Uint8Array, callback: (message: Message) => void, refuse: Refuse): void {
  let said: unknown
  try {
    said = JSON.parse(new TextDecoder().decode(body))
  } catch {
    refuse(null, ErrorCodes.ParseError, '收到的消息不是 JSON，没有处理。')
    return
  }
  if (isMessage(said)) callback(said)
  else refuse(idOf(said), ErrorCodes.InvalidRequest, '收到的消息不是请求、通知或应答，没有处理。')
}

/** An answer without a result is one too: whoever waits for it is told that it came to nothing. */
function isMessage(said: unknown): said is Message {
  if (typeof said !== 'object' || said === null) return false
  const each = said as Message
  const isKnown = Message.isRequest(each) || Message.isNotification(each) || Message.isResponse(each)
  return isKnown || (idOf(said) !== null && !('method' in said))
}

function idOf(said: unknown): Id {
  const id = (said as { readonly id?: unknown } | null)?.id
  return typeof id === 'string' || typeof id === 'number' ? id : null
}
