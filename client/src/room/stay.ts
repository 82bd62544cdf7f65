// A stay in a room, from the token to the end: it enters, keeps its lease, and listens. Only this
// module and what it imports load Firebase.
import { limits, type ResponseOf } from "@meetogram/contract";
import { deleteDoc } from "firebase/firestore";
import { wait } from "../retry.ts";
import { enter, isRefusal, renew } from "./enter.ts";
import { openFirestore } from "./firestore.ts";
import { openInbox } from "./inbox.ts";
import { watchPeople } from "./people.ts";
import { openPlace } from "./place.ts";
import { createRetaking } from "./retaking.ts";
import type { EndOfStay, Room } from "./room.ts";
import type { Sealing } from "./sealing.ts";
import type { SiteConfig } from "./site-config.ts";

/** Without a network, a write waits for one. */
const leaveWithinMs = 2_000;

export interface StayOptions {
  readonly uuid: string;
  readonly session: string;
  readonly answer: ResponseOf<"connect">;
  readonly config: SiteConfig;
  readonly sealing: Sealing;
  readonly name: string;
  /** Aborted: nobody wants it any more. */
  readonly signal: AbortSignal;
  /** Asks for the same seat again. */
  retake(seat: number, signal: AbortSignal): Promise<ResponseOf<"connect">>;
  askIceServers(): Promise<ResponseOf<"iceServers">["iceServers"]>;
}

/** Resolves when it has entered. If it rejects, the seat is given up. */
export async function openStay(options: StayOptions): Promise<Room> {
  const { uuid, session, answer, sealing, name } = options;
  const { participantID, role, serverTime, token } = answer;
  const { firestore, signIn, closeApp } = openFirestore(options.config);
  const seat = await signIn(token).catch(async (error: unknown) => {
    await closeApp();
    throw error;
  });
  const at = openPlace({ firestore, uuid, session, participantID, role, seat, serverTime });
  const sealedName = name === "" ? null : await sealing.sealName(participantID, name);
  let iceServers = { servers: answer.iceServers, atMs: at.now() };

  const over = new AbortController();
  let closing: Promise<void> | undefined;
  let announce!: (end: EndOfStay) => void;
  const ended = new Promise<EndOfStay>((resolve) => (announce = resolve));
  const lose = createRetaking({
    signal: over.signal,
    ask: (signal) => options.retake(seat, signal),
    async resume(again) {
      at.setClock(again.serverTime);
      await signIn(again.token);
      await enter(at, sealedName);
      over.signal.throwIfAborted();
      people.start();
      inbox.restart();
    },
    onEnded: (end) => void close(end),
  });
  const people = watchPeople(at, lose);
  const inbox = openInbox({ at, sealing, isBarred: people.isBarred, handleLoss: lose });
  const renewal = setInterval(() => {
    people.publish();
    renew(at, people.room()).catch((error: unknown) => {
      if (isRefusal(error)) lose();
    });
  }, limits.leaseRefreshMs);

  function close(end: EndOfStay): Promise<void> {
    return (closing ??= finish(end));
  }

  async function finish(end: EndOfStay): Promise<void> {
    over.abort();
    clearInterval(renewal);
    people.stop();
    inbox.stop();
    // Without the seat nothing may be read any more, so it goes last.
    if (end === "left") await Promise.race([deleteDoc(at.own).catch(() => {}), wait(leaveWithinMs, undefined)]);
    await closeApp();
    announce(end);
  }

  try {
    options.signal.throwIfAborted();
    await enter(at, sealedName);
  } catch (error) {
    await close("left");
    throw error;
  }
  people.start();

  return {
    ...{ participantID, role, seat, name, ended },
    async iceServers() {
      const isOld = at.now() - iceServers.atMs > limits.turnTtlMs / 2;
      // Those of a STUN server do not expire.
      if (isOld && iceServers.servers.some(({ credential }) => credential !== undefined)) {
        const servers = await options.askIceServers().catch(() => null);
        if (servers !== null) iceServers = { servers, atMs: at.now() };
      }
      return iceServers.servers;
    },
    watchOthers: people.watch,
    isBarred: people.isBarred,
    sendSignal: (to, signal) => inbox.send(to, { ...signal, seat }),
    watchSignals: inbox.watch,
    leave: () => close("left"),
  };
}
