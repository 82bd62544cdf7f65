// Where an arriving file is kept until it is complete: block by block, so that nothing of it has to
// stay in memory, and so that what is there is whole.

export interface KeptFile {
  /** Bytes of whole blocks. */
  readonly length: number;
  /** Rejects when there is no room. */
  append(block: Uint8Array<ArrayBuffer>): Promise<void>;
  /** What is there, without a copy in memory. */
  read(): Promise<Blob>;
  /** Erases it. It may be appended to again. */
  erase(): Promise<void>;
}

export interface FileStore {
  /** Whether a part of it is kept, as from before a reload. */
  has(key: string, size: number): Promise<boolean>;
  /** With what is kept of it. Null when a file of this size finds no room. */
  open(key: string, size: number): Promise<KeptFile | null>;
  /** The visit is over. Complete files stay for a while: the browser may still be saving them. */
  close(): void;
}
