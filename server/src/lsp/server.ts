import { type Connection, type ConnectionOptions, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { describeServer } from './capabilities.ts'
import { clientFacts } from './clientFacts.ts'
import { createGate } from './gate.ts'
import type { ServerPorts } from './ports.ts'
import { readOptions } from './settings.ts'
import { answerMalformed, onlyWellFormed } from './wellFormed.ts'

export type { ServerPorts } from './ports.ts'

/**
 * Serves one editor until it leaves. It is answered at once what the server can do; what does it is loaded behind that answer,
 * while the editor's messages wait in their order.
 * @param open makes the connection to the editor; the caller brings the machine
 */
export function startServer(open: (options: ConnectionOptions) => Connection, ports: ServerPorts): void {
  const gate = createGate()
  const connection = open({ messageStrategy: onlyWellFormed(gate, (text) => connection.console.warn(text)) })
  answerMalformed(connection)
  let begun = false
  connection.onInitialize((params) => {
    if (begun) throw new ResponseError(LSPErrorCodes.RequestFailed, 'initialize was sent twice')
    begun = true
    gate.close()
    const load = async (): Promise<void> => {
      try {
        const { serve } = await import('./serve.ts')
        await serve(connection, ports, params)
      } catch (error) {
        connection.console.error(error instanceof Error ? error.message : String(error))
      } finally {
        gate.open()
      }
    }
    // The answer goes out first: loading does not let anything else run.
    setTimeout(() => void load(), 0)
    return describeServer(
      clientFacts(params.capabilities ?? {}),
      readOptions(params.initializationOptions),
      ports.version,
    )
  })
  connection.listen()
}
