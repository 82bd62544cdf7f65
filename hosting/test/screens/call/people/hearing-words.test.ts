import { expect } from "chai";
import { describePerson } from "../../../../src/screens/call/people/hearing-words.ts";
import { messagesByLanguage } from "../../../messages/messages-by-language.ts";

type Person = Parameters<typeof describePerson>[0];

function describeIn(language: "en" | "ru", person: Partial<Person>, known?: Parameters<typeof describePerson>[2]) {
  const someone: Person = { name: "Anna", nameNumber: 1, status: "connected", cause: null, hearsMe: "unknown" };
  return describePerson({ ...someone, ...person }, messagesByLanguage[language], known);
}

describe("describePerson", () => {
  it("names a participant that does not hear me, and says where sound is blocked", () => {
    expect(describeIn("en", { hearsMe: "no" })).to.deep.equal({
      tone: "warning",
      text: "\u2068Anna\u2069 may not hear you",
    });
    expect(describeIn("en", { hearsMe: "blocked" })?.text).to.equal(
      "\u2068Anna\u2069 does not hear you: sound is blocked there",
    );
    expect(describeIn("ru", { hearsMe: "no" })?.text).to.equal("\u2068Anna\u2069, возможно, не слышит вас");
  });

  it("says quietly that a participant hears me, and nothing before it is known", () => {
    expect(describeIn("en", { hearsMe: "yes" })).to.deep.equal({ tone: "quiet", text: "Hears you" });
    expect(describeIn("en", { hearsMe: "unknown" })).to.equal(null);
  });

  it("does not say that I am heard while my microphone seems to give nothing", () => {
    expect(describeIn("en", { hearsMe: "yes" }, { isMicrophoneDead: true })).to.equal(null);
    expect(describeIn("en", { hearsMe: "no" }, { isMicrophoneDead: true })?.tone).to.equal("warning");
  });

  it("says that a microphone is on there and nothing arrives, unless they do not hear me either", () => {
    const unheard = { isUnheard: true };
    for (const hearsMe of ["yes", "unknown"] as const) {
      expect(describeIn("en", { hearsMe }, unheard)).to.deep.equal({
        tone: "warning",
        text: "Their microphone is on, but no sound arrives here",
      });
    }
    expect(describeIn("en", { hearsMe: "no" }, unheard)?.text).to.match(/may not hear you/);
    expect(describeIn("en", { status: "silent" }, unheard)?.text).to.equal("No connection");
  });

  it("calls somebody without a name a guest", () => {
    expect(describeIn("en", { name: "", hearsMe: "no" })?.text).to.equal("\u2068Guest\u2069 may not hear you");
  });

  it("tells two of one name apart, also when it is long", () => {
    expect(describeIn("en", { nameNumber: 2, hearsMe: "no" })?.text).to.equal("\u2068Anna (2)\u2069 may not hear you");
    const text = describeIn("en", { name: "A".repeat(40), nameNumber: 3, hearsMe: "no" })?.text;
    expect(text).to.equal(`\u2068${"A".repeat(23)}… (3)\u2069 may not hear you`);
  });

  it("shortens a long name", () => {
    const text = describeIn("en", { name: "Anna Arkadyevna Karenina-Oblonskaya", hearsMe: "no" })?.text;
    expect(text).to.equal("\u2068Anna Arkadyevna Karenin…\u2069 may not hear you");
  });

  it("gives the cause of silence instead of whether I am heard", () => {
    const texts = (["network-here", "network-there", "asleep"] as const).map(
      (cause) => describeIn("en", { status: "silent", cause, hearsMe: "yes" })?.text,
    );
    expect(texts).to.deep.equal([
      "Perhaps no network on your side",
      "Perhaps no network on their side",
      "Perhaps their tab is asleep",
    ]);
    expect(describeIn("en", { status: "silent" })).to.deep.equal({ tone: "warning", text: "No connection" });
  });

  it("says only 'Connecting…' until a participant is connected", () => {
    expect(describeIn("en", { status: "connecting", hearsMe: "no" })).to.deep.equal({
      tone: "quiet",
      text: "Connecting…",
    });
  });
});
