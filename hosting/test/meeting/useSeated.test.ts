import { expect } from "chai";
import { ref, shallowRef } from "vue";
import type { CallParticipant } from "../../src/call/call.ts";
import { useSeated } from "../../src/meeting/useSeated.ts";
import { usePopups } from "../../src/popups/usePopups.ts";
import type { SeatedParticipant, Signalling } from "../../src/signalling/signalling.ts";

const self = { participantID: "me", seat: 1 };
const seat = (participantID: string, number: number) => ({ participantID, seat: number }) as SeatedParticipant;
const inCall = (participantID: string, name: string) => ({ participantID, name }) as CallParticipant;

describe("who is seated", () => {
  const { popups, closePopups } = usePopups();
  const participants = shallowRef<readonly CallParticipant[]>([]);
  const isHost = ref(false);
  let seated: ReturnType<typeof useSeated>;

  beforeEach(() => {
    closePopups();
    participants.value = [];
    isHost.value = false;
    seated = useSeated({ participants, isHost, signal: new AbortController().signal });
  });
  after(closePopups);

  const codes = () => popups.value.map(({ problem }) => problem);

  it("waits as long as it is not in the call", () => {
    const onParticipants: Signalling["onParticipants"] = (listener) =>
      listener([seat("late", 9), seat("me", 1), seat("early", 3), seat("inside", 2)]);
    participants.value = [inCall("inside", "Ina")];
    seated.attachSeats({ self, onParticipants });
    expect(seated.waiting.value.map(({ participantID }) => participantID)).to.deep.equal(["early", "late"]);
  });

  it("is named to the host, once, when its messages are suspicious", () => {
    isHost.value = true;
    participants.value = [inCall("eve", "Eve")];
    for (let times = 0; times < 3; times += 1) seated.handleSuspicion("signal-refused", "eve");
    seated.handleSuspicion("signal-flood", "eve");
    expect(codes()).to.deep.equal([
      { code: "signal-refused", person: "Eve" },
      { code: "signal-flood", person: "Eve" },
    ]);
    expect(seated.suspicions.value.get("eve")).to.equal("signal-flood");
  });

  it("concerns no guest who reaches somebody", () => {
    participants.value = [inCall("ann", "Ann")];
    seated.handleSuspicion("signal-refused", "eve");
    seated.handleSuspicion("signal-flood", "eve");
    expect(codes()).to.deep.equal([]);
  });

  it("may have another key, when a guest reaches nobody", () => {
    for (let times = 0; times < 3; times += 1) seated.handleSuspicion("signal-refused", "ann");
    expect(codes()).to.deep.equal([{ code: "other-key" }]);
  });
});
