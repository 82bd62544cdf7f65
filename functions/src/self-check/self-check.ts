// Does what two people do who meet: a room, two seats, a signal from one to the other, and the end.
// Everything goes the way that pages go, through Hosting, the functions, Auth and the rules, so
// whatever stops people stops this. It takes no right that a page has not.
import { randomBytes, randomUUID } from "node:crypto";
import { createClient, type Client } from "@meetogram/client";
import { CheckError, expectRefusal } from "./check-error.ts";
import { createAppCheck } from "./prove-work.ts";
import { findServices, signIn, type SignedIn } from "./signed-in.ts";

export interface SelfCheckReport {
  /** Undefined if everything worked. */
  readonly failure?: { readonly step: string; readonly reason: string };
  /** How long each step took. The last one may have failed. */
  readonly steps: Readonly<Record<string, number>>;
}

/** A cold start and a retry of the client fit in. */
const stepTimeoutMs = 20_000;

export async function checkSite(site: string): Promise<SelfCheckReport> {
  const steps: Record<string, number> = {};
  const appCheck = createAppCheck(createClient({ baseURL: site }));
  const client = createClient({ baseURL: site, appCheck });
  let burn: (() => Promise<unknown>) | undefined;

  async function step<T>(name: string, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const startedAtMs = performance.now();
    try {
      return await run(AbortSignal.timeout(stepTimeoutMs));
    } catch (cause) {
      throw new CheckError(name, cause);
    } finally {
      steps[name] = Math.round(performance.now() - startedAtMs);
    }
  }

  try {
    const services = await step("configuration", (signal) => findServices(site, appCheck.token, signal));
    const room = await step("create", (signal) => client.createRoom({ capacity: 2 }, { signal }));
    const { uuid, hostKey } = room;
    burn = () => client.burn({ uuid, hostKey });
    const seats = await step("connect", (signal) => takeSeats(client, room, signal));
    const [host, guest] = await step("signIn", (signal) =>
      Promise.all(seats.map((seat) => signIn(services, { ...seat, uuid }, signal))),
    );
    await step("signal", (signal) => exchangeSignal(host!, guest!, signal));
    await step("rules", (signal) => expectClosedDoors(host!, guest!, signal));
    await step("burn", (signal) => client.burn({ uuid, hostKey }, { signal }));
    burn = undefined;
    await step("gone", (signal) => expectRefusal(client.room({ uuid }, { signal }), "room-not-found"));
    return { steps };
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    // Otherwise the sweep erases it.
    await burn?.().catch(() => undefined);
    return { failure: { step: error.step, reason: error.reason }, steps };
  }
}

type Room = Awaited<ReturnType<Client["createRoom"]>>;

/** The host's first. */
async function takeSeats(client: Client, { uuid, hostKey }: Room, signal: AbortSignal) {
  const take = async (proof: { readonly hostKey?: string }) => {
    const { userID } = await client.generateID({ signal });
    const session = randomUUID();
    const request = { uuid, userID, session, constraints: { audio: false, video: false }, ...proof };
    const { token, participantID } = await client.connect(request, { signal });
    return { token, participantID, session };
  };
  return [await take({ hostKey }), await take({})];
}

async function exchangeSignal(host: SignedIn, guest: SignedIn, signal: AbortSignal): Promise<void> {
  const payload = randomBytes(32).toString("base64url");
  await host.send(guest.participantID, payload, signal);
  const received = await guest.receive(host.participantID, signal);
  if (received !== payload) throw new Error("The signal that was read is not the one that was written.");
}

/** Rules that let everybody in would pass every other step. */
async function expectClosedDoors(host: SignedIn, guest: SignedIn, signal: AbortSignal): Promise<void> {
  await expectRefusal(guest.readRoomAsNobody(signal), "PERMISSION_DENIED");
  await expectRefusal(host.listInbox(guest.participantID, signal), "PERMISSION_DENIED");
}
