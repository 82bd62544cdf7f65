// A value that a component provides to those inside it. Vue's `inject` returns undefined where
// nobody has provided it; here that is an error that names what is missing.
import { inject, provide, type InjectionKey } from "vue";

export function createProvided<T>(name: string) {
  const key: InjectionKey<T> = Symbol(name);
  return {
    provide(value: T): T {
      provide(key, value);
      return value;
    },
    use(): T {
      const value = inject(key);
      if (value === undefined) throw new Error(`Nobody has provided: ${name}`);
      return value;
    },
  };
}
