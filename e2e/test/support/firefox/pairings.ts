// The same journey for people in Firefox, in Chromium, and in both.
import { createPerson, withPeople, type Person } from "../browser.ts";
import type { AnyPerson } from "./any-person.ts";
import { withFirefoxPeople } from "./firefox-people.ts";

export type BrowserName = "Firefox" | "Chromium";

/** The first is the host. */
export type Pairing = readonly [BrowserName, BrowserName, ...BrowserName[]];

export const pairings: readonly Pairing[] = [
  ["Firefox", "Firefox"],
  ["Firefox", "Chromium"],
  ["Chromium", "Firefox"],
  ["Chromium", "Firefox", "Firefox"],
];

export interface PersonWithTabs extends AnyPerson {
  readonly browser: BrowserName;
  /** The same person in another tab. */
  openTab(): Promise<PersonWithTabs>;
}

type Pair = [host: PersonWithTabs, guest: PersonWithTabs, ...others: PersonWithTabs[]];

function inChromium(person: Person): PersonWithTabs {
  const { context, origin } = person;
  return {
    ...person,
    browser: "Chromium",
    openTab: async () => inChromium(createPerson({ context, page: await context.newPage() }, origin)),
  };
}

/** Runs the body with new people in these browsers, in this order. */
export function withPairing(pairing: Pairing, body: (...people: Pair) => Promise<void>): Promise<void> {
  const count = (wanted: BrowserName) => pairing.filter((browser) => browser === wanted).length;
  return withPeople(count("Chromium"), (...chromiumPeople) =>
    withFirefoxPeople(count("Firefox"), async (...firefoxPeople) => {
      const chromium = chromiumPeople.map(inChromium);
      const firefox = [...firefoxPeople];
      await body(...(pairing.map((browser) => (browser === "Firefox" ? firefox : chromium).shift()) as Pair));
    }),
  );
}
