// Whether the dialog is open, for everything in the call that opens it.
import { readonly, ref, type Ref } from "vue";
import { createProvided } from "../ui/provided.ts";

export interface InviteDialogState {
  readonly isInviting: Readonly<Ref<boolean>>;
  openInvitation(): void;
  closeInvitation(): void;
}

const provided = createProvided<InviteDialogState>("invite dialog");

export function provideInviteDialog(): InviteDialogState {
  const isInviting = ref(false);
  return provided.provide({
    isInviting: readonly(isInviting),
    openInvitation: () => (isInviting.value = true),
    closeInvitation: () => (isInviting.value = false),
  });
}

export const useInviteDialog = provided.use;
