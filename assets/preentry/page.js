// The page at home: one question at a time, and at the end codes for the city hall. Everything stays in this window.

import { answersOf, shownDay } from "./answers.js";
import { overtaken } from "./asking.js";
import { newId, parts } from "./codes.js";
import { today } from "./dates.js";
import { button, element } from "./dom.js";
import { picture, sheet } from "./drawing.js";
import { RELATIONS, entryFor } from "./entries.js";
import { HELD, keyOf, personOf } from "./facts.js";
import { judge } from "./interview.js";
import { applies, versionOn } from "./plan.js";
import { book } from "./rules.js";
import { sealed } from "./sealing.js";
import { site } from "./site.js";
import { Words, spoken } from "./words.js";

const NAME = "person.name.full";
const MOST = 10;
const fresh = () => ({ page: "language", event: "", people: 0, said: new Map(), left: new Set(), back: [], path: "", asked: {}, made: null, at: 0 });
let language = "ja";
let state = fresh();

// ---- what is known now --------------------------------------------------------------------------------------------------
const words = () => new Words(site.words, language);
const persons = () => Array.from({ length: state.people }, (_, index) => `p${index + 1}`);
const moment = () => judge(book, { event: state.event, persons: persons(), said: state.said, today: today() });
const ours = (path) => !book.items[keyOf(path)].staff && !state.left.has(path);
const expired = () => today() > site.key.until;

function nameOf(person) {
  const name = state.said.get(`person[${person}].name.full`);
  if (typeof name === "string" && name) return name;
  return person === "p1" ? words().say("you") : words().say("nth", { n: Number(person.slice(1)) });
}

function shown(path, value) {
  const [item, say] = [book.items[keyOf(path)], words()];
  if (value === HELD) return say.say("unsure");
  if (typeof value === "boolean") return say.say(value ? "yes" : "no");
  if (item.type === "persons") return value.length ? value.map(nameOf).join("、") : say.say("none");
  if (item.type === "person") return nameOf(value);
  if (Array.isArray(value)) return value.length ? value.map((code) => say.code(item.codes, code)).join("、") : say.say("none");
  if (item.type === "code") return say.code(item.codes, value);
  if (item.type === "relation") return value in RELATIONS ? say.say(`relation-${RELATIONS[value]}`) : value;
  if (item.type === "date") return shownDay(value, say.language);
  if (value !== null && typeof value === "object") return value.text;
  return value === "" ? say.say("none") : String(value);
}

// ---- moving -------------------------------------------------------------------------------------------------------------
function show(page, more = {}) {
  state.back.push({ page: state.page, path: state.path, asked: state.asked });
  Object.assign(state, { page, path: "", asked: {}, ...more });
  draw();
}

function goBack() {
  Object.assign(state, state.back.pop() ?? { page: "language", path: "" });
  draw();
}

function goOn() {
  const [next] = moment().open.filter(ours);
  if (next) show("question", { path: next });
  else show("check");
}

function answer(path, value) {
  const [before, earlier] = [moment().facts, [...state.said.keys()].filter((each) => each !== path)];
  state.said.set(path, value);
  for (const each of overtaken(before, moment().facts, earlier)) state.said.delete(each);
  goOn();
}

function wipe() {
  state = fresh();
  draw();
}

// ---- pages --------------------------------------------------------------------------------------------------------------
const heading = (say, text) => element(say, "h1", { tabIndex: -1 }, text);
const paragraph = (say, text, className = "") => element(say, "p", { className }, text);

function languagePage(say) {
  const choose = (id) => {
    language = id;
    const last = state.back.pop();
    Object.assign(state, last && last.page !== "language" ? last : { page: "welcome" });
    draw();
  };
  const buttons = site.languages.map(([id, name]) => {
    return button(new Words(site.words, id), name, () => choose(id), { pressed: id === language, lang: tag(id), code: id });
  });
  return [heading(say, "ことば / Language"), element(say, "div", { className: "choices" }, ...buttons)];
}

function welcomePage(say) {
  const lines = ["welcome-what", "welcome-how", "welcome-private", "welcome-counter"].map((key) => paragraph(say, say.say(key)));
  const till = paragraph(say, say.say(expired() ? "expired" : "valid", { date: shownDay({ date: site.key.until }, say.language) }), expired() ? "wrong" : "hint");
  const start = expired() ? null : button(say, say.say("start"), () => show("events"), { kind: "primary" });
  return [heading(say, say.say("title", { city: site.city.name })), ...lines, till, start];
}

