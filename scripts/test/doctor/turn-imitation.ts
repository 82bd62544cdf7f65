// A TURN server as far as an allocation goes, over UDP, TCP and TLS: long-term credentials of
// coturn's use-auth-secret. It names a relay, and relays nothing.
import { createHmac } from "node:crypto";
import { createSocket, type Socket as DatagramSocket } from "node:dgram";
import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { attributes, decode, encode, longTermKey, types, type Attributes } from "../../doctor/turn/message.ts";

const realm = "turn.example";
const nonce = "5f3a";
const success = 0x0100;
const failure = 0x0110;

interface Behaviour {
  readonly secret: string;
  /** Four numbers. */
  readonly relay?: string;
  /** How many messages it does not answer. */
  readonly silences?: number;
}

export interface TurnServer {
  readonly ports: Readonly<Record<"udp" | "tcp" | "tls", number>>;
  /** Relays that were given, and given back. */
  readonly counts: { allocated: number; released: number };
  readonly received: readonly Buffer[];
  readonly usernames: ReadonlySet<string>;
  close(): void;
}

function xorAddress(address: string): Buffer {
  const mask = [0x21, 0x12, 0xa4, 0x42];
  const bytes = address.split(".").map((byte, index) => Number(byte) ^ mask[index]!);
  return Buffer.from([0, 1, 0x21 ^ 0x10, 0x12 ^ 0x00, ...bytes]);
}

function errorCode(code: number, reason: string): Buffer {
  return Buffer.concat([Buffer.from([0, 0, Math.floor(code / 100), code % 100]), Buffer.from(reason)]);
}

/** MESSAGE-INTEGRITY comes last: https://www.rfc-editor.org/rfc/rfc8489#section-14.5 */
function isSigned(bytes: Buffer, key: Buffer): boolean {
  const signed = bytes.subarray(0, bytes.length - 24);
  return createHmac("sha1", key)
    .update(signed)
    .digest()
    .equals(bytes.subarray(bytes.length - 20));
}

function createResponder({ secret, relay = "203.0.113.5", silences = 0 }: Behaviour) {
  const counts = { allocated: 0, released: 0 };
  const received: Buffer[] = [];
  const usernames = new Set<string>();
  const respond = (bytes: Buffer): Buffer | undefined => {
    received.push(bytes);
    const message = decode(bytes);
    if (message === undefined || received.length <= silences) return undefined;
    const { id, type } = message;
    const answer = (kind: number, values: Attributes) => encode(type | kind, values, { id });
    if (type === types.binding) return answer(success, [[attributes.xorMappedAddress, xorAddress("127.0.0.1")]]);
    const username = message.attributes.get(attributes.username)?.toString();
    const challenge: Attributes = [
      [attributes.errorCode, errorCode(401, "Unauthorized")],
      [attributes.realm, Buffer.from(realm)],
      [attributes.nonce, Buffer.from(nonce)],
    ];
    if (username === undefined) return answer(failure, challenge);
    usernames.add(username);
    const password = createHmac("sha1", secret).update(username).digest("base64");
    const isLive = Number(username.split(":")[0]) > Date.now() / 1000;
    if (!isLive || !isSigned(bytes, longTermKey(username, realm, password))) return answer(failure, challenge);
    if (type === types.refresh && message.attributes.get(attributes.lifetime)?.readUInt32BE() === 0) {
      counts.released += 1;
    }
    if (type === types.allocate) counts.allocated += 1;
    return answer(success, [[attributes.xorRelayedAddress, xorAddress(relay)]]);
  };
  return { counts, received, usernames, respond };
}

export async function startTurnServer(
  behaviour: Behaviour,
  certificate: { readonly key: string; readonly cert: string },
): Promise<TurnServer> {
  const { respond, ...seen } = createResponder(behaviour);
  const sockets = new Set<Socket>();
  function serve(socket: Socket): void {
    sockets.add(socket);
    socket.on("error", () => undefined);
    // The doctor sends one whole message at a time.
    socket.on("data", (bytes: Buffer) => {
      const answer = respond(bytes);
      if (answer !== undefined) socket.write(answer);
    });
  }
  const udp: DatagramSocket = createSocket("udp4", (bytes, from) => {
    const answer = respond(bytes);
    if (answer !== undefined) udp.send(answer, from.port, from.address);
  });
  const tcp = createServer(serve);
  const tls: Server = createTlsServer(certificate, serve);
  tls.on("tlsClientError", () => undefined);
  udp.bind(0, "127.0.0.1");
  await once(udp, "listening");
  for (const server of [tcp, tls]) {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  }
  const portOf = (server: Server) => (server.address() as AddressInfo).port;
  return {
    ports: { udp: udp.address().port, tcp: portOf(tcp), tls: portOf(tls) },
    ...seen,
    close() {
      udp.close();
      for (const server of [tcp, tls]) server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
