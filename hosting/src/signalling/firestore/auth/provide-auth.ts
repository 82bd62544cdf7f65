// Gives a sign-in to the SDK of one app, in the place where it looks for Auth. The types of an app
// do not name its container, to which every product of Firebase adds itself.
import { Component, type ComponentContainer } from "@firebase/component";
import type { FirebaseApp } from "firebase/app";
import type { SignIn } from "./sign-in.ts";

declare module "@firebase/component" {
  interface NameServiceMapping {
    "auth-internal": SignIn & { _delete(): Promise<void> };
  }
}

/** Call it before the app's first request. The sign-in is closed with the app. */
export function provideAuth(app: FirebaseApp, signIn: SignIn): void {
  const service = {
    ...signIn,
    async _delete() {
      signIn.close();
    },
  };
  const { container } = app as FirebaseApp & { readonly container: ComponentContainer };
  container.addComponent(new Component("auth-internal", () => service, "PRIVATE" as never));
}
