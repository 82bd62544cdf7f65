// A page that is closed has time for one request. Others learn the rest from what stays away.
import { expect } from "chai";
import { createCall } from "../../src/call/create-call.ts";
import { createSeal } from "../../src/call/sealing/seal.ts";
import type { LocalMedia } from "../../src/media/local-media.ts";
import { createInMemoryRoom } from "../../src/signalling/in-memory.ts";
import type { Signalling } from "../../src/signalling/signalling.ts";
import { createManualClock } from "../platform/manual-clock.ts";
import { installMediaStream } from "./fakes/fake-connection.ts";

const noMedia = { track: () => null, onTrack() {}, limitPicture: async () => {} } as unknown as LocalMedia;

describe("a call whose page is closed", () => {
  let uninstall: () => void;
  before(() => (uninstall = installMediaStream()));
  after(() => uninstall());

  it("gives up its seat once, before it ends anything else", async () => {
    const own = createInMemoryRoom().seat("bob");
    let listening: AbortSignal | undefined;
    const endedBefore: (boolean | undefined)[] = [];
    const signalling: Signalling = {
      ...own,
      onParticipants(listener, options) {
        listening = options.signal;
        own.onParticipants(listener, options);
      },
      leaveNow() {
        endedBefore.push(listening?.aborted);
        own.leaveNow();
      },
    };
    const call = createCall({
      signalling,
      seal: await createSeal({ uuid: crypto.randomUUID(), key: crypto.getRandomValues(new Uint8Array(16)) }),
      media: noMedia,
      constraints: { audio: false, video: false, screen: false },
      name: "Bob",
      iceServers: [],
      clock: createManualClock(),
    });
    call.leaveNow();
    call.leaveNow();
    expect(endedBefore).to.deep.equal([false]);
    expect(listening?.aborted).to.equal(true);
  });
});
