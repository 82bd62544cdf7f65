// What the page around the frame wants to be shown, from the frame's query. What is unknown or
// wrong is ignored, and none of it is a right: it changes what is shown to this person only.
// `lang` is read by the first script, `theme` by the one that is painted with.
import { cleanName, cutName } from "@meetogram/contract";

export interface FrameParameters {
  /** Null: not asked for. */
  readonly name: string | null;
  readonly isMinimal: boolean;
  readonly hasChat: boolean;
}

export function parseFrameParameters(search: string): FrameParameters {
  const parameters = new URLSearchParams(search);
  const name = cutName(cleanName(parameters.get("name") ?? ""));
  return {
    name: name === "" ? null : name,
    isMinimal: parameters.get("ui") === "minimal",
    hasChat: parameters.get("chat") !== "off",
  };
}

export const frameParameters = parseFrameParameters(typeof window === "undefined" ? "" : window.location.search);
