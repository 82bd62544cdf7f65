// Who is asking, for rate limits only. Behind Firebase Hosting the last hop is a proxy shared by many people and the person is
// in `fastly-client-ip`; a direct caller can forge that header, but not the last hop, which Google writes. Hence both.
import type { IncomingMessage } from "node:http";

export interface Caller {
  /** The person's address as claimed; undefined when it is not known. */
  readonly client: string | undefined;
  /** The address that the platform itself saw. */
  readonly hop: string | undefined;
}

export function callerOf(request: IncomingMessage): Caller {
  const hop = lastEntry(request.headers["x-forwarded-for"]) ?? request.socket.remoteAddress;
  const client = lastEntry(request.headers["fastly-client-ip"]) ?? hop;
  return { client: withoutLoopback(client), hop: withoutLoopback(hop) };
}

function lastEntry(header: string | string[] | undefined): string | undefined {
  const last = [header].flat().join(",").split(",").at(-1)?.trim();
  return last === "" ? undefined : last;
}

/** Loopback is a developer's own machine or a proxy on it: nobody to tell apart. */
function withoutLoopback(address: string | undefined): string | undefined {
  return address !== undefined && /^(::1|(::ffff:)?127\.)/.test(address) ? undefined : address;
}
