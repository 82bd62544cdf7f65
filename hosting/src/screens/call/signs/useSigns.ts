// Hands and reactions of the call. A hand stays until it is lowered, by its owner or at a host's
// request; a reaction is shown for a moment.
import type { FeatureMessage, ReactionEmoji } from "@meetogram/contract";
import { computed, onScopeDispose, readonly, shallowRef, watch } from "vue";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { createProvided } from "../../../ui/provided.ts";
import { keepPresent, nextOrder, queueOf, setHand, type RaisedHands } from "./raised-hands.ts";

export interface ShownReaction {
  readonly id: number;
  /** Null: one's own. */
  readonly participantID: string | null;
  readonly emoji: ReactionEmoji;
}

export type Signs = ReturnType<typeof createSigns>;
const provided = createProvided<Signs>("signs");

/** As long as its animation. */
const reactionMs = 4_000;
/** The newest ones: a crowd that applauds must not cover the faces. */
const maxReactions = 12;

function createSigns() {
  const { features, selfID: ownID, participants } = useMeeting();
  const hands = shallowRef<RaisedHands>(new Map());
  const reactions = shallowRef<readonly ShownReaction[]>([]);
  const scope = new AbortController();
  let lastID = 0;

  const isRaised = computed(() => hands.value.has(ownID.value));

  function setOwnHand(order: number | null): void {
    hands.value = setHand(hands.value, ownID.value, order);
    features.send({ type: "hand", order });
  }

  function show(from: string | null, emoji: ReactionEmoji): void {
    lastID += 1;
    const reaction: ShownReaction = { id: lastID, participantID: from, emoji };
    reactions.value = [...reactions.value, reaction].slice(-maxReactions);
    setTimeout(() => (reactions.value = reactions.value.filter((shown) => shown !== reaction)), reactionMs);
  }

  function handleMessage(from: string, message: FeatureMessage): void {
    if (message.type === "hand") hands.value = setHand(hands.value, from, message.order);
    if (message.type === "reaction") show(from, message.emoji);
  }

  features.onMessage(({ participantID: from, isHost }, message) => {
    if (message.type === "request" && message.request === "lower-hand" && isHost) setOwnHand(null);
    else handleMessage(from, message);
  }, scope);
  features.onReached((reached) => {
    const order = hands.value.get(ownID.value);
    if (order !== undefined) features.send({ type: "hand", order }, reached);
  }, scope);
  watch(participants, (present) => {
    hands.value = keepPresent(hands.value, new Set([ownID.value, ...present.map((other) => other.participantID)]));
  });
  onScopeDispose(() => scope.abort());

  return {
    ownID,
    /** Of everybody with a raised hand, the first one first. */
    queue: computed(() => queueOf(hands.value)),
    isRaised,
    reactions: readonly(reactions),
    toggleHand: () => setOwnHand(isRaised.value ? null : nextOrder(hands.value)),
    /** For hosts. */
    lowerHand: (of: string) => features.send({ type: "request", request: "lower-hand" }, of),
    react(emoji: ReactionEmoji): void {
      features.send({ type: "reaction", emoji });
      show(null, emoji);
    },
  };
}

/** For the view of a call. */
export const provideSigns = (): Signs => provided.provide(createSigns());
export const useSigns = provided.use;
