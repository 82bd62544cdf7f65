// Participants of a browser suite: each is a page with the real call. Their room is in memory, in
// Node.
import type { CDPSession } from "playwright-core";
import { createInMemoryRoom, type InMemoryRoom } from "../../../src/signalling/in-memory.ts";
import type { OwnChanges, Signalling } from "../../../src/signalling/signalling.ts";
import { waitUntil, type OpenedPage, type TestBrowser } from "./browser.ts";
import { releasePage, takePage, undisturbed } from "./page-pool.ts";
import type { ConnectionReport, ParticipantReport, RelayedEvent, StartOptions } from "./page.ts";

export interface Participant extends OpenedPage {
  readonly participantID: string;
  readonly network: CDPSession;
  enter(): Promise<void>;
  /** What is shown of the remote participants. */
  report(): Promise<ParticipantReport[]>;
  connections(): Promise<ConnectionReport[]>;
  /** Ctrl+R: the page ends, and another page takes a new seat. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export interface TestRoom {
  readonly room: InMemoryRoom;
  /** Messages that went through the server, by sender. */
  readonly sent: { from: string; to: string }[];
  /** Changes each message on its way. By default it changes nothing. */
  tamper: (payload: string) => string;
  join(
    name: string,
    options?: {
      devices?: StartOptions["devices"];
      participantID?: string;
      isAddressHidden?: boolean;
      /** Runs in the page before anything else. */
      prepare?: () => void;
    },
  ): Promise<Participant>;
  close(): Promise<void>;
}

export function createTestRoom(browser: TestBrowser, options: { delayMs?: number } = {}): TestRoom {
  const room = createInMemoryRoom(options);
  const uuid = crypto.randomUUID();
  const key = [...crypto.getRandomValues(new Uint8Array(16))];
  const opened: Participant[] = [];
  const testRoom: TestRoom = {
    room,
    sent: [],
    tamper: (payload) => payload,
    async join(
      name,
      {
        devices = { audio: true, video: true },
        participantID = crypto.randomUUID(),
        isAddressHidden = false,
        prepare,
      } = {},
    ) {
      let signalling: Signalling;
      let controller = new AbortController();
      const participantPage = await takePage(browser, prepare);
      const { page, context, network } = participantPage;
      participantPage.onRelay = async (method, ...args) => {
        if (method === "listen") listen();
        else if (method === "update") await signalling.update(args[0] as OwnChanges);
        else if (method === "leave") await signalling.leave();
        else {
          testRoom.sent.push({ from: participantID, to: args[0] as string });
          await signalling.send(args[0] as string, testRoom.tamper(args[1] as string));
        }
      };

      function listen() {
        const { signal } = controller;
        // A page that is closing accepts no more events.
        const deliver = (event: RelayedEvent) =>
          void page.evaluate((delivered) => window.meetogram.deliver(delivered), event).catch(() => {});
        signalling.onParticipants((participants) => deliver({ type: "participants", participants }), { signal });
        signalling.onMessage((message) => deliver({ type: "message", message }), { signal });
        signalling.onEnded((reason) => deliver({ type: "ended", reason }), { signal });
        signalling.onSeatLoss((loss) => deliver({ type: "lost", loss }), { signal });
        signalling.onRoom((state) => deliver({ type: "room", room: state }), { signal });
        signalling.onReachability((isReachable) => deliver({ type: "reachability", isReachable }), { signal });
      }

      async function start() {
        controller = new AbortController();
        signalling = room.seat(participantID);
        await page.evaluate((given) => window.meetogram.start(given), {
          self: signalling.self,
          room: uuid,
          key,
          name,
          capture: { width: 640, height: 360, frameRate: 15 },
          devices,
          isAddressHidden,
        });
      }

      const participant: Participant = {
        participantID,
        page,
        context,
        network,
        enter: () => page.evaluate(() => window.meetogram.enter()),
        report: () => page.evaluate(() => window.meetogram.report()),
        connections: () => page.evaluate(() => window.meetogram.connections()),
        async reload() {
          controller.abort();
          await browser.prepare(page);
          await start();
        },
        async close() {
          controller.abort();
          await releasePage(browser, participantPage, prepare !== undefined);
        },
      };
      opened.push(participant);
      await start();
      return participant;
    },
    async close() {
      for (const participant of opened) await participant.close();
    },
  };
  return testRoom;
}

/** Cuts or restores everything that a participant's connections send and receive. */
export async function cut(participant: Participant, isCut: boolean): Promise<void> {
  await participant.network.send("Network.emulateNetworkConditions", { ...undisturbed, offline: isCut });
}

/** Waits until the viewer really receives media: frames advance and the audio has energy. */
export async function waitForMedia(viewer: Participant, from: Participant): Promise<ParticipantReport> {
  const find = async () => (await viewer.report()).find(({ participantID }) => participantID === from.participantID);
  const before = (await find())?.framesPresented ?? 0;
  return waitUntil(`media of ${from.participantID}`, async () => {
    const shown = await find();
    const connections = await viewer.connections();
    const isHeard = connections.some(({ audioEnergy, framesDecoded }) => audioEnergy > 0.001 && framesDecoded >= 5);
    return shown && shown.status === "connected" && shown.framesPresented >= before + 2 && isHeard ? shown : null;
  }) as Promise<ParticipantReport>;
}

export function waitForReport(
  viewer: Participant,
  what: string,
  isSo: (reports: ParticipantReport[]) => boolean,
): Promise<unknown> {
  return waitUntil(what, async () => isSo(await viewer.report()));
}
