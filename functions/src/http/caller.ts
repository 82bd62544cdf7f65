// Identifies the caller, for rate limits only. Behind Firebase Hosting the last hop is a proxy that
// many people share, and `fastly-client-ip` names the person. A direct caller can forge that
// header, but not the last hop, which Google writes. So both count.
import type { IncomingMessage } from "node:http";

export interface Caller {
  /** The person's network, as the header claims; undefined if unknown. */
  readonly client: string | undefined;
  /** The network that the platform saw. */
  readonly hop: string | undefined;
}

export function readCaller(request: IncomingMessage): Caller {
  const hop = lastEntry(request.headers["x-forwarded-for"]) ?? request.socket.remoteAddress;
  const client = lastEntry(request.headers["fastly-client-ip"]) ?? hop;
  return { client: toNetwork(client), hop: toNetwork(hop) };
}

function lastEntry(header: string | string[] | undefined): string | undefined {
  const last = [header].flat().join(",").split(",").at(-1)?.trim();
  return last === "" ? undefined : last;
}

/** An IPv4 address, or the /64 of an IPv6 address, since one customer has the whole /64. */
function toNetwork(address: string | undefined): string | undefined {
  const plain = address?.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  // Loopback is the developer's own machine, or a proxy on it. Callers cannot be distinguished.
  if (plain === undefined || plain === "::1" || plain.startsWith("127.")) return undefined;
  if (!plain.includes(":")) return plain;
  const [head = ""] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  return [...groups, "0", "0", "0", "0"]
    .slice(0, 4)
    .map((group) => group.padStart(4, "0"))
    .join(":");
}
