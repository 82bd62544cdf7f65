import { expect } from "chai";
import * as v from "valibot";
import { ByeReason, ControlMessage, limits, Signal } from "../src/index.ts";

const connection = "9f3c1f52-6c1e-4c8e-9a55-0d6f0b6f8a11";
const candidate = { candidate: "candidate:1 1 udp 1 192.0.2.1 9 typ host", sdpMid: "0", sdpMLineIndex: 0 };
const signal = { seat: 1, connection, description: { type: "offer", sdp: "v=0" }, candidates: [candidate] };
const state = {
  type: "state",
  hasEntered: true,
  constraints: { audio: true, video: true, screen: false },
  name: "Ada",
};

const chatMessage = { id: "A".repeat(22), order: 1_800_000_000_000, writtenAtMs: 1_800_000_000_000, text: "Hello" };
const known = { author: connection, id: chatMessage.id };

const accepts = (schema: v.GenericSchema, value: unknown): boolean => v.safeParse(schema, value).success;

describe("signals", () => {
  it("carry a description, a batch of candidates, or both", () => {
    expect(v.parse(Signal, signal)).to.deep.equal(signal);
    expect(accepts(Signal, { seat: 1, connection, description: { type: "answer", sdp: "v=0" } })).to.equal(true);
    expect(accepts(Signal, { seat: 1, connection, candidates: [] })).to.equal(true);
  });

  for (const [what, change] of [
    ["without a seat", { seat: undefined }],
    ["of a connection without a UUID", { connection: "first" }],
    ["with a rollback", { description: { type: "rollback", sdp: "" } }],
    ["with a description that is too long", { description: { type: "offer", sdp: "v".repeat(40_001) } }],
    ["with too many candidates", { candidates: Array(65).fill(candidate) }],
    ["with a candidate that is too long", { candidates: [{ ...candidate, candidate: "c".repeat(1_001) }] }],
    ["with a candidate of the wrong shape", { candidates: ["candidate:1"] }],
  ] as const) {
    it(`are refused ${what}`, () => {
      expect(accepts(Signal, { ...signal, ...change })).to.equal(false);
    });
  }

  it("fit into a document, sealed, with the longest description", () => {
    const longest = { ...signal, description: { type: "offer", sdp: "v".repeat(40_000) }, candidates: [] };
    const sealedLength = Math.ceil(((JSON.stringify(longest).length + 64) * 4) / 3);
    expect(accepts(Signal, longest)).to.equal(true);
    expect(sealedLength).to.be.below(limits.maxSealedSignalLength);
  });
});

describe("control messages", () => {
  it("are of these kinds", () => {
    for (const message of [
      state,
      { ...state, recording: 1 },
      { type: "recording-shown", recording: 1_000_000 },
      { type: "wish", cameraHeight: 360 },
      { type: "removed", participantID: connection },
      { type: "ended" },
      { type: "chat", message: chatMessage },
      { type: "chat", message: chatMessage, isMissed: true },
      { type: "chat-known", messages: [known] },
      { type: "chat-passed-on", author: connection, name: "Ada", message: chatMessage },
      { type: "signal", signal },
      { type: "ping", id: 1 },
      { type: "pong", id: 1 },
      ...ByeReason.options.map((reason) => ({ type: "bye", reason })),
    ]) {
      expect(v.parse(ControlMessage, message)).to.deep.equal(message);
    }
  });

  it("carry a name that is cleaned on arrival", () => {
    const received = v.parse(ControlMessage, { ...state, name: "\u202eA\u200bda\u0000" });
    expect(received).to.deep.equal(state);
  });

  for (const [what, message] of [
    ["of another kind", { type: "eval", code: "1" }],
    ["without a kind", { id: 1 }],
    ["a state with a name that is too long", { ...state, name: "n".repeat(limits.maxNameLength + 1) }],
    ["a state without the screen", { ...state, constraints: { audio: true, video: true } }],
    ["a ping without a number", { type: "ping", id: "1" }],
    ["a goodbye for no known reason", { type: "bye", reason: "bored" }],
    ["an empty message", { type: "chat", message: { ...chatMessage, text: "" } }],
    ["a giant message", { type: "chat", message: { ...chatMessage, text: "x".repeat(limits.maxChatLength + 1) } }],
    ["a message with a made-up ID", { type: "chat", message: { ...chatMessage, id: "constructor" } }],
    ["a message of no order", { type: "chat", message: { ...chatMessage, order: Infinity } }],
    ["a message before all time", { type: "chat", message: { ...chatMessage, writtenAtMs: -1 } }],
    ["a message passed on of nobody", { type: "chat-passed-on", author: "Ada", name: "", message: chatMessage }],
    [
      "a longer list than anybody keeps",
      { type: "chat-known", messages: Array(limits.maxChatHistory + 1).fill(known) },
    ],
    ["a recording without a number", { ...state, recording: true }],
    ["a recording that is none", { ...state, recording: 0 }],
    ["a recording beyond all counting", { type: "recording-shown", recording: 1_000_001 }],
    ["a removal of nobody", { type: "removed" }],
    ["text", "ping"],
    ["nothing", null],
  ] as const) {
    it(`are refused: ${what}`, () => {
      expect(accepts(ControlMessage, message)).to.equal(false);
    });
  }
});
