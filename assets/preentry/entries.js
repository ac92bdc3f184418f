// The ways to answer, one for each type of question: each gives its element and `read`, the value or what is wrong.

import { readText, shownDay } from "./answers.js";
import { ERAS, dateOf, readDay, today } from "./dates.js";
import { button, element } from "./dom.js";
import { choosable } from "./interview.js";

export const RELATIONS = {
  夫: "husband", 妻: "wife", 子: "child", 父: "father", 母: "mother",
  兄: "elder-brother", 弟: "younger-brother", 姉: "elder-sister", 妹: "younger-sister",
  子の子: "grandchild", 子の妻: "childs-wife", 子の夫: "childs-husband",
  夫の父: "husbands-father", 夫の母: "husbands-mother", 妻の父: "wifes-father", 妻の母: "wifes-mother",
  縁故者: "relative", 同居人: "lodger", 世帯主: "head",
};
const NAMES = { 令和: "reiwa", 平成: "heisei", 昭和: "showa", 大正: "taisho" };
const WESTERN = "";

/** `done` goes on at once with a value: one tap answers. */
export function entryFor(asked, done) {
  const kinds = { bool: yesNo, code: one, codes: many, person: onePerson, persons: people, relation, date };
  return (kinds[asked.item.type] ?? line)(asked, done);
}

function list(words, label, ...buttons) {
  return element(words, "div", { className: "choices", aria: { role: "group", "aria-label": label } }, ...buttons);
}

function single({ words, value, label }, options, done) {
  const buttons = options.map(([code, text]) => button(words, text, () => done(code), { pressed: code === value, code }));
  return { node: list(words, label, ...buttons), read: null };
}

function yesNo(asked, done) {
  return single(asked, [[true, asked.words.say("yes")], [false, asked.words.say("no")]], done);
}

function codesOf({ item, key, facts }) {
  return facts.book.events[facts.event].codes[key] ?? facts.book.codes[item.codes] ?? [];
}

/** What an answer is called: in the event's own words, where it has any. */
function called({ words, item, key, facts }, code) {
  const here = facts.book.events[facts.event].words[key]?.[code];
  return here === undefined ? words.code(item.codes, code) : words.said(here);
}

function one(asked, done) {
  return single(asked, codesOf(asked).map((code) => [code, called(asked, code)]), done);
}

function relation(asked, done) {
  return single(asked, Object.entries(RELATIONS).map(([word, name]) => [word, asked.words.say(`relation-${name}`)]), done);
}

function onePerson(asked, done) {
  return single(asked, choosable(asked.facts, asked.item).map((person) => [person, asked.name(person)]), done);
}

function several(asked, options, extra = []) {
  const { words, value, label } = asked;
  const chosen = new Set(Array.isArray(value) ? value : []);
  const none = { said: Array.isArray(value) && !value.length };
  const node = list(words, label);
  const draw = () => {
    const toggles = options.map(([code, text]) => {
      return button(words, text, () => turn(code), { kind: "choice many", pressed: chosen.has(code), code });
    });
    const all = extra.map(([codes, text]) => button(words, text, () => only(codes), { pressed: chosen.size === codes.length && codes.length > 0 }));
    const nobody = button(words, asked.words.say("none"), () => only([]), { pressed: none.said, code: "" });
    const held = [...node.children].indexOf(document.activeElement);
    node.replaceChildren(...all, ...toggles, nobody);
    if (held >= 0) node.children[held].focus();
  };
  const turn = (code) => {
    if (!chosen.delete(code)) chosen.add(code);
    none.said = false;
    draw();
  };
  const only = (codes) => {
    chosen.clear();
    codes.forEach((code) => chosen.add(code));
    none.said = !codes.length;
    draw();
  };
  draw();
  const read = () => {
    const found = options.map(([code]) => code).filter((code) => chosen.has(code));
    return found.length || none.said ? { value: found } : { wrong: "choose" };
  };
  return { node, read };
}

function many(asked) {
  return several(asked, codesOf(asked).map((code) => [code, asked.words.code(asked.item.codes, code)]));
}

