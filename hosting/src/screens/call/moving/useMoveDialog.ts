// Whether the dialog is open that moves the call to another device.
import { readonly, ref, type Ref } from "vue";
import { createProvided } from "../../../ui/provided.ts";

export interface MoveDialogState {
  readonly isMoving: Readonly<Ref<boolean>>;
  openMove(): void;
  closeMove(): void;
}

const provided = createProvided<MoveDialogState>("move dialog");

export function provideMoveDialog(): MoveDialogState {
  const isMoving = ref(false);
  return provided.provide({
    isMoving: readonly(isMoving),
    openMove: () => (isMoving.value = true),
    closeMove: () => (isMoving.value = false),
  });
}

export const useMoveDialog = provided.use;
