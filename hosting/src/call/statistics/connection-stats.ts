// The statistics of a connection: getStats read every few seconds, as differences to the previous
// reading. They contain no address.

export type Limitation = "none" | "cpu" | "bandwidth" | "other";

/** Current statistics of the connection to one participant. */
export interface PeerStats {
  /** Null where the browser does not tell. */
  readonly roundTripMs: number | null;
  /** Of what the remote participant sends: 0 to 1. */
  readonly lossRatio: number;
  readonly receivedBps: number;
  readonly sentBps: number;
  /** Of the received camera video. 0 when none arrives. */
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** Through a TURN server. */
  readonly isRelayed: boolean | null;
  /** What keeps the local video below its planned size. */
  readonly limitation: Limitation;
  /**
   * The bitrate that the browser aims at for the local camera. Null where the browser does not
   * tell.
   */
  readonly targetBps: number | null;
  /** What the browser believes the way to them carries. Null where it does not tell. */
  readonly availableBps: number | null;
  /** What was received of the remote participant's audio. */
  readonly audio: "sound" | "silence" | "none";
  /** The local microphone was clearly loud. */
  readonly isMicrophoneLoud: boolean;
  /**
   * The local microphone gave zeros only, not even noise. Null while it is off, or where the
   * browser does not tell.
   */
  readonly isMicrophoneDead: boolean | null;
}

/** Totals since the connection started. */
export interface StatsSample {
  readonly atMs: number;
  readonly roundTripMs: number | null;
  readonly isRelayed: boolean | null;
  readonly bytesReceived: number;
  readonly bytesSent: number;
  readonly packetsReceived: number;
  readonly packetsLost: number;
  readonly audioPacketsReceived: number;
  readonly audioEnergyReceived: number;
  readonly audioEnergySent: number;
  readonly audioSecondsSent: number;
  readonly framesDecoded: number;
  readonly width: number;
  readonly height: number;
  readonly limitation: Limitation;
  readonly targetBps: number | null;
  readonly availableBps: number | null;
}

/**
 * Audio energy per second. A whisper counts as received sound; only clearly loud audio counts as
 * sent.
 */
const heardEnergyPerSecond = 1e-6;
const loudEnergyPerSecond = 1e-4;

/** `cameraMid` distinguishes the camera from a shared screen. */
export function sampleStats(stats: Iterable<Record<string, unknown>>, cameraMid: string | null, atMs: number) {
  const byID = new Map<unknown, Record<string, unknown>>();
  const sample = {
    atMs,
    roundTripMs: null as number | null,
    isRelayed: null as boolean | null,
    bytesReceived: 0,
    bytesSent: 0,
    packetsReceived: 0,
    packetsLost: 0,
    audioPacketsReceived: 0,
    audioEnergyReceived: 0,
    audioEnergySent: 0,
    audioSecondsSent: 0,
    framesDecoded: 0,
    width: 0,
    height: 0,
    limitation: "none" as Limitation,
    targetBps: null as number | null,
    availableBps: null as number | null,
  };
  let pair: Record<string, unknown> | undefined;
  let selectedID: unknown;
  for (const stat of stats) byID.set(stat["id"], stat);
  for (const stat of byID.values()) {
    const isCamera = cameraMid === null || stat["mid"] === undefined || stat["mid"] === cameraMid;
    switch (stat["type"]) {
      case "inbound-rtp":
        sample.bytesReceived += count(stat["bytesReceived"]);
        sample.packetsReceived += count(stat["packetsReceived"]);
        sample.packetsLost += count(stat["packetsLost"]);
        if (stat["kind"] === "audio") {
          sample.audioPacketsReceived += count(stat["packetsReceived"]);
          sample.audioEnergyReceived += count(stat["totalAudioEnergy"]);
        } else if (isCamera) {
          sample.framesDecoded += count(stat["framesDecoded"]);
          sample.width = count(stat["frameWidth"]);
          sample.height = count(stat["frameHeight"]);
        }
        break;
      case "outbound-rtp":
        sample.bytesSent += count(stat["bytesSent"]);
        if (stat["kind"] === "video" && stat["active"] !== false && isCamera) {
          sample.limitation = (stat["qualityLimitationReason"] as Limitation | undefined) ?? "none";
          sample.targetBps = typeof stat["targetBitrate"] === "number" ? stat["targetBitrate"] : null;
        }
        break;
      case "media-source":
        if (stat["kind"] !== "audio") break;
        sample.audioEnergySent += count(stat["totalAudioEnergy"]);
        sample.audioSecondsSent += count(stat["totalSamplesDuration"]);
        break;
      case "transport":
        selectedID ??= stat["selectedCandidatePairId"];
        break;
      case "candidate-pair":
        if (stat["selected"] === true || (stat["nominated"] === true && stat["state"] === "succeeded")) pair ??= stat;
        break;
    }
  }
  pair = byID.get(selectedID) ?? pair;
  if (pair !== undefined) {
    const roundTrip = pair["currentRoundTripTime"];
    sample.roundTripMs = typeof roundTrip === "number" ? Math.round(roundTrip * 1_000) : null;
    const available = pair["availableOutgoingBitrate"];
    sample.availableBps = typeof available === "number" ? available : null;
    const ends = [byID.get(pair["localCandidateId"]), byID.get(pair["remoteCandidateId"])];
    sample.isRelayed = ends.some((end) => end?.["candidateType"] === "relay");
  }
  return sample satisfies StatsSample;
}

/** What a sample says of one moment. */
type NotTotal = "limitation" | "targetBps" | "availableBps" | "isRelayed" | "roundTripMs";

export function compareSamples(before: StatsSample, now: StatsSample): PeerStats {
  const seconds = Math.max(0.001, (now.atMs - before.atMs) / 1_000);
  const grown = (key: Exclude<keyof StatsSample, NotTotal>) => Math.max(0, now[key] - before[key]);
  const lost = grown("packetsLost");
  const expected = lost + grown("packetsReceived");
  const framesPerSecond = Math.round(grown("framesDecoded") / seconds);
  const isSounding = grown("audioEnergyReceived") / seconds > heardEnergyPerSecond;
  return {
    roundTripMs: now.roundTripMs,
    lossRatio: expected === 0 ? 0 : lost / expected,
    receivedBps: Math.round((grown("bytesReceived") * 8) / seconds),
    sentBps: Math.round((grown("bytesSent") * 8) / seconds),
    width: framesPerSecond === 0 ? 0 : now.width,
    height: framesPerSecond === 0 ? 0 : now.height,
    framesPerSecond,
    isRelayed: now.isRelayed,
    limitation: now.limitation,
    targetBps: now.targetBps,
    availableBps: now.availableBps,
    audio: isSounding ? "sound" : grown("audioPacketsReceived") > 0 ? "silence" : "none",
    isMicrophoneLoud: grown("audioEnergySent") / seconds > loudEnergyPerSecond,
    isMicrophoneDead: grown("audioSecondsSent") === 0 ? null : grown("audioEnergySent") === 0,
  };
}

function count(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
