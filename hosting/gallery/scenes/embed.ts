// A room inside another site's frame.
import { crowd } from "../nowhere/people.ts";
import type { Scene } from "../scene.ts";
import { call } from "./call.ts";
import { lobbyScenes } from "./lobby.ts";

const lobby = lobbyScenes.find(({ name }) => name === "lobby/camera-on")!;

export const embedScenes: readonly Scene[] = [
  { ...lobby, name: "embed/lobby", embed: "", isImportant: false, isRepresentative: false },
  { ...lobby, name: "embed/lobby-minimal", embed: "?ui=minimal", isImportant: false, isRepresentative: false },
  { ...call("", crowd(2)), name: "embed/call", embed: "" },
  { ...call("", crowd(2)), name: "embed/call-minimal", embed: "?ui=minimal&chat=off", isRepresentative: true },
];
