// The part of files that is loaded on first use: the transfers, and what keeps them meanwhile.
import { openOwnStore } from "./storage/own-store.ts";
import { createFileTransfers, type FileTransfers } from "./transfer/file-transfers.ts";

type Options = Omit<Parameters<typeof createFileTransfers>[0], "store" | "now">;

/** `visit` is the same for every page of a visit. The files are given up with the signal. */
export async function startTransfers(
  visit: string,
  options: Options & { signal: AbortSignal },
): Promise<FileTransfers> {
  const store = await openOwnStore(visit);
  const transfers = createFileTransfers({ ...options, store, now: () => performance.now() });
  const close = () => {
    transfers.close();
    store.close();
  };
  if (options.signal.aborted) close();
  else options.signal.addEventListener("abort", close);
  return transfers;
}
