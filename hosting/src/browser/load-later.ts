// A component whose script comes when there is time for it, or when it is first shown. Once that is
// loaded, the component is shown at once. An async component of Vue comes a tick later even then,
// and loses fast keys.
import { h, shallowRef, type Component, type FunctionalComponent } from "vue";

export interface LateComponent {
  readonly component: Component;
  /** Rejects where the script cannot be loaded. Another call tries again, and showing it too. */
  readonly load: () => Promise<void>;
}

/** `onMissing`: it is to be shown, and could not be loaded. Gets what it would be shown with. */
export function loadLater(
  fetch: () => Promise<{ readonly default: Component }>,
  onMissing: (attributes: Readonly<Record<string, unknown>>) => void,
): LateComponent {
  const loaded = shallowRef<Component | null>(null);
  async function load(): Promise<void> {
    loaded.value ??= (await fetch()).default;
  }
  const component: FunctionalComponent = (_props, { attrs, slots }) => {
    if (loaded.value !== null) return h(loaded.value, attrs, slots);
    load().catch(() => onMissing(attrs));
    return null;
  };
  component.inheritAttrs = false;
  return { component, load };
}
