// Helpers for tests that hostile rules and data cannot make a decision expensive.
import { expect } from "chai";

/** Measures processor time, so that other work on the machine does not count. */
export function expectCheap(run: () => unknown, maxMs = 5000): void {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).to.be.below(maxMs);
}

/** Functions whose `big()` applies `step` to its own result `x` 45 times. */
export function doubled(start: string, step: string): string {
  const functions = Array.from({ length: 5 }, (_, f) => {
    const lets = Array.from({ length: 9 }, (_, i) => `let a${i + 1} = ${step.replaceAll("x", `a${i}`)};`).join(" ");
    return `function g${f}(a0) { ${lets} return a9; }`;
  });
  return `${functions.join("\n")}\nfunction big() { return g4(g3(g2(g1(g0(${start}))))); }`;
}
