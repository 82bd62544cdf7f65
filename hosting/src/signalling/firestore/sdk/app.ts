// What Firestore and App Check need of the package @firebase/app: apps, and in each of them the
// components that the products add. The build puts this file in its place. The package is ten times
// as heavy, and keeps statistics for Google in IndexedDB.
import { Component, ComponentContainer, type Name } from "@firebase/component";
import { version } from "firebase/package.json";

declare module "@firebase/component" {
  interface NameServiceMapping {
    app: App;
  }
}

export interface App {
  readonly name: string;
  readonly options: object;
  readonly automaticDataCollectionEnabled: boolean;
  readonly container: ComponentContainer;
}

const apps = new Map<string, App>();
const components = new Map<string, Component>();

export { version as SDK_VERSION };

export function initializeApp(options: object, name: string): App {
  if (apps.has(name)) throw new Error(`There is an app ${name} already`);
  const container = new ComponentContainer(name);
  const app = { name, options, automaticDataCollectionEnabled: true, container };
  for (const component of components.values()) container.addComponent(component);
  container.addComponent(new Component("app", () => app, "PUBLIC" as never));
  apps.set(name, app);
  return app;
}

export const getApps = (): App[] => [...apps.values()];

export function getApp(name: string): App {
  const app = apps.get(name);
  if (app === undefined) throw new Error(`There is no app ${name}`);
  return app;
}

export async function deleteApp({ name, container }: App): Promise<void> {
  if (apps.delete(name)) await Promise.all(container.getProviders().map((provider) => provider.delete()));
}

/** A product was loaded. */
export function _registerComponent(component: Component): boolean {
  if (components.has(component.name)) return false;
  components.set(component.name, component);
  for (const { container } of apps.values()) container.addComponent(component);
  return true;
}

export const _getProvider = ({ container }: App, name: Name) => container.getProvider(name);

export function _removeServiceInstance(app: App, name: Name, identifier: string): void {
  _getProvider(app, name).clearInstance(identifier);
}

/** One that renders pages on a server. */
export const _isFirebaseServerApp = () => false;

/** For statistics only. */
export function registerVersion(): void {}
