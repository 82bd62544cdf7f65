// The networks that a run measures: a good one, a middle, the corners that the goals name, and
// those that differ from the middle in one figure; what changes during a call, and what blocks it.
// The last person to enter is on that network, in both directions. The others are on a good one.

export interface Conditions {
  /** In kbit/s, each way. Null: as fast as the machine. */
  readonly rateKbps: number | null;
  /** Percent of the packets, each way, at random. */
  readonly lossPercent: number;
  readonly roundTripMs: number;
}

export interface Row {
  /** For `--only`. */
  readonly name: string;
  readonly people: number;
  readonly conditions: Conditions;
  /** Conditions from some moment of the call on, and then the first ones again. */
  readonly meanwhile?: Conditions;
  /** Only TURN over TCP is left. */
  readonly isUdpBlocked?: boolean;
  /** Peer connections have IPv6 only. The machine needs such an address. */
  readonly isIPv4Blocked?: boolean;
  /** In the call, before it is counted. */
  readonly changesAddress?: boolean;
  /** What the last person's clock is wrong by. */
  readonly clockWrongByMs?: number;
}

const middle: Conditions = { rateKbps: 1_000, lossPercent: 2, roundTripMs: 150 };
const good: Conditions = { rateKbps: null, lossPercent: 0, roundTripMs: 30 };
/** The goal: speech goes on. */
const poor: Conditions = { rateKbps: 100, lossPercent: 10, roundTripMs: 150 };
const hourMs = 3_600_000;

export const rows: readonly Row[] = [
  { name: "good", people: 2, conditions: good },
  { name: "middle", people: 2, conditions: middle },
  { name: "poor", people: 2, conditions: poor },
  { name: "far", people: 2, conditions: { ...middle, lossPercent: 10, roundTripMs: 600 } },
  { name: "change", people: 2, conditions: good, meanwhile: poor },
  { name: "poor-3", people: 3, conditions: poor },
  { name: "loss-10", people: 2, conditions: { ...middle, lossPercent: 10 } },
  { name: "rate-100", people: 2, conditions: { ...middle, rateKbps: 100 } },
  { name: "address", people: 2, conditions: middle, changesAddress: true },
  { name: "loss-20", people: 2, conditions: { ...middle, lossPercent: 20 } },
  { name: "rate-300", people: 2, conditions: { ...middle, rateKbps: 300 } },
  { name: "trip-600", people: 2, conditions: { ...middle, roundTripMs: 600 } },
  { name: "middle-3", people: 3, conditions: middle },
  { name: "clock", people: 2, conditions: good, clockWrongByMs: 5 * hourMs },
  { name: "no-udp", people: 2, conditions: { ...good, roundTripMs: 150 }, isUdpBlocked: true },
  { name: "ipv6", people: 2, conditions: { ...good, roundTripMs: 150 }, isIPv4Blocked: true },
  { name: "loss-0", people: 2, conditions: { ...middle, lossPercent: 0 } },
  { name: "trip-30", people: 2, conditions: { ...middle, roundTripMs: 30 } },
  { name: "rate-300-3", people: 3, conditions: { ...middle, rateKbps: 300 } },
];

export function describe({
  conditions,
  meanwhile,
  isUdpBlocked,
  isIPv4Blocked,
  changesAddress,
  clockWrongByMs,
}: Row): string {
  const words = ({ rateKbps, lossPercent, roundTripMs }: Conditions) =>
    `${rateKbps === null ? "any rate" : `${rateKbps} kbit/s`}, ${lossPercent} %, ${roundTripMs} ms`;
  return [
    words(conditions),
    ...(meanwhile === undefined ? [] : [`then ${words(meanwhile)}, then as before`]),
    ...(isUdpBlocked === true ? ["UDP blocked"] : []),
    ...(isIPv4Blocked === true ? ["IPv6 only"] : []),
    ...(changesAddress === true ? ["another address in the call"] : []),
    ...(clockWrongByMs === undefined ? [] : [`clock wrong by ${clockWrongByMs / hourMs} h`]),
  ].join("; ");
}
