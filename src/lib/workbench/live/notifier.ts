/** Tells a person outside the page. Asked for by an act alone, never when the page is loaded. */
export interface Notifier {
  /** Null: this browser cannot. */
  readonly permission: NotificationPermission | null;
  ask(): Promise<boolean>;
  show(title: string, body: string): void;
}

/** Switches whether a person is told: the browser asks now, at a person's own act. */
export async function switchTelling(live: { tells: boolean }, on: boolean): Promise<void> {
  live.tells = on && (await browserNotifier.ask());
}

export const browserNotifier: Notifier = {
  get permission() {
    return typeof Notification === 'undefined' ? null : Notification.permission;
  },
  async ask() {
    return typeof Notification !== 'undefined' && (await Notification.requestPermission()) === 'granted';
  },
  show(title, body) {
    if (this.permission !== 'granted') return;
    try {
      const shown = new Notification(title, { body, tag: title });
      shown.onclick = () => window.focus();
    } catch {
      // Some browsers let only their service worker tell: the page says it anyway.
    }
  },
};
