/** Whether something listens at an address of this machine. Far cheaper than an HTTP request, which is seldom worth making. */
export async function isListening(root: string, signal: AbortSignal): Promise<boolean> {
  const { connect } = await import('node:net');
  const { hostname, port, protocol } = new URL(root);
  return new Promise((done) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || (protocol === 'http:' ? 80 : 443)),
    });
    const end = (isOpen: boolean): void => {
      socket.destroy();
      done(isOpen);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
    if (signal.aborted) end(false);
    else signal.addEventListener('abort', () => end(false), { once: true });
  });
}
