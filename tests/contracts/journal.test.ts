import { describe } from 'vitest';
import { MemoryLog } from '../../src/lib/push/index.ts';
import { journalContract } from './journal-suite.ts';

describe('a journal in memory', () => {
  journalContract(async () => {
    const log = new MemoryLog();
    return { log, again: async () => log };
  });
});
