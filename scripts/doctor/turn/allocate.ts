// Asks a TURN server for a relay as a browser does: first without credentials, to learn realm and
// nonce, then with them. The relay is given back at once.
import { openConnection, type Connection } from "./connection.ts";
import { attributes, encode, errorOf, isSuccess, longTermKey, readXorAddress, types, type Message } from "./message.ts";
import type { ServerUrl } from "./server-url.ts";

export interface Credentials {
  readonly username: string;
  readonly credential: string;
}

interface Limits {
  readonly authorities: readonly string[];
  readonly timeoutMs: number;
}

/** UDP, between the relay and the others: https://www.rfc-editor.org/rfc/rfc8656#section-18.7 */
const udp = Buffer.from([17, 0, 0, 0]);
const lifetimeOf = (seconds: number): Buffer => {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(seconds);
  return value;
};

async function withConnection<T>(
  server: ServerUrl,
  { authorities, timeoutMs }: Limits,
  use: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = openConnection(server, authorities, timeoutMs);
  try {
    return await use(connection);
  } finally {
    connection.close();
  }
}

function refuse(message: Message): Error {
  const { code, reason } = errorOf(message);
  return new Error(`it refuses: ${code} ${reason}`);
}

/** Resolves to the relay's address. Rejects with the reason in words. */
export function allocate(server: ServerUrl, { username, credential }: Credentials, limits: Limits): Promise<string> {
  return withConnection(server, limits, async (connection) => {
    const asked = [[attributes.requestedTransport, udp]] as const;
    const challenge = await connection.request(encode(types.allocate, asked));
    if (isSuccess(challenge)) throw new Error("it relays for everybody, without credentials");
    const [realm, nonce] = [challenge.attributes.get(attributes.realm), challenge.attributes.get(attributes.nonce)];
    if (errorOf(challenge).code !== 401 || realm === undefined || nonce === undefined) throw refuse(challenge);

    const proof = [
      [attributes.username, Buffer.from(username)],
      [attributes.realm, realm],
      [attributes.nonce, nonce],
    ] as const;
    const key = longTermKey(username, realm.toString(), credential);
    const answer = await connection.request(encode(types.allocate, [...asked, ...proof], { key }));
    if (errorOf(answer).code === 401) {
      throw new Error("it refuses the credentials (401): its static-auth-secret or its time is another");
    }
    if (!isSuccess(answer)) throw refuse(answer);
    await connection
      .request(encode(types.refresh, [[attributes.lifetime, lifetimeOf(0)], ...proof], { key }))
      .catch(() => undefined);
    const relay = readXorAddress(answer, attributes.xorRelayedAddress);
    if (relay === undefined) throw new Error("it names no relay");
    return relay;
  });
}

/** Resolves to the address that the server sees. */
export function bind(server: ServerUrl, limits: Limits): Promise<string> {
  return withConnection(server, limits, async (connection) => {
    const answer = await connection.request(encode(types.binding, []));
    const address = isSuccess(answer) ? readXorAddress(answer, attributes.xorMappedAddress) : undefined;
    if (address === undefined) throw refuse(answer);
    return address;
  });
}
