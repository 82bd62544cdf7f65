import type { WaitingRoomMessages } from "../../types/lobby/waiting-room.ts";

export const waitingRoom: WaitingRoomMessages = {
  ask: "Попросить войти",
  asking: "Просим впустить…",
  asked: "Мы передали организатору. Вы войдёте, как только вас впустят. До этого вас здесь никто не видит и не слышит.",
  hostAway: "Возможно, организатора сейчас нет в звонке. Вы остаётесь в очереди.",
  cancel: "Отменить",
};
