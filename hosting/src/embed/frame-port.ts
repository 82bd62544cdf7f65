// One page has one parent, whatever number of visits.
import { shallowRef } from "vue";
import { createParentPort, type ParentPort } from "./parent-port.ts";

let port: ParentPort | null = null;

export function getParentPort(): ParentPort {
  return (port ??= createParentPort(window));
}

/** Set while a call is shown whose chat can be written to. */
export const chatWriter = shallowRef<((text: string) => void) | null>(null);
