// The page's title: that of the screen which is shown.
import { watchEffect } from "vue";

/** Null leaves the title as it is. */
export function useTitle(read: () => string | null): void {
  watchEffect(() => {
    const title = read();
    if (title !== null) document.title = title;
  });
}
