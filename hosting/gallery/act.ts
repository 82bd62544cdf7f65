// What somebody does in a scene before it is looked at. Nothing here waits for a time: it waits for
// what a step needs.
import type { TestCall } from "./nowhere/driver.ts";

export interface Actor {
  readonly call: TestCall;
  /** Waits until there is one that is shown. */
  find(testID: string): Promise<HTMLElement>;
  press(testID: string): Promise<void>;
  /** A button of the bar; where there is no room for it, its row in the menu of the rest. */
  pressInBar(testID: string, row?: string): Promise<void>;
  /** A menu of the bar; where there is no room for its button, the menu of the rest. */
  openInBar(testID: string): Promise<void>;
  type(testID: string, text: string): Promise<void>;
  /** Of a form in which the field is. */
  submit(testID: string): Promise<void>;
  scrollTo(testID: string): Promise<void>;
  give(testID: string, files: readonly File[]): Promise<void>;
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const isShown = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });

function search(testID: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(`[data-testid="${testID}"]`)].find(isShown);
}

async function find(testID: string): Promise<HTMLElement> {
  for (;;) {
    const found = search(testID);
    if (found !== undefined) return found;
    await nextFrame();
  }
}

async function press(testID: string): Promise<void> {
  const target = await find(testID);
  // A summary opens what it belongs to.
  (target.querySelector("summary") ?? target).click();
  await nextFrame();
}

async function write(testID: string, text: string): Promise<HTMLInputElement> {
  const field = (await find(testID)) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await nextFrame();
  return field;
}

export const actor: Actor = {
  get call() {
    return window.testCall;
  },
  find,
  press,
  async pressInBar(testID, row = testID) {
    await find("more");
    if (search(testID) !== undefined) return press(testID);
    await press("more");
    await press(row);
  },
  async openInBar(testID) {
    await find("more");
    await press(search(testID) === undefined ? "more" : testID);
  },
  type: async (testID, text) => void (await write(testID, text)),
  async submit(testID) {
    ((await find(testID)) as HTMLInputElement).form?.requestSubmit();
    await nextFrame();
  },
  scrollTo: async (testID) => (await find(testID)).scrollIntoView({ block: "center" }),
  async give(testID, files) {
    const field = document.querySelector<HTMLInputElement>(`[data-testid="${testID}"]`)!;
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    field.files = transfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    await nextFrame();
  },
};