function people(asked) {
  const who = choosable(asked.facts, asked.item);
  const everybody = who.length > 1 ? [[who, asked.words.say("everybody")]] : [];
  return several(asked, who.map((person) => [person, asked.name(person)]), everybody);
}

// ---- words and numbers -------------------------------------------------------------------------------------------------
const KEYBOARDS = { int: "numeric", digits: "numeric", phone: "tel" };

function line(asked, done) {
  const { words, item, value, label, key, facts } = asked;
  const whole = !facts.book.events[facts.event].outside.includes(key); // who moves away may tell a city alone
  const text = value === undefined ? "" : typeof value === "object" ? (value.text ?? "") : String(value);
  const field = element(words, "input", {
    type: "text",
    value: text,
    inputMode: KEYBOARDS[item.type] ?? "text",
    autocomplete: "off",
    aria: { "aria-label": label, autocapitalize: "off", spellcheck: "false" },
  });
  const read = () => readText(item, field.value, whole);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) done(null);
  });
  const hint = ["kana", "phone", "address"].includes(item.type) ? words.say(`hint-${item.type}`) : "";
  const extra = item.none ? list(words, label, button(words, words.say("none"), () => done(""), { code: "" })) : null;
  return { node: element(words, "div", {}, hint ? element(words, "p", { className: "hint" }, hint) : null, field, extra), read };
}

// ---- dates ---------------------------------------------------------------------------------------------------------------
function date(asked, done) {
  const { words, item, value, key, facts } = asked;
  const state = { era: value?.era ?? (words.language.startsWith("ja") && item.type === "date" ? "令和" : WESTERN) };
  const known = value?.date ? value.date.split("-").map(Number) : [];
  const found = ERAS.find((each) => each.name === state.era);
  const shown = [known[0] && found ? known[0] - found.start[0] + 1 : known[0], ...known.slice(1)];
  const fields = ["year", "month", ...(item.month ? [] : ["day"])].map((part, place) => number(words, part, shown[place], done));
  const echo = element(words, "p", { className: "echo", aria: { "aria-live": "polite" } });
  const eras = element(words, "div", { className: "eras", aria: { role: "group", "aria-label": words.say("era") } });
  const options = [...Object.entries(NAMES).map(([era, name]) => [era, words.say(`era-${name}`)]), [WESTERN, words.say("western")]];
  const typed = () => {
    const [year, month, day] = fields.map(({ input }) => plainNumber(input.value));
    return readDay({ era: state.era, year, month, day }, { monthOnly: Boolean(item.month), offCalendar: Boolean(item.offCalendar) });
  };
  const future = (iso) => item.notFuture && !facts.book.events[facts.event].future.includes(key) && iso > today().slice(0, iso.length);
  const tell = () => {
    const iso = typed();
    echo.textContent = iso ? shownDay({ date: iso, era: state.era }, words.language) : "";
  };
  const draw = () => {
    eras.replaceChildren(...options.map(([era, text]) => button(words, text, () => pick(era), { kind: "era", pressed: era === state.era, code: era })));
    tell();
  };
  const pick = (era) => {
    state.era = era;
    draw();
  };
  fields.forEach(({ input }) => input.addEventListener("input", tell));
  draw();
  const read = () => {
    const iso = typed();
    if (!iso) return { wrong: "date" };
    if (future(iso)) return { wrong: "future" };
    return { value: dateOf(iso, item.month ? "month" : "day", state.era || null) };
  };
  return { node: element(words, "div", {}, eras, element(words, "div", { className: "day" }, ...fields.map(({ node }) => node)), echo), read };
}

function plainNumber(text) {
  const plain = text.normalize("NFKC").trim();
  return plain === "元" ? 1 : /^\d{1,4}$/.test(plain) ? Number(plain) : Number.NaN;
}

function number(words, part, value, done) {
  const input = element(words, "input", { type: "text", inputMode: "numeric", autocomplete: "off", maxLength: 4, value: value ? String(value) : "" });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") done(null);
  });
  return { input, node: element(words, "label", {}, element(words, "span", {}, words.say(part)), input) };
}
