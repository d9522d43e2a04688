/** Whether streams of one connection arrive line by line, or something on the way holds them back. */
export interface Delivery {
  readonly proven: () => boolean;
  /** A line came: this connection streams. */
  readonly prove: () => void;
  /** Aborted once nothing came where something should, and nothing ever had. */
  readonly heldBack: AbortSignal;
  /** Nothing came where something should. */
  readonly doubt: () => void;
}

/** Shared by all streams of a connection: what one of them learns, the others need not. */
export function createDelivery(): Delivery {
  let proven = false;
  const heldBack = new AbortController();
  return {
    proven: () => proven,
    prove: () => {
      proven = true;
    },
    heldBack: heldBack.signal,
    doubt: () => {
      if (!proven) heldBack.abort();
    },
  };
}
