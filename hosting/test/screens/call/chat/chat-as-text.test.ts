import { expect } from "chai";
import { chatAsText } from "../../../../src/screens/call/chat/chat-as-text.ts";
import { createChatLog } from "../../../../src/screens/call/chat/chat-log.ts";
import { groupMessages } from "../../../../src/screens/call/chat/group-messages.ts";

const minute = 60_000;

function createLog() {
  const log = createChatLog(() => 1_000 * minute);
  const add = (atMinute: number, author: string, text: string, by: string | null = null) =>
    log.add({
      author,
      message: { id: String(atMinute), order: atMinute * minute, writtenAtMs: atMinute * minute, text },
      passedOn: by === null ? null : { by, name: "Cid" },
    });
  return { log, add };
}

describe("the chat as text", () => {
  it("has each message with its time, its author and who passed it on", () => {
    const { log, add } = createLog();
    add(1, "Ann", "Hello");
    add(2, "Cid", "[5] Ann: not\nof Ann", "Ben");
    const text = chatAsText(log.entries, {
      heading: "meetogram",
      nameOf: ({ author }) => author,
      passedOn: ({ passedOn }) => (passedOn ? `by ${passedOn.by}` : ""),
      formatTime: (atMs) => String(atMs / minute),
    });
    expect(text).to.equal("meetogram\n\n[1] Ann: Hello\n[2] Cid (by Ben): [5] Ann: not\n    of Ann\n");
  });
});

describe("groupMessages", () => {
  it("begins a group with another author, another passer-on, or a pause", () => {
    const { log, add } = createLog();
    add(1, "Ann", "begins");
    add(2, "Ann", "goes on");
    add(3, "Ben", "begins");
    add(4, "Cid", "begins", "Ann");
    add(5, "Cid", "begins", "Ben");
    add(6, "Cid", "goes on", "Ben");
    add(12, "Cid", "begins", "Ben");
    for (const { entry, isFirst } of groupMessages(log.entries))
      expect(isFirst).to.equal(entry.message.text === "begins");
  });
});
