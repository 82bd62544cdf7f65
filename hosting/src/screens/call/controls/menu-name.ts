// The menus of the bar. One is open at a time.

export type MenuName = "microphone" | "camera" | "react" | "view" | "more";
