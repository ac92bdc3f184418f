// A message as several QR codes: letters and digits only, so that a scanner that types passes them on any keyboard.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648
export const MARK = "KPE1"; // what begins every code, with the version of this arrangement
const ROOM = 400; // letters of the message in one code: QR version 12, readable from a telephone's display
const ID = 8;

export function base32(bytes) {
  let [found, bits, value] = ["", 0, 0];
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      found += LETTERS[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits ? found + LETTERS[(value << (5 - bits)) & 31] : found;
}

/** CRC-32 (ISO-HDLC) of ASCII letters, as seven letters: what a scanner lost shows. */
export function checkLetters(text) {
  let crc = -1;
  for (const letter of text) {
    crc ^= letter.charCodeAt(0);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const sum = ~crc >>> 0;
  return base32([sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255]);
}

/** The texts of the codes: mark, id of the message, number, how many, letters of the message, check letters. */
export function parts(message, id) {
  const letters = base32(message);
  const count = Math.max(1, Math.ceil(letters.length / ROOM));
  const room = Math.ceil(letters.length / count);
  const two = (number) => String(number).padStart(2, "0");
  if (count > 99) throw new RangeError("too long for codes");
  return Array.from({ length: count }, (_, index) => {
    const own = `${MARK}${id}${two(index + 1)}${two(count)}${letters.slice(index * room, (index + 1) * room)}`;
    return own + checkLetters(own);
  });
}

/** A random id of a message. */
export function newId(random = crypto) {
  return base32(random.getRandomValues(new Uint8Array(5))).slice(0, ID);
}
