/**
 * A disk whose power can be cut: ext4 in a file, mounted by a loop device. Linux, as root. What was not flushed to it when its power
 * goes is lost, as on a real one (RELIABILITY, S451).
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** EXT4_IOC_SHUTDOWN is `_IOR('X', 125, __u32)`; 2: not even the journal is flushed. */
const SHUT_DOWN = `
  open(my $disk, "<", $ARGV[0]) or die "$!\\n";
  my $how = pack("L", 2);
  defined(ioctl($disk, 0x8004587D, $how)) or die "$!\\n";
`;
/** Milliseconds until a disk that is still in use is given up. */
const PATIENCE = 300_000;

export class LoopDisk {
  #home = mkdtempSync(join(tmpdir(), 'drysync-disk-'));
  #device = null;
  #isMounted = false;
  /** Where it is mounted. */
  folder = join(this.#home, 'disk');

  /** Throws with what the system says where it cannot. */
  static async make(megabytes) {
    const disk = new LoopDisk();
    try {
      disk.#make(megabytes);
      return disk;
    } catch (error) {
      await disk.remove();
      throw error;
    }
  }

  #make(megabytes) {
    const file = join(this.#home, 'disk.img');
    run('truncate', ['-s', `${megabytes}M`, file]);
    run('mkfs.ext4', ['-q', '-F', file]);
    this.#device = run('losetup', ['--find', '--show', file]);
    mkdirSync(this.folder);
    this.#mount();
  }

  /** From when this is kept nothing gets on it any more; who writes to it is told of an error. */
  cut() {
    return new Promise((done, failed) => {
      const child = spawn('perl', ['-e', SHUT_DOWN, this.folder], { stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      child.stderr.on('data', (chunk) => (said += chunk));
      child.on('error', failed);
      child.on('close', (code) =>
        code === 0 ? done() : failed(new Error(`the cut failed: ${said.trim()}`)),
      );
    });
  }

  /** Power again: the file system mends itself by its journal. Who used the disk must be dead, or dying. */
  async putBack() {
    await this.#unmount();
    this.#mount();
  }

  /** Nothing of it is left: no mount, no device, no file. */
  async remove() {
    if (this.#isMounted) await this.#unmount();
    if (this.#device !== null) run('losetup', ['--detach', this.#device]);
    rmSync(this.#home, { recursive: true, force: true });
  }

  #mount() {
    run('mount', ['-t', 'ext4', this.#device, this.folder]);
    this.#isMounted = true;
  }

  async #unmount() {
    const end = performance.now() + PATIENCE;
    for (;;) {
      const { ok, said } = asked('umount', [this.folder]);
      if (ok) break;
      // A process that was killed holds its files for a moment.
      if (!/busy/.test(said) || performance.now() > end) throw new Error(said);
      await wait(20);
    }
    this.#isMounted = false;
  }
}

/** Null where power can be cut on this machine, as a trial shows: what was flushed is kept, what was only written is lost. Else why not. */
export async function whyNoPowerCut() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return 'it needs Linux and root';
  let disk = null;
  try {
    disk = await LoopDisk.make(16);
    writeFileSync(join(disk.folder, 'flushed'), 'x', { flush: true });
    writeFileSync(join(disk.folder, 'written'), 'x');
    await disk.cut();
    await disk.putBack();
    const kept = readdirSync(disk.folder).filter((name) => name !== 'lost+found');
    return kept.join() === 'flushed' ? null : `a trial kept ${kept.join(' and ') || 'nothing'}`;
  } catch (error) {
    return error.message.split('\n')[0];
  } finally {
    await disk?.remove();
  }
}

function asked(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  return {
    ok: status === 0,
    out: stdout?.trim() ?? '',
    said: `${command}: ${error?.message ?? stderr.trim()}`,
  };
}

function run(command, args) {
  const { ok, out, said } = asked(command, args);
  if (!ok) throw new Error(said);
  return out;
}