function eventsPage(say) {
  const ids = Object.keys(book.events).sort((one, other) => book.events[one].order - book.events[other].order);
  const buttons = ids.map((id) => button(say, say.said(book.events[id].name), () => begin(id), { pressed: id === state.event, code: id }));
  const unsure = site.navigator.length ? button(say, say.say("not-sure"), () => show("navigator", { asked: { at: site.navigator[0].id } }), { code: "unsure" }) : null;
  return [heading(say, say.say("event-ask")), element(say, "div", { className: "choices" }, ...buttons, unsure)];
}

function begin(event) {
  if (event !== state.event) Object.assign(state, { event, said: new Map(), left: new Set(), people: 0 });
  show("people");
}

/** A question of the navigator, the event that was found by its answers, or that a person at the city hall knows. */
function navigatorPage(say) {
  const { at } = state.asked;
  const question = site.navigator.find(({ id }) => id === at);
  const go = (next) => show("navigator", { asked: { at: next } });
  const all = button(say, say.say("all-events"), () => show("events"));
  if (!question) {
    const found = at in book.events ? [button(say, say.said(book.events[at].name), () => begin(at), { code: at })] : [];
    return [heading(say, say.say(found.length ? "found" : "ask-at-hall")), element(say, "div", { className: "choices" }, ...found, all)];
  }
  const choices = [["yes", question.yes], ["no", question.no], ["unsure", "staff"]];
  const buttons = choices.map(([key, next]) => button(say, say.say(key), () => go(next), { code: key }));
  return [heading(say, say.said(question.ask)), element(say, "div", { className: "choices" }, ...buttons)];
}

function peoplePage(say) {
  const least = book.events[state.event].persons;
  const counts = Array.from({ length: MOST - least + 1 }, (_, index) => index + least);
  const choose = (people) => {
    state.people = people;
    for (const path of state.said.keys()) if (personOf(path) && !persons().includes(personOf(path))) state.said.delete(path);
    goOn();
  };
  const buttons = counts.map((count) => button(say, say.say("count", { n: count }), () => choose(count), { kind: "choice small", pressed: count === state.people, code: count }));
  return [heading(say, say.say("people-ask")), paragraph(say, say.say("people-hint"), "hint"), element(say, "div", { className: "choices grid" }, ...buttons)];
}

/** The question where nobody sits opposite, else the event's own, else the vocabulary's. */
function askOf(say, key) {
  const here = book.events[state.event].asks[key];
  const told = here !== undefined && (language === "ja" || say.said(here) !== here);
  return told && !book.items[key].own ? say.said(here) : say.item(key, "ask");
}

function questionPage(say) {
  const [path, now] = [state.path, moment()];
  const key = keyOf(path);
  const [item, person] = [book.items[key], personOf(path)];
  const ask = askOf(say, key);
  const asked = { words: say, item, key, facts: now.facts, value: state.said.get(path), label: spoken(ask, language), name: nameOf };
  const wrong = element(say, "p", { className: "wrong", aria: { role: "alert" } });
  const entry = entryFor(asked, (value) => {
    if (value !== null) answer(path, value);
    else take();
  });
  const take = () => {
    const read = entry.read();
    if ("value" in read) answer(path, read.value);
    else wrong.replaceChildren(...element(say, "span", {}, say.say(`wrong-${read.wrong}`)).childNodes);
  };
  const left = now.open.filter(ours).length;
  const leave = (held) => {
    if (held) state.said.set(path, HELD);
    else state.left.add(path);
    goOn();
  };
  return [
    person ? paragraph(say, say.say("about", { name: nameOf(person) }), "about") : null,
    heading(say, ask),
    say.item(key, "why") ? paragraph(say, say.item(key, "why"), "hint") : null,
    entry.node,
    wrong,
    entry.read ? button(say, say.say("next"), take, { kind: "primary" }) : null,
    element(say, "div", { className: "choices quiet" }, button(say, say.say("unsure"), () => leave(true), { kind: "quiet" }), button(say, say.say("at-counter"), () => leave(false), { kind: "quiet" })),
    paragraph(say, left ? say.say("left", { n: left }) : "", "hint"),
  ];
}

function checkPage(say) {
  const now = moment();
  const order = ["", ...persons()];
  const groups = order.map((person) => [person, [...state.said.keys()].filter((path) => personOf(path) === person && book.items[keyOf(path)])]);
  const rows = groups.filter(([, paths]) => paths.length).map(([person, paths]) => {
    return element(say, "section", {}, element(say, "h2", {}, person ? nameOf(person) : say.say("all-together")), ...paths.map((path) => row(say, path)));
  });
  return [
    heading(say, say.say("check-title")),
    paragraph(say, say.say("check-hint"), "hint"),
    ...rows,
    ...planned(say, now.plan),
    button(say, say.say("make"), () => show("codes", { made: null, at: 0 }), { kind: "primary" }),
  ];
}

