// Whether the server answers, how fast, and which relays it names. It makes a room for a moment and
// erases it: only who has a seat is told of relays.
import type { Api } from "../api/client.ts";
import type { Clock } from "../platform/clock.ts";
import { find, type Finding } from "./finding.ts";
import { within } from "./poll.ts";

export type ServerApi = Pick<Api, "generateID" | "create" | "connect" | "burn">;

const slowMs = 2_500;
/** The server's own patience is shorter. */
const answerWaitMs = 20_000;

export async function checkServer(
  api: ServerApi,
  { clock, isOnline, signal }: { clock: Clock; isOnline: boolean; signal: AbortSignal },
): Promise<{ finding: Finding; userID: string | null }> {
  const startedAt = clock.now();
  try {
    const answer = await within(api.generateID({ signal }), clock, answerWaitMs);
    if (answer === null) return { finding: find("server", "failed", "no-answer"), userID: null };
    const tookMs = Math.round(clock.now() - startedAt);
    const isSlow = tookMs > slowMs;
    return {
      finding: find("server", isSlow ? "look" : "ok", isSlow ? "slow" : "ok", { tookMs }),
      userID: answer.userID,
    };
  } catch (error) {
    if (!isOnline) return { finding: find("server", "failed", "offline"), userID: null };
    // An answer has a status. Without one, nothing came through.
    const status = statusOf(error);
    const finding =
      status === 0 ? find("server", "failed", "no-answer") : find("server", "failed", "refused", { status });
    return { finding, userID: null };
  }
}

function statusOf(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === "number" ? status : 0;
}

/** Null where the server does not say. */
export async function askIceServers(
  api: ServerApi,
  userID: string | null,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<RTCIceServer[] | null> {
  if (userID === null) return null;
  return within(askWithRoom(api, userID, signal), clock, answerWaitMs).catch(() => null);
}

async function askWithRoom(api: ServerApi, userID: string, signal: AbortSignal): Promise<RTCIceServer[]> {
  const { uuid, hostKey } = await api.create({}, { signal });
  try {
    const constraints = { audio: false, video: false };
    const session = crypto.randomUUID();
    const seat = await api.connect({ uuid, userID, constraints, session, hostKey }, { signal });
    return seat.iceServers as RTCIceServer[];
  } finally {
    // Left alone, it expires within minutes. It is erased even where the person has left the page.
    await api.burn({ uuid, userID, hostKey }).catch(() => undefined);
  }
}
