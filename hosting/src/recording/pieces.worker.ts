// Writes a recording into a file of the origin private file system, piece by piece. Each piece is
// flushed before it is answered, so a crash loses only what has not come yet. Only workers get the
// handle that can do this. https://fs.spec.whatwg.org/#api-filesystemsyncaccesshandle

export type Order =
  | { readonly type: "open"; readonly folder: string; readonly fileName: string }
  | { readonly type: "write"; readonly piece: ArrayBuffer }
  | { readonly type: "close" };

/** One for each order, in their order. A problem is the name of a DOMException. */
export interface Answer {
  readonly problem: string | null;
}

interface AccessHandle {
  write(piece: ArrayBuffer, options: { at: number }): number;
  truncate(bytes: number): void;
  flush(): void;
  close(): void;
}

interface SyncFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<AccessHandle>;
}

let file: AccessHandle | null = null;
let bytes = 0;

async function open(folder: string, fileName: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const directory = await root.getDirectoryHandle(folder, { create: true });
  const handle = (await directory.getFileHandle(fileName, { create: true })) as SyncFileHandle;
  file = await handle.createSyncAccessHandle();
  file.truncate(0);
}

/** All of the piece or nothing, so that the file stays playable. */
function write(piece: ArrayBuffer): void {
  try {
    const written = file?.write(piece, { at: bytes });
    if (written !== piece.byteLength) throw new DOMException("The disk is full", "QuotaExceededError");
    file?.flush();
    bytes += piece.byteLength;
  } catch (error) {
    file?.truncate(bytes);
    throw error;
  }
}

async function obey(order: Order): Promise<void> {
  if (order.type === "open") return open(order.folder, order.fileName);
  if (order.type === "write") return write(order.piece);
  file?.close();
}

let orders = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  orders = orders.then(async () => {
    const problem = await obey(data).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.name : "Error"),
    );
    postMessage({ problem } satisfies Answer);
  });
});
