import type { Speech } from '../speech.ts';

const MB = 1024 * 1024;
const GB = 1024 * MB;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { day: 'numeric', month: 'short' } as const;

/** Where the data is, how much of it, and when something was. */
export const storage = ({ count, decimal, moment }: Speech) => {
  /** A size a person compares with a disk. */
  const size = (bytes: number): string => {
    if (bytes >= 10 * GB) return `${count(Math.round(bytes / GB))} GB`;
    if (bytes >= GB) return `${decimal(bytes / GB)} GB`;
    if (bytes >= 10 * MB || bytes === 0) return `${count(Math.round(bytes / MB))} MB`;
    return `${decimal(Math.max(0.1, bytes / MB))} MB`;
  };
  const amount = (used: number, quota: number | null): string =>
    quota === null ? size(used) : `${size(used)} of ${size(quota)}`;
  return {
    size,
    amount,
    amountUsed: (used: number, quota: number | null) => `${amount(used, quota)} used`,
    /** A moment as a person says it: `today 12:41`, `yesterday`, `16 Nov`. */
    moment(iso: string, now: Date): string {
      const at = new Date(iso);
      if (Number.isNaN(at.getTime())) return '';
      const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
      if (at >= midnight) return `today ${moment(at, TIME)}`;
      const before = new Date(midnight);
      before.setDate(before.getDate() - 1);
      if (at >= before) return 'yesterday';
      return moment(at, at.getFullYear() === now.getFullYear() ? DAY : { ...DAY, year: 'numeric' });
    },
    name: 'Place of the data',
    here: 'On this machine',
    offlineReady: 'offline ready',
    nothingLeaves: 'Nothing leaves this machine.',
    nothingLeavesMore: 'Files are read and compared in this browser, and stored in it.',
    used: 'Used',
    notKnown: 'not known',
    kept: 'Kept',
    keptFor: { always: 'until you delete it', room: 'as long as the browser has room' },
    offline: 'Offline',
    offlineSays: { ready: 'ready', not: 'not yet: the app is not stored here' },
    keep: 'Keep it until I delete it',
    keptUntil: 'Kept until you delete it',
    nearlyFull: 'Nearly full: remove a project',
  };
};
