import { ProfileBrowser } from '../setup/profile-browser.ts';

/** A browser on a profile that stays, driven by nobody: its page tells the server what there is to tell. */
export class BareBrowser extends ProfileBrowser {
  start(url: string): void {
    this.spawn([url]);
  }
}
