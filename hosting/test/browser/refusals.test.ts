// Each browser API that may refuse, in each way: the page goes on without it.
import { expect } from "chai";
import { effectScope, nextTick, shallowRef } from "vue";
import { useClipboard } from "../../src/browser/useClipboard.ts";
import { useMediaQuery } from "../../src/browser/useMediaQuery.ts";
import { useWakeLock } from "../../src/browser/useWakeLock.ts";
import { useLevel } from "../../src/devices/useLevel.ts";
import { listDevices } from "../../src/media/device-list.ts";
import { queryPermission } from "../../src/media/media-problem.ts";
import { requestTracks } from "../../src/media/request-tracks.ts";
import { captureScreen } from "../../src/media/screen-capture.ts";
import { useInvitation } from "../../src/invite/useInvitation.ts";
import { readLanguage, rememberLanguage } from "../../src/messages/language.ts";
import { queryHardwareCodecs } from "../../src/call/negotiation/codec-preferences.ts";
import { isSupportedBrowser } from "../../src/browser/browser-support.ts";
import { faults, faultyCall, withGlobals, type Fault } from "./faults.ts";

/** What the older way of copying does: the test's own clipboard. */
let copied = "";

function createPage(execCommand: (() => unknown) | undefined = () => true) {
  const page = Object.assign(new EventTarget(), {
    visibilityState: "visible",
    activeElement: null,
    execCommand: () => {
      copied = field.value;
      return execCommand?.();
    },
    createElement: () => field,
    body: { append: () => undefined },
  });
  const field = { value: "", readOnly: false, style: {}, select: () => undefined, remove: () => undefined };
  return page;
}

async function inScope(body: () => unknown): Promise<void> {
  const scope = effectScope();
  try {
    await scope.run(body);
  } finally {
    scope.stop();
  }
}

interface Case {
  readonly api: string;
  readonly goesOn: string;
  /** Those in which the API can fail. */
  readonly faults?: readonly Fault[];
  readonly globals: (call: (() => unknown) | undefined) => Record<string, unknown>;
  readonly body: (fault: Fault) => unknown;
}

/** Resolves in spite of a call that does not: to "silent". */
const unlessSilent = <T>(answer: Promise<T>) =>
  Promise.race([answer, new Promise<"silent">((resolve) => setTimeout(resolve, 20, "silent"))]);

const link = "https://meet.example/r/1b4e28ba-2fa1-4d2a-883f-0016d3cca427#AAECAwQFBgcICQoLDA0ODw";

