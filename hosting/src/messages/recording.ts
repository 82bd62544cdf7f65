// The texts of recording a call: what the person is asked, what everybody is told, and what becomes
// of the file.
import type { Language } from "./language.ts";

export interface RecordingMessages {
  readonly record: string;
  readonly unsupported: string;
  readonly heading: string;
  readonly what: string;
  readonly told: string;
  readonly where: string;
  readonly start: string;
  readonly starting: string;
  readonly cancel: string;
  readonly noRoom: string;
  readonly failed: string;
  readonly own: string;
  readonly stop: string;
  readonly stopLong: string;
  /** One or several names, as one phrase. */
  readonly others: (names: string, count: number) => string;
  readonly ended: (names: string, count: number) => string;
  readonly ownStarted: string;
  readonly ownEnded: string;
  readonly kept: {
    readonly region: string;
    readonly ready: string;
    readonly unsaved: (when: string) => string;
    readonly diskFull: string;
    readonly writeFailed: string;
    readonly where: (size: string) => string;
    readonly save: string;
    readonly saving: string;
    readonly saved: string;
    readonly notSaved: string;
    readonly handedOver: string;
    readonly remove: string;
    readonly removeForGood: string;
    readonly removed: string;
    readonly later: string;
  };
}

const en: RecordingMessages = {
  record: "Record the call",
  unsupported: "This browser cannot record a call. Chrome, Edge and Firefox on a computer can.",
  heading: "Record this call?",
  what: "The pictures, shared screens and voices of everybody, yours too, as one video.",
  told: "Everybody sees that you record for as long as you do, and hears when it begins and ends. Nobody is recorded before their page shows it.",
  where: "The recording stays on this device. You save it as a file at the end.",
  start: "Start recording",
  starting: "Starting…",
  cancel: "Cancel",
  noRoom: "There is too little room on this device for a recording. Free some, and try again.",
  failed: "The browser did not let the recording start. A private window often does not: try a normal one.",
  own: "You are recording",
  stop: "Stop",
  stopLong: "Stop recording",
  others: (names, count) => (count === 1 ? `${names} is recording this call` : `${names} are recording this call`),
  ended: (names, count) => (count === 1 ? `${names} has stopped recording` : `${names} have stopped recording`),
  ownStarted: "Recording has started. Everybody sees it.",
  ownEnded: "Recording has ended.",
  kept: {
    region: "Recordings to save",
    ready: "Your recording is ready",
    unsaved: (when) => `A recording from ${when} is not saved yet`,
    diskFull: "The recording has stopped: this device is almost full",
    writeFailed: "The recording has stopped: the browser could not write any more",
    where: (size) => `${size}. Only this browser has it, until you save or delete it.`,
    save: "Save",
    saving: "Saving…",
    saved: "The recording is saved.",
    notSaved: "The file could not be written. Choose another place, and save again.",
    handedOver: "It goes to your downloads. When it is there, delete the copy in this browser.",
    remove: "Delete",
    removeForGood: "Delete for good",
    removed: "The recording is deleted.",
    later: "Later",
  },
};

const ru: RecordingMessages = {
  record: "Записать звонок",
  unsupported: "Этот браузер не умеет записывать звонок. Умеют Chrome, Edge и Firefox на компьютере.",
  heading: "Записать этот звонок?",
  what: "В одно видео попадут картинка, экраны и голоса всех, и ваши тоже.",
  told: "Всё это время каждый видит, что вы записываете, и слышит начало и конец. Никого не записывают, пока его страница этого не покажет.",
  where: "Запись остаётся на этом устройстве. В конце вы сохраните её в файл.",
  start: "Начать запись",
  starting: "Начинаем…",
  cancel: "Отмена",
  noRoom: "На устройстве слишком мало места для записи. Освободите его и попробуйте снова.",
  failed: "Браузер не дал начать запись. Так часто бывает в приватном окне: попробуйте обычное.",
  own: "Вы записываете",
  stop: "Стоп",
  stopLong: "Остановить запись",
  others: (names, count) => (count === 1 ? `${names} записывает этот звонок` : `${names} записывают этот звонок`),
  ended: (names, count) => (count === 1 ? `${names} больше не записывает` : `${names} больше не записывают`),
  ownStarted: "Запись началась. Это видят все.",
  ownEnded: "Запись закончилась.",
  kept: {
    region: "Несохранённые записи",
    ready: "Запись готова",
    unsaved: (when) => `Запись от ${when} ещё не сохранена`,
    diskFull: "Запись остановлена: на устройстве почти нет места",
    writeFailed: "Запись остановлена: браузер больше не может писать",
    where: (size) => `${size}. Она есть только в этом браузере, пока вы её не сохраните или не удалите.`,
    save: "Сохранить",
    saving: "Сохраняем…",
    saved: "Запись сохранена.",
    notSaved: "Не удалось записать файл. Выберите другое место и сохраните снова.",
    handedOver: "Файл появится в загрузках. Когда он там, удалите копию в этом браузере.",
    remove: "Удалить",
    removeForGood: "Удалить навсегда",
    removed: "Запись удалена.",
    later: "Позже",
  },
};

export const recordingMessages: Readonly<Record<Language, RecordingMessages>> = { en, ru };
