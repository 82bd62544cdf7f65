// The room of every scene. Nothing is behind it.

export const sceneLink = { uuid: "1b4e28ba-2fa1-4d2a-883f-0016d3cca427", key: "AAECAwQFBgcICQoLDA0ODw" };
