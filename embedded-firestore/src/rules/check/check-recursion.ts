// Rejects recursive functions, direct or indirect, so that every evaluation ends.
import type { FunctionDeclaration } from "../syntax/ast.ts";

export interface FunctionCall {
  readonly callee: FunctionDeclaration;
  readonly offset: number;
}

export function refuseRecursion(
  functions: readonly FunctionDeclaration[],
  calledBy: ReadonlyMap<FunctionDeclaration, readonly FunctionCall[]>,
  fail: (reason: string, offset: number) => never,
): void {
  const done = new Set<FunctionDeclaration>();
  for (const start of functions) {
    // Uses an explicit stack: a file may declare thousands of functions that call each other in a
    // chain.
    const stack = [{ declaration: start, next: 0 }];
    const open = new Set<FunctionDeclaration>([start]);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const call = done.has(top.declaration) ? undefined : calledBy.get(top.declaration)?.[top.next++];
      if (call === undefined) {
        done.add(top.declaration);
        open.delete(top.declaration);
        stack.pop();
        continue;
      }
      if (open.has(call.callee))
        fail(`'${call.callee.name}' calls itself: functions must not be recursive`, call.offset);
      open.add(call.callee);
      stack.push({ declaration: call.callee, next: 0 });
    }
  }
}
