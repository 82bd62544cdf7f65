// The line of the last person: every packet of peer connections passes a socket of ours, which
// stands for the address that it came from, as behind a NAT. What the last person sends goes one
// lane, what it gets the other one. Packets between others pass at once.
//
// What it cannot show: bursts of loss, jitter, other traffic in the queue, and loss of TCP packets
// (of signalling and of TURN over TCP). Those only have the delay.
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import type { Page } from "playwright-core";
import type { Conditions } from "./conditions.ts";
import { createLane } from "./lane.ts";
import { rewriteCandidates } from "./rewrite-candidates.ts";

interface End {
  readonly address: string;
  readonly port: number;
  readonly isLast: boolean;
  socket: Socket;
}

export interface Line {
  set(conditions: Conditions): void;
  /** Call it for each page before its scripts run. */
  attach(page: Page, isLast: boolean): Promise<void>;
  /** The last person has another address from now on, as after a change of the network. */
  changeAddress(): Promise<void>;
  close(): void;
}

export function createLine({ isIPv4Blocked = false }: { readonly isIPv4Blocked?: boolean | undefined } = {}): Line {
  const [out, into] = [createLane(), createLane()];
  const ends = new Map<string, Promise<End>>();
  const settled = new Map<string, End>();
  const waiting = new Map<string, (() => void)[]>();
  let isClosed = false;

  async function openSocket(end: Pick<End, "address" | "port" | "isLast">): Promise<Socket> {
    const socket = createSocket(end.address.includes(":") ? "udp6" : "udp4");
    socket.on("error", () => {});
    socket.on("message", (packet, { address, port }) => {
      const from = settled.get(`${address} ${port}`);
      if (from === undefined) return;
      const arrive = () => {
        if (!isClosed) from.socket.send(packet, end.port, end.address, () => {});
      };
      if (from.isLast) out.carry(packet.length, arrive);
      else if (end.isLast) into.carry(packet.length, arrive);
      else arrive();
    });
    socket.bind(0, end.address);
    await once(socket, "listening");
    return socket;
  }

  async function add(address: string, port: number, isLast: boolean): Promise<void> {
    const key = `${address} ${port}`;
    if (ends.has(key)) return;
    const opening = openSocket({ address, port, isLast }).then((socket) => ({ address, port, isLast, socket }));
    ends.set(key, opening);
    settled.set(key, await opening);
    for (const go of waiting.get(key) ?? []) go();
    waiting.delete(key);
  }

  /** The port that stands for this one. Its page tells of it at about the same time. */
  async function translate(address: string, port: number): Promise<number> {
    const key = `${address} ${port}`;
    if (!settled.has(key)) {
      await new Promise<void>((resolve) => waiting.set(key, [...(waiting.get(key) ?? []), resolve]));
    }
    return settled.get(key)!.socket.address().port;
  }

  return {
    set(conditions) {
      for (const lane of [out, into]) lane.set(conditions);
    },
    async attach(page, isLast) {
      await page.exposeFunction("tellAddress", (address: string, port: number) => add(address, port, isLast));
      await page.exposeFunction("translateAddress", translate);
      await page.addInitScript(rewriteCandidates, isIPv4Blocked);
    },
    async changeAddress() {
      for (const end of settled.values()) {
        if (!end.isLast) continue;
        const before = end.socket;
        end.socket = await openSocket(end);
        before.close();
      }
    },
    close() {
      isClosed = true;
      for (const { socket } of settled.values()) socket.close();
    },
  };
}
