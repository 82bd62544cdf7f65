import type { WaitingRoomMessages } from "../../types/lobby/waiting-room.ts";

export const waitingRoom: WaitingRoomMessages = {
  ask: "Попросити увійти",
  asking: "Просимо впустити…",
  asked: "Ми передали організатору. Ви ввійдете, щойно вас упустять. До того вас тут ніхто не бачить і не чує.",
  hostAway: "Можливо, організатора зараз немає в дзвінку. Ви залишаєтеся в черзі.",
  cancel: "Скасувати",
};
