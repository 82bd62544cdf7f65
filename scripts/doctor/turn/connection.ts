// Sends one STUN request at a time to a server, over UDP, TCP or TLS, and gives its answer.
import { createSocket } from "node:dgram";
import { connect as connectTcp, isIP } from "node:net";
import { connect as connectTls, rootCertificates } from "node:tls";
import { decode, headerBytes, type Message } from "./message.ts";
import type { ServerUrl } from "./server-url.ts";

export interface Connection {
  /** Rejects if the server cannot be reached, or does not answer in time. */
  request(message: Buffer): Promise<Message>;
  close(): void;
}

/** https://www.rfc-editor.org/rfc/rfc8489#section-6.2.1 */
const firstResendMs = 500;

interface Wire {
  /** Calls back when something can be sent. */
  onReady(send: () => void): void;
  send(message: Buffer): void;
  close(): void;
  /** UDP loses packets. */
  readonly isLossy: boolean;
}

interface Handlers {
  readonly onMessage: (bytes: Buffer) => void;
  readonly onError: (error: Error) => void;
}

/** A callback that waits until it is ready, or is called at once. */
function createReadiness() {
  let isReady = false;
  let waiting: (() => void) | null = null;
  return {
    onReady(send: () => void) {
      if (isReady) send();
      else waiting = send;
    },
    setReady() {
      isReady = true;
      waiting?.();
    },
  };
}

function openUdp({ host, port }: ServerUrl, { onMessage, onError }: Handlers): Wire {
  const { onReady, setReady } = createReadiness();
  const socket = createSocket(isIP(host) === 6 ? "udp6" : "udp4");
  socket.on("error", onError);
  socket.on("message", onMessage);
  socket.once("connect", setReady);
  // A connected socket hears that nobody listens there (ICMP).
  socket.connect(port, host);
  return { isLossy: true, onReady, send: (message) => socket.send(message), close: () => socket.close() };
}

function openStream(server: ServerUrl, authorities: readonly string[], { onMessage, onError }: Handlers): Wire {
  const { onReady, setReady } = createReadiness();
  const { host, port, transport } = server;
  const ca = [...rootCertificates, ...authorities];
  const name = isIP(host) === 0 ? { servername: host } : {};
  const socket = transport === "tls" ? connectTls({ host, port, ca, ...name }) : connectTcp({ host, port });
  let rest = Buffer.alloc(0);
  socket.on("error", onError);
  socket.on("close", () => onError(new Error("it has closed the connection")));
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= headerBytes && rest.length >= headerBytes + rest.readUInt16BE(2)) {
      const end = headerBytes + rest.readUInt16BE(2);
      onMessage(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
  });
  socket.once(transport === "tls" ? "secureConnect" : "connect", setReady);
  return { isLossy: false, onReady, send: (message) => socket.write(message), close: () => socket.destroy() };
}

/** `authorities` are certificates that are trusted besides the usual ones. */
export function openConnection(server: ServerUrl, authorities: readonly string[], timeoutMs: number): Connection {
  let waiting: { id: Buffer; resolve: (message: Message) => void; reject: (error: Error) => void } | null = null;
  const handlers: Handlers = {
    onMessage(bytes) {
      const message = decode(bytes);
      if (message !== undefined && waiting?.id.equals(message.id) === true) waiting.resolve(message);
    },
    onError: (error) => waiting?.reject(error),
  };
  const wire = server.transport === "udp" ? openUdp(server, handlers) : openStream(server, authorities, handlers);

  return {
    async request(message) {
      const timers: NodeJS.Timeout[] = [];
      try {
        return await new Promise<Message>((resolve, reject) => {
          waiting = { id: message.subarray(8, headerBytes), resolve, reject };
          const late = new Error(`no answer within ${timeoutMs / 1000} s`);
          timers.push(setTimeout(() => reject(late), timeoutMs));
          wire.onReady(() => {
            wire.send(message);
            if (!wire.isLossy) return;
            for (let atMs = firstResendMs; atMs < timeoutMs; atMs = atMs * 2 + firstResendMs) {
              timers.push(setTimeout(() => wire.send(message), atMs));
            }
          });
        });
      } finally {
        waiting = null;
        for (const timer of timers) clearTimeout(timer);
      }
    },
    close: () => wire.close(),
  };
}
