// What a person says on the page: read as the counter reads it, and written in the words that the counter takes.

import { spelled } from "./dates.js";
import { HELD } from "./facts.js";

const folded = (text) => text.normalize("NFKC");

/** Hiragana and half-width kana as full-width katakana, one wide space between the parts. */
export function kana(text) {
  const wide = folded(text).replace(/[ぁ-ゖ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0x60));
  return wide.trim().split(/\s+/).join("\u3000");
}

/** Whether a text holds what may be a 個人番号: twelve digits whose last one is its check digit. */
export function holdsMyNumber(text) {
  const bare = folded(text).replace(/[\s\-‐‑–—―−ー]/g, "");
  for (let at = 0; at + 12 <= bare.length; at += 1) {
    const digits = bare.slice(at, at + 12);
    if (/^\d{12}$/.test(digits) && checkDigit(digits) === Number(digits[11])) return true;
  }
  return false;
}

function checkDigit(digits) {
  const sum = [...digits.slice(0, 11)].reverse().reduce((total, digit, index) => {
    return total + Number(digit) * (index < 6 ? index + 2 : index - 4);
  }, 0);
  return sum % 11 <= 1 ? 0 : 11 - (sum % 11);
}

/** The value of a text, or the key of the sentence that says what is wrong with it; `whole`: an address needs its lot. */
export function readText(item, typed, whole = true) {
  const text = typed.trim().normalize("NFC");
  if (!text) return item.none ? { value: "" } : { wrong: "empty" };
  if (item.type !== "phone" && (item.type !== "digits" || item.digits === 12) && holdsMyNumber(text)) return { wrong: "my-number" };
  if (text.length > 200) return { wrong: "too-long" };
  return (READERS[item.type] ?? ((_, said) => ({ value: said })))(item, text, whole);
}

const READERS = {
  int: (_, said) => (/^\d{1,9}$/.test(folded(said)) ? { value: Number(folded(said)) } : { wrong: "number" }),
  kana: (_, said) => (/^[ァ-ヶー・\u3000]+$/.test(kana(said)) ? { value: kana(said) } : { wrong: "kana" }),
  phone: (_, said) => (/^\+?[\d\-() ]{9,20}$/.test(folded(said)) ? { value: folded(said) } : { wrong: "phone" }),
  digits: (item, said) => digits(item, folded(said).replace(/[\s-]/g, "")),
  address: (_, said, whole) => (whole && lacksLot(folded(said)) ? { wrong: "lot" } : { value: { text: said } }),
};

/** Whether an address in Japan ends before its 番地: abroad and unknown there is none. What passes is split at the counter. */
function lacksLot(said) {
  const bare = said.replace(/[0-9一二三四五六七八九十]+(丁目|条)/g, "");
  const lot = /[0-9]|[〇一二三四五六七八九十百千]+(番|号|の|-)|番地|番外|不詳|不明|不定|未定|なし/;
  return /^[^ァ-ヴA-Za-z]*[都道府県].*[市区町村]/.test(said) && !lot.test(bare);
}

function digits(item, said) {
  if (!/^\d+$/.test(said) || (item.digits && said.length > item.digits)) return { wrong: "digits" };
  return { value: said };
}

/** The words of a value as the counter reads them: codes, days in the calendar they were said in, はい, ids of people. */
export function wordsOf(value) {
  if (typeof value === "boolean") return value ? "はい" : "いいえ";
  if (Array.isArray(value)) return value.length ? value.join("、") : "なし";
  if (value !== null && typeof value === "object") return value.date ? (value.era ? spelled(value.date, value.era) : value.date) : value.text;
  return value === "" ? "なし" : String(value);
}

/** Everything said that is an answer, by path. */
export function answersOf(said) {
  return Object.fromEntries([...said].filter(([, value]) => value !== HELD).map(([path, value]) => [path, wordsOf(value)]));
}

/** A date as it is shown: 昭和55年1月7日（1980年）; in other languages as they write it, 7 tháng 1, 1980. */
export function shownDay(value, language) {
  const [year, month, day] = value.date.split("-").map(Number);
  const told = new Date(Date.UTC(year, month - 1, day ?? 1));
  if (language.startsWith("ja") || told.getUTCMonth() !== month - 1) return `${spelled(value.date, value.era ?? "")}（${year}年）`;
  const parts = { year: "numeric", month: "long", ...(day ? { day: "numeric" } : {}), timeZone: "UTC" };
  return new Intl.DateTimeFormat(language, parts).format(told);
}
