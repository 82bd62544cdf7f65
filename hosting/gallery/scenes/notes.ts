// What a person in the call must know now, above the pictures.
import { crowd, idOf } from "../nowhere/people.ts";
import type { Scene } from "../scene.ts";
import { call } from "./call.ts";

const note = (name: string, more: Parameters<typeof call>[2]): Scene => ({
  ...call(name, crowd(2), more),
  name: `notes/${name}`,
});

const shows = (testID: string): Pick<Scene, "act"> => ({ act: async (a) => void (await a.find(testID)) });
const id = (letter: string) => letter.repeat(22);

export const noteScenes: readonly Scene[] = [
  note("server-lost", { state: { isSignallingLost: true }, ...shows("signalling-lost") }),
  note("seat-lost", { state: { isSeatLost: true }, ...shows("seat-lost"), isImportant: true }),
  note("newcomers", { state: { newcomers: ["anna", "boris"] }, ...shows("newcomers") }),
  note("microphone-silent", { state: { isMicrophoneDead: true }, ...shows("media-notice") }),
  note("knock", {
    isRepresentative: true,
    async act({ call, find }) {
      call.knock(["Elena"]);
      await find("knock-note");
    },
  }),
  note("knocks", {
    async act({ call, find }) {
      call.knock(["Elena", "Fedor", "Anna-Maria Konstantinopoulou-Wolfeschlegelsteinhausen"]);
      await find("knock-note");
    },
  }),
  note("asked-to-speak", {
    state: { wanted: { audio: false, video: true } },
    async act({ call, find }) {
      call.hear(idOf("Anna"), { type: "request", request: "speak" }, true);
      await find("host-request");
    },
  }),
  note("file-offered", {
    async act({ call, find }) {
      call.hear(idOf("Anna"), { type: "file-offer", id: id("A"), name: "quarterly report.pdf", size: 2_000_000 });
      await find("file-note");
    },
  }),
  note("chat-preview", {
    async act({ call, find }) {
      const message = {
        id: id("B"),
        order: 1,
        writtenAtMs: Date.UTC(2026, 2, 1, 15, 4),
        text: "The link is in the notes.",
      };
      call.hear(idOf("Anna"), { type: "chat", message });
      await find("chat-preview");
    },
  }),
  note("two-popups", {
    async act({ call, find }) {
      call.fail({ code: "copy-failed" });
      call.fail({ code: "signal-flood", person: "Anna-Maria Konstantinopoulou" });
      await find("popup");
    },
  }),
  note("leave-question", {
    async act({ find }) {
      // By then, Back is guarded.
      await find("more");
      history.back();
      await find("leave-question");
    },
  }),
];
