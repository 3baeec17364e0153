import { type Network, NetworkError, type Question } from '../ports/network.ts'

/** Requests by the fetch that Node has. Redirects are not followed: they would lead to a server that nobody named. */
export const nodeNetwork: Network = {
  async ask(url, question, { milliseconds, bytes }) {
    const address = URL.canParse(url) ? new URL(url) : undefined
    if (address?.protocol !== 'http:' && address?.protocol !== 'https:') throw new NetworkError('address', url)
    const signal = AbortSignal.timeout(milliseconds)
    try {
      const response = await fetch(address, { ...requestOf(question), redirect: 'manual', signal })
      if (response.status !== 200) {
        await response.body?.cancel()
        throw new NetworkError('refused', url, response.status)
      }
      return await readUpTo(response, bytes, url)
    } catch (error) {
      if (error instanceof NetworkError) throw error
      throw new NetworkError(signal.aborted ? 'slow' : 'unreachable', url, error)
    }
  },
}

function requestOf(question: Question | undefined): RequestInit {
  if (!question) return {}
  const { body, type, accept } = question
  return { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': type, accept } }
}

async function readUpTo(response: Response, limit: number, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of response.body ?? []) {
    total += chunk.length
    if (total > limit) throw new NetworkError('too-large', url)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
