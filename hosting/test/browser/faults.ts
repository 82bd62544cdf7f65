// Browser APIs that refuse, in the ways in which browsers, their settings and extensions do.

export const faults = ["is absent", "throws", "rejects", "never answers"] as const;
export type Fault = (typeof faults)[number];

/** What a call of the API does. Undefined for an API that is absent. */
export function faultyCall(fault: Fault): (() => unknown) | undefined {
  const error = () => new DOMException("Refused by a test", "SecurityError");
  switch (fault) {
    case "is absent":
      return undefined;
    case "throws":
      return () => {
        throw error();
      };
    case "rejects":
      return () => Promise.reject(error());
    case "never answers":
      return () => new Promise(() => {});
  }
  return fault satisfies never;
}

/** Sets globals for the time of the body. `undefined` removes one. */
export async function withGlobals(globals: Readonly<Record<string, unknown>>, body: () => unknown): Promise<void> {
  const before = Object.keys(globals).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(globals)) {
    if (value === undefined) Reflect.deleteProperty(globalThis, name);
    else Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  try {
    await body();
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  }
}
