// The ways in which this side ends a connection: with a last word that still has to arrive, or by
// letting it live on for the remote side.
import type { HostWord } from "@meetogram/contract";
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";
import { closeByRemote, type ControlChannel } from "./control-channel.ts";
import type { Peer } from "./peer.ts";

export function createPeerClosing(options: {
  connection: RTCPeerConnection;
  channel: ControlChannel;
  clock: Clock;
  /** Aborted by `stop`. */
  signal: AbortSignal;
  /** Ends everything that the peer does. */
  stop: () => void;
}): Pick<Peer, "close" | "expel" | "retire"> {
  const { connection, channel, clock, signal, stop } = options;
  return {
    close(bye) {
      if (signal.aborted) return;
      stop();
      if (bye === undefined || !channel.send({ type: "bye", reason: bye })) connection.close();
      else closeByRemote(connection, channel, { clock, withinMs: timings.lingerMs });
    },
    expel(lastWord: HostWord | null) {
      // It is retired, and open only for the remote side's sake.
      if (signal.aborted) return connection.close();
      stop();
      if (lastWord === null || !channel.send(lastWord)) return connection.close();
      // Only the word still has time. Media stops now, in both directions.
      for (const transceiver of connection.getTransceivers()) transceiver.stop();
      closeByRemote(connection, channel, { clock, withinMs: timings.lingerMs });
    },
    retire() {
      if (signal.aborted) return;
      stop();
      if (channel.isOpen) closeByRemote(connection, channel, { clock, withinMs: timings.retiredLingerMs });
      else connection.close();
    },
  };
}