const cases: readonly Case[] = [
  {
    api: "navigator.clipboard.writeText",
    goesOn: "copies in the older way",
    globals: (writeText) => ({
      navigator: { clipboard: writeText && { writeText } },
      document: createPage(),
      HTMLElement: class {},
    }),
    body: async () => {
      const { copy, isCopied } = useClipboard();
      expect(await copy("text")).to.equal(true);
      expect(copied).to.equal("text");
      expect(isCopied.value).to.equal(true);
    },
  },
  {
    api: "document.execCommand",
    goesOn: "says that nothing was copied",
    faults: ["is absent", "throws"],
    globals: (execCommand) => ({
      navigator: {},
      document: createPage(execCommand ?? (() => false)),
      HTMLElement: class {},
    }),
    body: async () => expect(await useClipboard().copy("text")).to.equal(false),
  },
  {
    api: "navigator.share",
    goesOn: "copies the link",
    faults: ["throws", "rejects"],
    globals: (share) => ({
      navigator: { share },
      window: { location: { href: link } },
      document: createPage(),
      HTMLElement: class {},
    }),
    body: async () => {
      const { canShare, shareLink } = useInvitation();
      expect(canShare).to.equal(true);
      await shareLink();
      expect(copied).to.equal(link);
    },
  },
  {
    api: "navigator.wakeLock.request",
    goesOn: "the call goes on",
    globals: (request) => ({ navigator: request ? { wakeLock: { request } } : {}, document: createPage() }),
    body: () => useWakeLock(),
  },
  {
    api: "window.matchMedia",
    goesOn: "the layout of a desktop is used",
    faults: ["is absent", "throws"],
    globals: (matchMedia) => ({ window: { matchMedia } }),
    body: () => expect(useMediaQuery("(max-width: 52rem)").value).to.equal(false),
  },
  {
    api: "navigator.permissions.query",
    goesOn: "the refusal is explained without it",
    globals: (query) => ({ navigator: { permissions: query && { query } } }),
    body: async () => expect(await queryPermission("audio")).to.equal(null),
  },
  {
    api: "navigator.mediaDevices.getUserMedia",
    goesOn: "each device has a problem, and nobody waits for it",
    globals: (getUserMedia) => ({ navigator: { mediaDevices: getUserMedia && { getUserMedia } } }),
    body: async (fault) => {
      const problems: string[] = [];
      const asked = requestTracks(["audio", "video"], {
        deviceOf: () => null,
        captureOf: () => ({}),
        isCurrent: () => true,
        onTrack: () => expect.fail("no track"),
        onProblem: (kind, problem) => problems.push(`${kind} ${problem}`),
      });
      await unlessSilent(asked);
      const problem = { "is absent": "unsupported", throws: "denied", rejects: "denied", "never answers": null }[fault];
      expect(problems).to.deep.equal(problem === null ? [] : [`audio ${problem}`, `video ${problem}`]);
    },
  },
  {
    api: "navigator.mediaDevices.enumerateDevices",
    goesOn: "the caller learns of it, and has no list",
    globals: (enumerateDevices) => ({ navigator: { mediaDevices: enumerateDevices && { enumerateDevices } } }),
    body: async (fault) => {
      const listed = await unlessSilent(listDevices().catch(() => "refused"));
      expect(listed).to.equal(fault === "never answers" ? "silent" : "refused");
    },
  },
  {
    api: "navigator.mediaDevices.getDisplayMedia",
    goesOn: "the caller shows a popup",
    faults: ["is absent", "throws", "rejects"],
    globals: (getDisplayMedia) => ({ navigator: { mediaDevices: { getDisplayMedia } } }),
    body: async () => expect(await captureScreen().catch(() => "refused")).to.equal("refused"),
  },
  {
    api: "AudioContext",
    goesOn: "the level stays at zero",
    faults: ["is absent", "throws"],
    // With `new`, an ordinary function does what it does when it is called.
    globals: (call) => ({
      AudioContext:
        call &&
        function AudioContext() {
          return call();
        },
    }),
    body: async () => {
      const track = shallowRef<MediaStreamTrack | null>(null);
      const { level } = useLevel(track);
      track.value = {} as MediaStreamTrack;
      await nextTick();
      expect(level.value).to.equal(0);
    },
  },
  {
    api: "localStorage",
    goesOn: "the browser's language is used",
    faults: ["is absent", "throws"],
    globals: (call) => ({
      navigator: { languages: ["ru-RU"] },
      localStorage: call && new Proxy({}, { get: () => call }),
    }),
    body: () => {
      rememberLanguage("en");
      expect(readLanguage(["en", "ru"])).to.equal("ru");
    },
  },
  {
    api: "navigator.mediaCapabilities.encodingInfo",
    goesOn: "codecs keep their order",
    // Asked once in the life of a page, and nobody waits for the answer.
    faults: ["is absent"],
    globals: (encodingInfo) => ({ navigator: { mediaCapabilities: encodingInfo && { encodingInfo } } }),
    body: async () => void (await unlessSilent(queryHardwareCodecs())),
  },
];

describe("a browser API that refuses", () => {
  for (const { api, goesOn, globals, body, ...only } of cases) {
    for (const fault of only.faults ?? faults) {
      it(`${api} ${fault}: ${goesOn}`, async () => {
        copied = "";
        await withGlobals(globals(faultyCall(fault)), () => inScope(() => body(fault)));
      });
    }
  }

  it("is not needed to open a room: locks, channels, storage, devices", () => {
    const scope = {
      isSecureContext: true,
      RTCPeerConnection: class {},
      crypto: { subtle: {}, randomUUID: () => "" },
      navigator: {},
    };
    expect(isSupportedBrowser(scope as unknown as typeof globalThis)).to.equal(true);
  });
});
