// Used in the Functions emulator only. With an inspector, one process serves every function there,
// and a separate message names the function of each request. On a busy machine a request may
// overtake its message, and then reaches the previous function. Requests through Hosting have their
// whole path, which names the right function.
import { endpoints, versionPath } from "@meetogram/contract";
import type { Handler } from "./serve.ts";

export type FunctionName = "create" | "connect" | "generateID" | "room" | "appCheck";

/**
 * Calls the function that the path names. At a function's own address it names none: calls `named`.
 */
export function dispatchByPath(handlers: Readonly<Record<FunctionName, Handler>>, named: FunctionName): Handler {
  return (request, response) => handlers[findFunction(request.path) ?? named](request, response);
}

function findFunction(path: string): FunctionName | undefined {
  const asked = path.startsWith(`${versionPath}/`) ? path.slice(versionPath.length) : path;
  // These functions serve every path below theirs.
  if (asked.startsWith("/room/")) return "room";
  if (asked.startsWith("/appCheck/")) return "appCheck";
  return (["create", "connect", "generateID"] as const).find((name) => endpoints[name].path === asked);
}
