// How the person sees itself: where, mirrored or not, or not at all. Kept by the browser.
import { ref, watch, type Ref } from "vue";
import { local } from "../../../../browser/storage.ts";
import { createProvided } from "../../../../ui/provided.ts";
import { corners, type Corner } from "./own-place.ts";

export interface OwnTileState {
  readonly corner: Corner;
  readonly isHidden: boolean;
  readonly isMirrored: boolean;
}

const initial: OwnTileState = { corner: "bottom-right", isHidden: false, isMirrored: true };
const storedAs = "ownTile";
const provided = createProvided<Ref<OwnTileState>>("own tile");

/** What is not understood is as if it had never been chosen. */
export function parseOwnTile(text: string | null): OwnTileState {
  try {
    const { corner, isHidden, isMirrored } = JSON.parse(text ?? "{}") as Record<string, unknown>;
    return {
      corner: corners.find((known) => known === corner) ?? initial.corner,
      isHidden: typeof isHidden === "boolean" ? isHidden : initial.isHidden,
      isMirrored: typeof isMirrored === "boolean" ? isMirrored : initial.isMirrored,
    };
  } catch {
    return initial;
  }
}

export function provideOwnTile(): Ref<OwnTileState> {
  const state = ref(parseOwnTile(local.read(storedAs)));
  watch(state, (chosen) => local.write(storedAs, JSON.stringify(chosen)));
  return provided.provide(state);
}

export function useOwnTile() {
  const state = provided.use();
  return {
    state,
    change: (changes: Partial<OwnTileState>) => (state.value = { ...state.value, ...changes }),
  };
}
