// Who asks, as networks, for limits only. A network is never stored or logged: limits keep an HMAC
// of it. One customer has a whole IPv6 /64, often a /48. A /48 or a proxy may also stand for many
// people, so these count with a larger limit.

export interface Network {
  readonly kind: "caller" | "site" | "proxy";
  readonly address: string;
  /** How many times the limit of one caller it may use. */
  readonly share: number;
}

/** The narrowest network first. Empty if the address is unknown. */
export type Caller = readonly Network[];

const manyPeople = 20;

/** `proxy` is the nearest one in front of the caller, if there is any. */
export function toCaller(address: string | undefined, proxy?: string): Caller {
  const plain = toPlain(address);
  // Loopback is the developer's own machine. Callers cannot be distinguished.
  if (plain === undefined || plain === "::1" || plain.startsWith("127.")) return [];
  const groups = plain.includes(":") ? toGroups(plain) : null;
  const own: Network = { kind: "caller", address: groups?.slice(0, 4).join(":") ?? plain, share: 1 };
  const site: Network[] = groups ? [{ kind: "site", address: groups.slice(0, 3).join(":"), share: manyPeople }] : [];
  const near = toPlain(proxy);
  return [own, ...site, ...(near === undefined ? [] : [{ kind: "proxy", address: near, share: manyPeople } as const])];
}

/** Lower case, without a zone. An IPv4 address in IPv6 is that IPv4 address. */
function toPlain(address: string | undefined): string | undefined {
  return address
    ?.toLowerCase()
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.)/, "");
}

/** The eight groups of an IPv6 address, four digits each. The last two may be written as IPv4. */
function toGroups(address: string): string[] {
  const split = (part: string): string[] => (part === "" ? [] : part.split(":"));
  const [head = "", tail = ""] = address.replace(/\d+(\.\d+){3}$/, "0:0").split("::");
  const [before, after] = [split(head), split(tail)];
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...zeros, ...after].map((group) => group.padStart(4, "0"));
}
