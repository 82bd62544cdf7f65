// Only in the Functions emulator with an inspector: there one process serves every function, and a message beside each request says
// which one it is for. On a busy machine the request overtakes its message now and then, and reaches the function that was asked
// before. What comes through Hosting carries its whole path, and that tells whom it is for.
import { endpoints, versionPath } from "@meetogram/contract";
import type { Handler } from "./serve.ts";

const names = ["create", "connect", "generateID", "room"] as const;
export type FunctionName = (typeof names)[number];

/** Answers as the function that the path names; as `named` where it names none, as at a function's own address. */
export function answerByPath(handlers: Readonly<Record<FunctionName, Handler>>, named: FunctionName): Handler {
  return (request, response) => handlers[functionAt(request.path) ?? named](request, response);
}

function functionAt(path: string): FunctionName | undefined {
  const asked = path.startsWith(`${versionPath}/`) ? path.slice(versionPath.length) : path;
  // That function answers all that is asked of a room.
  return asked.startsWith("/room/") ? "room" : names.find((name) => endpoints[name].path === asked);
}
