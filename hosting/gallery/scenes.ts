// All scenes, in the order of the index.
import type { Scene } from "./scene.ts";
import { callScenes } from "./scenes/call.ts";
import { checkScenes } from "./scenes/check.ts";
import { embedScenes } from "./scenes/embed.ts";
import { endScenes } from "./scenes/end.ts";
import { lobbyScenes } from "./scenes/lobby.ts";
import { noteScenes } from "./scenes/notes.ts";
import { panelScenes } from "./scenes/panels.ts";
import { startScenes } from "./scenes/start.ts";

export const scenes: readonly Scene[] = [
  ...startScenes,
  ...lobbyScenes,
  ...callScenes,
  ...noteScenes,
  ...panelScenes,
  ...endScenes,
  ...embedScenes,
  ...checkScenes,
];
