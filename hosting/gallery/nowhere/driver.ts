// What a test, or a scene, does to the people who are nowhere. The page has it as
// `window.testCall`.
import type { FeatureMessage } from "@meetogram/contract";
import type { Problem } from "../../src/popups/problem.ts";
import type { TestPerson } from "./people.ts";

export interface TestCall {
  show(people: readonly TestPerson[]): void;
  /** Shows a popup without Retry. */
  fail(problem: Problem): void;
  /** Whether this person is host. */
  beHost(isSo: boolean): void;
  /** This person is host, and these ask to come in. */
  knock(names: readonly string[]): void;
  /** The waiting room holds this person back, who asks to come in. */
  holdBack(): void;
  /** What the host has done: "admit", "refuse", "remove" or "hand over", and whom. */
  readonly answers: string[];
  /** A message of a feature has come. `isHost`: from a host. */
  hear(participantID: string, message: FeatureMessage, isHost?: boolean): void;
  /** What was asked of each sender last. */
  readonly asked: Record<string, number | null>;
  /** This person's page says that it shows the recording with this number. */
  confirm(name: string, recording: number): void;
  /** Another page of this person is connected. */
  reach(name: string): void;
  /** What this page has sent, and to whom. */
  readonly sent: { message: FeatureMessage; to: string | undefined }[];
  /** What the others are told. */
  readonly told: (number | null)[];
  /** Resolves when two frames show the same places. */
  settle(): Promise<void>;
  /** Layout shifts since the page was opened. */
  readonly shifts: { value: number; sources: string[] }[];
}

declare global {
  interface Window {
    testCall: TestCall;
  }
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

export async function settle(): Promise<void> {
  const read = () => [...document.querySelectorAll("article")].map((tile) => tile.getBoundingClientRect());
  for (let before = ""; before !== JSON.stringify(read()); await nextFrame()) {
    before = JSON.stringify(read());
    await nextFrame();
  }
}

export function watchShifts(): TestCall["shifts"] {
  const shifts: TestCall["shifts"] = [];
  new PerformanceObserver((list) => {
    type Shift = PerformanceEntry & { value: number; sources?: { node: Element | null }[] };
    for (const { value, sources = [] } of list.getEntries() as Shift[]) {
      shifts.push({ value, sources: sources.map(({ node }) => node?.className ?? "") });
    }
  }).observe({ type: "layout-shift", buffered: true });
  return shifts;
}
