// What one screen needs comes in one file. Otherwise the bundler makes a file of every few lines
// that two screens share, and a browser with six connections waits for them in turns.
import type { Rollup } from "vite";

type CodeSplitting = NonNullable<Rollup.OutputOptions["codeSplitting"]>;
type GetModuleInfo = (id: string) => Rollup.ModuleInfo | null;

/** It stays small: it puts words into a page that is already painted. */
const firstScript = ["/src/app/main.ts"];
const application = ["/src/app/mount-app.ts", "/src/messages/count.ts"];
/** What the start screen shows later, and cannot wait for the room's screen. */
const belowTheStart = ["/src/screens/start/StartBelow.vue", "/src/screens/start/RoomChoiceFields.vue"];
const room = ["/src/app/RoomView.vue"];
/** What the call loads behind the lobby, at one time. */
const restOfCall = [
  "/src/screens/call/CallNotes.vue",
  "/src/screens/call/chat/start-chat.ts",
  "/src/screens/call/controls/BarMenus.vue",
  "/src/screens/call/files/DropTarget.vue",
  "/src/screens/call/leaving/LeaveQuestion.vue",
  "/src/screens/call/signs/FloatingReactions.vue",
  "/src/screens/call/stage/ScreenTile.vue",
];

/** The file of each module. The bundler decides about all others. */
function assign(root: string, getModuleInfo: GetModuleInfo): Map<string, string> {
  /** With everything that they import before they run, but for what others have. */
  function closure(paths: readonly string[], ...others: ReadonlySet<string>[]): Set<string> {
    const ids = new Set(paths.map((path) => root + path));
    for (const id of ids) {
      for (const imported of getModuleInfo(id)?.importedIds ?? []) {
        if (!others.some((other) => other.has(imported))) ids.add(imported);
      }
    }
    return ids;
  }
  const first = closure(firstScript);
  const applied = closure(application, first);
  const below = closure(belowTheStart, first, applied);
  const inRoom = closure(room, first, applied);
  const inCall = closure(restOfCall, first, applied, inRoom);
  return new Map([
    ...[...inCall].map((id) => [id, "call"] as const),
    ...[...applied].map((id) => [id, "application"] as const),
    ...[...inRoom].map((id) => [id, below.has(id) ? "shared" : "room"] as const),
  ]);
}

export function chunks(root: string): CodeSplitting {
  let files: Map<string, string> | null = null;
  return {
    // Each module is assigned by itself.
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: "screens",
        name(id, context) {
          files ??= assign(root, (moduleID) => context.getModuleInfo(moduleID));
          return files.get(id) ?? null;
        },
      },
    ],
  };
}
