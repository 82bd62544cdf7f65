// The texts of the stage: what is shown large, and how the person sees itself.
import type { Language } from "./language.ts";

export interface StageMessages {
  readonly menu: string;
  readonly view: string;
  readonly views: Readonly<Record<"grid" | "speaker", string>>;
  readonly pin: (name: string) => string;
  readonly unpin: string;
  readonly showSelf: string;
  readonly hideSelf: string;
  readonly moveSelf: string;
  readonly mirrorSelf: string;
  readonly audioOnly: string;
  readonly audioOnlyHint: string;
  /** On the tile of somebody else, and its explanation. */
  readonly audioOnlyShort: string;
  readonly audioOnlyOf: string;
  readonly fullScreen: string;
  readonly float: string;
  readonly floating: string;
  readonly zoom: string;
  readonly zoomBack: string;
}

const en: StageMessages = {
  menu: "View",
  view: "Show people",
  views: { grid: "All alike", speaker: "Who speaks, large" },
  pin: (name) => `Keep ${name} large`,
  unpin: "No longer keep large",
  showSelf: "Show my picture",
  hideSelf: "Hide my picture",
  moveSelf: "Move my picture: drag it, or press the arrow keys",
  mirrorSelf: "Mirror my picture",
  audioOnly: "Audio only",
  audioOnlyHint: "Saves data: no camera pictures come in or go out. The others are told.",
  audioOnlyShort: "Audio only",
  audioOnlyOf: "Takes no pictures, to save data",
  fullScreen: "Full screen",
  float: "In a small window",
  floating: "The call in a small window",
  zoom: "Enlarge the screen: drag it or press the arrow keys to move it",
  zoomBack: "Show the whole screen",
};

const ru: StageMessages = {
  menu: "Вид",
  view: "Как показать людей",
  views: { grid: "Всех одинаково", speaker: "Крупно того, кто говорит" },
  pin: (name) => `Закрепить крупно: ${name}`,
  unpin: "Больше не закреплять",
  showSelf: "Показать меня",
  hideSelf: "Скрыть меня",
  moveSelf: "Передвинуть мою картинку: тяните её или нажимайте стрелки",
  mirrorSelf: "Показывать меня как в зеркале",
  audioOnly: "Только звук",
  audioOnlyHint: "Экономит трафик: видео с камер не приходит и не уходит. Остальные это увидят.",
  audioOnlyShort: "Только звук",
  audioOnlyOf: "Не принимает видео, чтобы экономить трафик",
  fullScreen: "Во весь экран",
  float: "В маленьком окне",
  floating: "Звонок в маленьком окне",
  zoom: "Увеличить экран: двигайте его пальцем или стрелками",
  zoomBack: "Показать экран целиком",
};

export const stageMessages: Readonly<Record<Language, StageMessages>> = { en, ru };
