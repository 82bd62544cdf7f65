import type { causes as english } from "../../en/call/causes.ts";

export const causes: typeof english = {
  offline: "Sie sind offline. Der Anruf kommt mit dem Netz zurück.",
  "network-here": "Vielleicht ist Ihr Netz weg. Der Anruf kommt mit ihm zurück.",
  "network-there": "Vielleicht ist dort das Netz weg, oder das Gerät schläft. Ein anderer Weg wird gesucht.",
  asleep: "Das Netz dort funktioniert. Vielleicht schläft der Tab: Er kann von selbst zurückkommen.",
};
