import type { ParticipantState } from "@meetogram/contract";
import { expect } from "chai";
import { isSameView, viewParticipant, viewReturning } from "../../../src/call/mesh/participant-view.ts";
import type { SeatedParticipant } from "../../../src/signalling/signalling.ts";

const constraints = { audio: true, video: true, screen: false };
const stream = {} as MediaStream;
const seated = (isActive: boolean): SeatedParticipant => ({
  participantID: "ann",
  seat: 1,
  isActive,
  constraints,
  role: "guest",
  name: "sealed",
});
const state = (hasEntered: boolean): ParticipantState => ({
  type: "state",
  hasEntered,
  constraints: { ...constraints, audio: false },
  name: "Ann of the channel",
});
const room = { isOffline: false, isServerLost: false, silent: 1, entered: 2 };
const peer = {
  remoteState: null as ParticipantState | null,
  isAnswered: true,
  liveness: "alive" as "alive" | "silent" | "lost",
  isPageStalled: false,
  isSpeaking: false,
  screen: null,
  hearsMe: "yes" as const,
  isCameraPaused: false,
  isOwnCameraPaused: false,
  stats: null,
  stream,
};
const numberOf = () => 1;
const view = (changes: Partial<typeof peer>, document: SeatedParticipant | null = seated(true)) =>
  viewParticipant({
    ...{ participantID: "ann", seated: document, name: "Ann" },
    ...{ peer: { ...peer, ...changes }, room, numberOf },
  });

describe("what is shown of a participant", () => {
  it("is nothing for a stale participant: its document answers nothing", () => {
    const known = { participantID: "ann", seated: seated(true), name: "Ann", room, numberOf };
    expect(viewParticipant({ ...known, peer: null })).to.equal(null);
    expect(view({ isAnswered: false })).to.equal(null);
  });

  it("is nothing for a waiting participant, connected or not", () => {
    expect(view({}, seated(false))).to.equal(null);
    expect(view({ remoteState: state(false) }, seated(false))).to.equal(null);
  });

  it("is nothing before the name of the document has been opened", () => {
    const known = { participantID: "ann", seated: seated(true), peer, room, numberOf };
    expect(viewParticipant({ ...known, name: null })).to.equal(null);
    expect(viewParticipant({ ...known, name: "" })).to.include({ status: "connecting", name: "" });
  });

  it("is what the document says while connecting", () => {
    expect(view({})).to.include({ status: "connecting", name: "Ann", constraints });
  });

  it("is what the channel says from its first message on, even without a document", () => {
    expect(view({ remoteState: state(true) }, null)).to.deep.include({
      status: "connected",
      name: "Ann of the channel",
      constraints: { ...constraints, audio: false },
    });
  });

  it("is silence with its cause", () => {
    const silent = { remoteState: state(true), liveness: "silent" as const, isSpeaking: true };
    expect(view(silent)).to.include({ status: "silent", cause: "network-there", isSpeaking: false });
    expect(view({ ...silent, isPageStalled: true })).to.include({ status: "silent", cause: "asleep" });
  });

  it("says that it records for as long as its page is there and says so", () => {
    const recording = { ...state(true), recording: 3 };
    expect(view({ remoteState: state(true) }, null)?.recording).to.equal(null);
    const shown = view({ remoteState: recording }, null)!;
    expect(shown.recording).to.equal(3);
    expect(isSameView(shown, view({ remoteState: { ...recording, recording: 4 } }, null)!)).to.equal(false);
    expect(view({ remoteState: recording, liveness: "silent" }, null)?.recording).to.equal(3);
    expect(viewReturning(shown).recording).to.equal(null);
  });

  it("changes only when something that is shown has changed", () => {
    const one = view({ remoteState: state(true) })!;
    expect(isSameView(one, view({ remoteState: state(true) })!)).to.equal(true);
    expect(isSameView(one, view({ remoteState: state(true), isSpeaking: true })!)).to.equal(false);
    const video = { ...state(true), constraints: { ...constraints, audio: false, video: false } };
    expect(isSameView(one, view({ remoteState: video })!)).to.equal(false);
  });

  it("names a paused picture only while the participant is heard from, and its camera is on", () => {
    const on = { ...state(true), constraints };
    const paused = { isCameraPaused: true, isOwnCameraPaused: true };
    expect(view({ remoteState: on, ...paused })?.paused).to.deep.equal({ theirs: true, own: true });
    const off = { ...on, constraints: { ...constraints, video: false } };
    expect(view({ remoteState: off, ...paused })?.paused).to.deep.equal({ theirs: false, own: true });
    const silent = view({ remoteState: on, liveness: "silent", ...paused });
    expect(silent?.paused).to.deep.equal({ theirs: false, own: false });
  });
});
