/** Tell a listener of ours something. One that throws does not lose an answer that is being paid for. */
export function tell<T>(listener: ((what: T) => void) | undefined, what: T): void {
  try {
    listener?.(what);
  } catch {
    // It is the listener's own fault, and there is nobody to tell.
  }
}
