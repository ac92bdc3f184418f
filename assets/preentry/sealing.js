// Answers for the city's eyes only: compact JWE, ECDH-ES with A256GCM (RFC 7516, 7518), by the browser's own cryptography.

const utf8 = new TextEncoder();
const joined = (...lists) => new Uint8Array(lists.flatMap((list) => [...list]));
const number = (value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const counted = (bytes) => joined(number(bytes.length), bytes);
const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** Smaller, where the browser can; else as it is. Gives the bytes and whether they were deflated. */
async function deflated(bytes) {
  if (typeof CompressionStream === "undefined") return [bytes, false];
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return [new Uint8Array(await new Response(stream).arrayBuffer()), true];
}

/** The key of one message (Concat KDF of NIST SP 800-56A as RFC 7518, 4.6 uses it). */
async function agreed(own, other) {
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: other }, own, 256);
  const info = joined(counted(utf8.encode("A256GCM")), counted([]), counted([]), number(256));
  const digest = await crypto.subtle.digest("SHA-256", joined(number(1), new Uint8Array(secret), info));
  return crypto.subtle.importKey("raw", digest, "AES-GCM", false, ["encrypt"]);
}

/**
 * A message that only the city opens: length of the header (two bytes), header, iv (12), ciphertext, tag (16).
 * A compact JWE is made of it by writing each in base64url.
 */
export async function sealed(content, { key, kid }) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const city = await crypto.subtle.importKey("jwk", key, curve, false, []);
  const own = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", own.publicKey);
  const [plain, zip] = await deflated(utf8.encode(JSON.stringify(content)));
  const header = { alg: "ECDH-ES", enc: "A256GCM", kid, epk: { kty, crv, x, y }, ...(zip ? { zip: "DEF" } : {}) };
  const told = utf8.encode(JSON.stringify(header));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const algorithm = { name: "AES-GCM", iv, additionalData: utf8.encode(base64url(told)) };
  const text = new Uint8Array(await crypto.subtle.encrypt(algorithm, await agreed(own.privateKey, city), plain));
  return joined([told.length >>> 8, told.length & 255], told, iv, text);
}
