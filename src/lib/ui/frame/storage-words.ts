import { momentFormat, numberFormat } from '../formats.ts';
import { count } from '../words.ts';

const MB = 1024 * 1024;
const GB = 1024 * MB;
const one = numberFormat({ maximumFractionDigits: 1 });

/** A size a person compares with a disk. */
export function size(bytes: number): string {
  if (bytes >= 10 * GB) return `${count(Math.round(bytes / GB))} GB`;
  if (bytes >= GB) return `${one(bytes / GB)} GB`;
  if (bytes >= 10 * MB || bytes === 0) return `${count(Math.round(bytes / MB))} MB`;
  return `${one(Math.max(0.1, bytes / MB))} MB`;
}

/** From this share on the storage is nearly full. */
export const NEARLY_FULL = 0.9;

const day = momentFormat({ day: 'numeric', month: 'short' });
const dayAndYear = momentFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const time = momentFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** A moment as a person says it: `today 12:41`, `yesterday`, `16 Nov`. */
export function moment(iso: string, now: Date): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  if (at >= midnight) return `today ${time(at)}`;
  const before = new Date(midnight);
  before.setDate(before.getDate() - 1);
  if (at >= before) return 'yesterday';
  return at.getFullYear() === now.getFullYear() ? day(at) : dayAndYear(at);
}
