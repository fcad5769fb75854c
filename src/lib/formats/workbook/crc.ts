const POLYNOMIAL = 0xedb88320;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value;
});

/** The checksum of bytes as an archive has it, CRC-32, as they come. */
export class Crc {
  #crc = -1;
  #length = 0;

  push(bytes: Uint8Array): this {
    let crc = this.#crc;
    for (let i = 0; i < bytes.length; i++) crc = TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
    this.#crc = crc;
    this.#length += bytes.length;
    return this;
  }

  get value(): number {
    return ~this.#crc >>> 0;
  }
  get length(): number {
    return this.#length;
  }

  /** The checksum of these bytes and those behind them, without either at hand. */
  followedBy(behind: Crc): number {
    // A byte of noughts more is one step that only moves what is there: by squaring, as many as there are bytes behind.
    let value = this.value;
    let step = Uint32Array.from({ length: 32 }, (_, bit) => byZero(2 ** bit));
    for (let left = behind.length; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) value = moved(step, value);
      step = step.map((_, bit) => moved(step, step[bit]!));
    }
    return (value ^ behind.value) >>> 0;
  }
}

/** A byte of nought goes by. */
const byZero = (crc: number): number => (TABLE[crc & 0xff]! ^ (crc >>> 8)) >>> 0;

/** What a number of such steps makes of a checksum: each of its bits goes its own way. */
function moved(steps: Uint32Array, crc: number): number {
  let sum = 0;
  for (let bit = 0; bit < 32; bit++) if (((crc >>> bit) & 1) === 1) sum ^= steps[bit]!;
  return sum >>> 0;
}
