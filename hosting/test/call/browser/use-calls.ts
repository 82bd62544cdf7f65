// A browser and a room for the tests of a suite; each test gets a new room.
import { openBrowser, type TestBrowser } from "./browser.ts";
import { createTestRoom, waitForMedia, type Participant, type TestRoom } from "./participants.ts";

export interface Calls {
  /** The test's own browser and room. */
  readonly test: { readonly browser: TestBrowser; readonly room: TestRoom };
  joinAndEnter(name: string, devices?: { audio: boolean; video: boolean }): Promise<Participant>;
  /** Two participants who have entered and receive each other's media. */
  meet(): Promise<[Participant, Participant]>;
}

export function useCalls(): Calls {
  let browser: TestBrowser;
  let room: TestRoom;

  before(async () => {
    browser = await openBrowser(new URL("page.ts", import.meta.url));
  });
  after(() => browser.close());
  beforeEach(() => {
    room = createTestRoom(browser);
  });
  afterEach(() => room.close());

  async function joinAndEnter(name: string, devices?: { audio: boolean; video: boolean }): Promise<Participant> {
    const participant = await room.join(name, devices === undefined ? {} : { devices });
    await participant.enter();
    return participant;
  }

  return {
    test: {
      get browser() {
        return browser;
      },
      get room() {
        return room;
      },
    },
    joinAndEnter,
    async meet() {
      const ann = await joinAndEnter("Ann");
      const bob = await joinAndEnter("Bob");
      await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
      return [ann, bob];
    },
  };
}