function row(say, path) {
  const label = say.item(keyOf(path), "label");
  const change = button(say, say.say("change"), () => show("question", { path }), { kind: "quiet" });
  change.setAttribute("aria-label", `${spoken(label, language)} ${spoken(say.say("change"), language)}`);
  return element(say, "div", { className: "row" }, element(say, "div", {}, paragraph(say, label, "label"), paragraph(say, shown(path, state.said.get(path)))), change);
}

function planned(say, plan) {
  const found = plan.filter((each) => applies(each) && each.wished);
  const name = (each) => {
    const version = versionOn(book.procedures[each.procedure], today());
    return say.said((each.variant === null ? "" : version.variants[each.variant].version.name) || version.name || book.procedures[each.procedure].name);
  };
  const papers = [...new Set(found.flatMap((each) => each.bring))];
  const list = (texts) => element(say, "ul", {}, ...texts.map((text) => element(say, "li", {}, text)));
  return [
    found.length ? element(say, "h2", {}, say.say("plan-title")) : null,
    found.length ? list(found.map(name)) : null,
    papers.length ? element(say, "h2", {}, say.say("bring-title")) : null,
    papers.length ? list(papers.map((text) => say.said(text))) : null,
  ];
}

function content(id) {
  return {
    version: 1,
    city: site.city.code,
    catalogue: site.catalogue,
    id,
    made_on: today(),
    language,
    event: state.event,
    persons: persons(),
    answers: answersOf(state.said),
  };
}

async function make() {
  const id = newId();
  const made = parts(await sealed(content(id), site.key), id);
  if (state.page === "codes") Object.assign(state, { made, at: 0 });
  draw();
}

function codesPage(say) {
  if (!state.made) {
    make();
    return [heading(say, say.say("making"))];
  }
  const count = state.made.length;
  const code = picture(state.made[state.at], 4);
  code.setAttribute("role", "img");
  code.setAttribute("aria-label", spoken(say.say("code-n", { n: state.at + 1, count }), language));
  const turn = (by) => {
    state.at = (state.at + by + count) % count;
    draw();
  };
  const move = count > 1 ? [button(say, say.say("code-before"), () => turn(-1)), button(say, say.say("code-after"), () => turn(1))] : [];
  return [
    heading(say, say.say("codes-title")),
    ...["codes-how", "codes-days"].map((key) => paragraph(say, say.say(key))),
    paragraph(say, say.say("code-n", { n: state.at + 1, count }), "about"),
    code,
    element(say, "div", { className: "choices two" }, ...move),
    button(say, say.say("save"), save, { kind: "primary" }),
    button(say, say.say("wipe"), () => show("wipe"), { kind: "quiet" }),
  ];
}

function save() {
  sheet(state.made, `${site.city.name} ${today()}`).toBlob((blob) => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `pre-entry-${today()}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  });
}

function wipePage(say) {
  return [
    heading(say, say.say("wipe-ask")),
    paragraph(say, say.say("wipe-hint")),
    button(say, say.say("wipe-yes"), wipe, { kind: "primary" }),
    button(say, say.say("wipe-no"), goBack),
  ];
}

// ---- drawing ------------------------------------------------------------------------------------------------------------
const PAGES = { language: languagePage, welcome: welcomePage, events: eventsPage, navigator: navigatorPage, people: peoplePage, question: questionPage, check: checkPage, codes: codesPage, wipe: wipePage };
const tag = (id) => ({ "ja-easy": "ja", zh: "zh-Hans" })[id] ?? id;

function draw() {
  const say = words();
  document.documentElement.lang = tag(language);
  document.body.className = language;
  document.title = spoken(say.say("title", { city: site.city.name }), language);
  const bare = state.page === "language";
  const bar = element(
    say,
    "nav",
    { aria: { "aria-label": "menu" } },
    state.back.length && state.page !== "wipe" ? button(say, say.say("back"), goBack, { kind: "quiet" }) : null,
    bare ? null : button(say, "ことば / Language", () => show("language", { path: state.path }), { kind: "quiet" }),
    state.said.size && state.page !== "wipe" ? button(say, say.say("wipe"), () => show("wipe", { path: state.path }), { kind: "quiet" }) : null,
  );
  const main = element(say, "main", {}, ...PAGES[state.page](say));
  Object.assign(main.dataset, { page: state.page, path: state.path });
  document.body.replaceChildren(bar, main);
  document.querySelector("h1").focus();
  window.scrollTo(0, 0);
}

draw();
