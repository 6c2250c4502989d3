/**
 * What LZMA makes smaller, made whole again. The module's own file is packed so: base64 hides from a server's gzip what
 * is alike in the bytes, and of what is packed already there is nothing to hide. `DecompressionStream` knows no LZMA
 * and is younger than the browsers of government desktops.
 *
 * The names are those of the format's specification. Of its parameters, `pb` and `lp` are 0 and `lc` is 3 (see
 * `xtask/src/pack.rs`), so that where in the output a byte stands never matters.
 */

const HEADER = 13;
const STATES = 12;

// Where in the one table each kind of decision has its probabilities.
const IS_MATCH = 0;
const IS_REP = IS_MATCH + STATES;
const IS_REP_G0 = IS_REP + STATES;
const IS_REP_G1 = IS_REP_G0 + STATES;
const IS_REP_G2 = IS_REP_G1 + STATES;
const IS_REP0_LONG = IS_REP_G2 + STATES;
const POS_SLOT = IS_REP0_LONG + STATES;
const POS_SPECIAL = POS_SLOT + 4 * 64;
const ALIGN = POS_SPECIAL + 128;
const LENGTH = ALIGN + 16;
const LOW = 2;
const MID = LOW + 8;
const HIGH = MID + 8;
const REP_LENGTH = LENGTH + HIGH + 256;
const LITERAL = REP_LENGTH + HIGH + 256;
const END = LITERAL + (0x300 << 3);

export function unpack(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const out = new Uint8Array(header.getUint32(5, true));
  const probability = new Uint16Array(END).fill(1024);
  // The two numbers of the range coder: of 32 bits, which a variable that outlives a call would hold as an object.
  const coder = new Int32Array([-1, header.getInt32(HEADER + 1)]);
  let from = HEADER + 5;

  function narrow(range: number, code: number): void {
    const isShort = range >>> 0 < 0x1000000;
    coder[0] = isShort ? range << 8 : range;
    coder[1] = isShort ? (code << 8) | (packed[from++] as number) : code;
  }

  function bit(at: number): number {
    const range = coder[0] as number;
    const code = coder[1] as number;
    const likely = probability[at] as number;
    const bound = Math.imul(range >>> 11, likely);
    if (code >>> 0 < bound >>> 0) {
      probability[at] = likely + ((2048 - likely) >> 5);
      narrow(bound, code);
      return 0;
    }
    probability[at] = likely - (likely >> 5);
    narrow((range - bound) | 0, (code - bound) | 0);
    return 1;
  }

  /** Bits that nothing foretells. */
  function plain(count: number): number {
    let value = 0;
    for (let left = count; left > 0; left--) {
      const range = (coder[0] as number) >>> 1;
      const code = coder[1] as number;
      const found = code >>> 0 < range ? 0 : 1;
      narrow(range, found === 0 ? code : (code - range) | 0);
      value = (value << 1) | found;
    }
    return value;
  }

  /** Bits that are foretold by those before them. */
  function bits(at: number, count: number): number {
    let node = 1;
    for (let left = count; left > 0; left--) {
      node = (node << 1) | bit(at + node);
    }
    return node - (1 << count);
  }

  /** The lowest first. */
  function reversed(at: number, count: number): number {
    let node = 1;
    let value = 0;
    for (let place = 0; place < count; place++) {
      const found = bit(at + node);
      node = (node << 1) | found;
      value |= found << place;
    }
    return value;
  }

  /**
   * A byte. After a match it likely is another one than what follows there where was copied from: as long as its bits
   * are those of the other, that one foretells them too.
   */
  function literal(at: number, other: number): number {
    let node = 1;
    while (other >= 0 && node < 0x100) {
      const expected = (other >> 7) & 1;
      const found = bit(at + 0x100 + (expected << 8) + node);
      node = (node << 1) | found;
      other = found === expected ? other << 1 : -1;
    }
    while (node < 0x100) {
      node = (node << 1) | bit(at + node);
    }
    return node & 0xff;
  }

  function length(at: number): number {
    return bit(at) === 0 ? 2 + bits(at + LOW, 3) : bit(at + 1) === 0 ? 10 + bits(at + MID, 3) : 18 + bits(at + HIGH, 8);
  }

  function distance(long: number): number {
    const slot = bits(POS_SLOT + 64 * Math.min(long - 2, 3), 6);
    if (slot < 4) {
      return slot;
    }
    const more = (slot >> 1) - 1;
    const least = (2 | (slot & 1)) << more;
    return slot < 14 ? least + reversed(POS_SPECIAL + least - slot, more) : least + (plain(more - 4) << 4) + reversed(ALIGN, 4);
  }

  /** How far back the latest four copies came from, the last one first. */
  const reps = new Int32Array(4);
  function copiesFrom(away: number, place: number): void {
    reps.copyWithin(1, 0, place);
    reps[0] = away;
  }

  let state = 0;
  let to = 0;
  while (to < out.length) {
    if (bit(IS_MATCH + state) === 0) {
      const before = to > 0 ? (out[to - 1] as number) : 0;
      out[to] = literal(LITERAL + 0x300 * (before >> 5), state < 7 ? -1 : (out[to - (reps[0] as number) - 1] as number));
      to += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let long = 1;
    if (bit(IS_REP + state) === 0) {
      long = length(LENGTH);
      copiesFrom(distance(long), 3);
      state = state < 7 ? 7 : 10;
    } else {
      let short = false;
      if (bit(IS_REP_G0 + state) === 0) {
        short = bit(IS_REP0_LONG + state) === 0;
      } else {
        const place = bit(IS_REP_G1 + state) === 0 ? 1 : 2 + bit(IS_REP_G2 + state);
        copiesFrom(reps[place] as number, place);
      }
      long = short ? 1 : length(REP_LENGTH);
      state = state < 7 ? (short ? 9 : 8) : 11;
    }
    // Byte by byte, for what is copied may reach into what is being written.
    const away = (reps[0] as number) + 1;
    for (const end = to + long; to < end; to++) {
      out[to] = out[to - away] as number;
    }
  }
  return out;
}
