// What a host asks of this person: the microphone goes off at once, and nothing ever goes on by
// itself.
import type { HostRequest } from "@meetogram/contract";
import { onScopeDispose, readonly, ref, watch } from "vue";
import { isUsed } from "../../../meeting/useLocalMedia.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { createProvided } from "../../../ui/provided.ts";

export type HostRequests = ReturnType<typeof createHostRequests>;
const provided = createProvided<HostRequests>("host requests");

/** What the person is told of, and by whom. */
interface Told {
  readonly request: Extract<HostRequest, "mute" | "speak">;
  readonly hostID: string;
}

function createHostRequests() {
  const { features, localMedia, participants } = useMeeting();
  const { state, toggleMicrophone } = localMedia;
  const told = ref<Told | null>(null);
  const scope = new AbortController();

  const isOn = () => isUsed(state.value.audio);

  features.onMessage(({ participantID: hostID, isHost }, message) => {
    if (message.type !== "request" || message.request === "lower-hand" || !isHost) return;
    // Already so: nothing to tell, and a host who asks again and again disturbs nobody.
    if (isOn() !== (message.request === "mute")) return;
    if (message.request === "mute") void toggleMicrophone();
    told.value = { request: message.request, hostID };
  }, scope);
  // The person has acted, by whatever way.
  watch(
    () => isOn(),
    (on) => {
      if (on) told.value = null;
    },
  );
  onScopeDispose(() => scope.abort());

  return {
    told: readonly(told),
    dismiss: () => (told.value = null),
    turnOn(): void {
      if (!isOn()) void toggleMicrophone();
      told.value = null;
    },
    /** For hosts. */
    ask: (request: HostRequest, of: string) => features.send({ type: "request", request }, of),
    muteAll(): void {
      for (const { participantID, constraints } of participants.value)
        if (constraints.audio) features.send({ type: "request", request: "mute" }, participantID);
    },
  };
}

/** For the view of a call. */
export const provideHostRequests = (): HostRequests => provided.provide(createHostRequests());
export const useHostRequests = provided.use;
