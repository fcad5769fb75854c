/** Pages of this origin alone hear it. */
const CHANNEL = 'drysync-sign-in';

/** An address a person came back to, and that it was heard. */
type Message = { readonly returned: string } | { readonly heard: true };

/** Hears of people who come back from an app's sign-in, until it is called off. */
export function listenForReturn(hear: (returned: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (!('returned' in data)) return;
    channel.postMessage({ heard: true } satisfies Message);
    hear(data.returned);
  };
  return () => channel.close();
}

/** Tells every page that waits; calls back once one has heard it. */
export function tellReturn(returned: string, onHeard: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ('heard' in data) onHeard();
  };
  channel.postMessage({ returned } satisfies Message);
  return () => channel.close();
}
