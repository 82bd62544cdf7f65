// What a call tells its listeners.
import type { FeatureMessage } from "@meetogram/contract";
import { createListeners } from "../platform/listeners.ts";
import type { CallEnd, CallProblem, CallSuspicion } from "./call.ts";
import type { FeatureSender } from "./features.ts";
import type { CallParticipant } from "./mesh/participant-view.ts";
import type { SafetyCode } from "./verification/live-safety-code.ts";
import type { Admission, Knock } from "./waiting-room.ts";

export function createCallEvents() {
  return {
    changed: createListeners<[readonly CallParticipant[]]>(),
    ended: createListeners<[CallEnd]>(),
    problems: createListeners<[CallProblem]>(),
    safetyCodes: createListeners<[SafetyCode]>(),
    featureMessages: createListeners<[FeatureSender, FeatureMessage]>(),
    reached: createListeners<[string]>(),
    suspicions: createListeners<[CallSuspicion, string]>(),
    admissions: createListeners<[Admission]>(),
    knocked: createListeners<[readonly Knock[]]>(),
  };
}
