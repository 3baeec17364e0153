import type { Crypto } from '../ports/crypto.ts'
import { type Chain, type ChainLink, linkIn, readChain, type Spelling, writeChain } from './chain.ts'
import { entryLine, type LogEntry } from './entry.ts'
import { readEntry } from './readEntry.ts'

const SPELLING: Spelling<LogEntry> = { read: readEntry, write: entryLine }

export type Linked = ChainLink<LogEntry>

/** A process log: its entries from the first to the last, and everything in the file that is not as it was written. */
export type ProcessLog = Chain<LogEntry>

export function readLog(text: string, crypto: Crypto): Promise<ProcessLog> {
  return readChain(text, SPELLING, crypto)
}

/** The lines of a log: entries in their order, then the line that closes them. */
export function writeLog(entries: readonly Linked[]): string {
  return writeChain(entries, SPELLING)
}

/** An entry with its digest, after whatever it names as its parents. */
export function link(entry: LogEntry, crypto: Crypto): Promise<Linked> {
  return linkIn(entry, SPELLING, crypto)
}
