// What to ask next: only what an undecided rule or an unfilled box still needs, the most useful first (聞き取り).

import { open } from "./cel.js";
import { askable, openFacts } from "./asking.js";
import { Facts, keyOf, pathOf, personOf } from "./facts.js";
import { CHECKED } from "./filing.js";
import { forms, heldBack, members, templateOf } from "./forms.js";
import { filed, offered, plan, takenVersion, turnOf, versionOn } from "./plan.js";

/** Everything that follows at a moment: `facts`, the `plan`, and the open questions in asking order. */
export function judge(book, { event, persons, said, today }) {
  const facts = new Facts(book, event, persons, said, today);
  const judged = plan(facts);
  const filled = forms(facts, judged);
  const found = [...wants(facts, judged, filled)];
  return { facts, plan: heldBack(facts, judged, filled), open: inOrder(facts, found) };
}

/** The members that a question about people can name; who is not known to be out of it. */
export function choosable(facts, item) {
  if (item.among === undefined) return facts.persons;
  const answers = facts.askAll(item.among);
  return facts.persons.filter((person) => answers.get(person) !== false);
}

// ---- every gap, and the question that would help to close it ----------------------------------------------------------
const want = (path, more = {}) => ({ path, gaps: 1, certain: false, first: false, ...more });

function* wants(facts, judged, filled) {
  for (const path of openings(facts)) yield* askable(facts, path).map((each) => want(each, { first: true }));
  for (const outcome of judged) yield* ofRule(facts, outcome);
  for (const outcome of judged.filter(filed)) yield* ofConditions(facts, outcome);
  for (const outcome of judged.filter(offered)) yield* ofWish(facts, outcome);
  for (const form of filled) yield* ofForm(facts, form);
  for (const name of new Set(judged.filter(filed).flatMap((each) => each.forms))) yield* ofGroups(facts, name);
  yield* beside(facts, filled);
}

function openings(facts) {
  return facts.book.events[facts.event].opening.flatMap((key) => {
    return key.startsWith("person.") ? facts.persons.map((person) => pathOf(person, key)) : [key];
  });
}

function* ofRule(facts, outcome) {
  const { when } = versionOn(facts.book.procedures[outcome.procedure], facts.today);
  if (outcome.missing.length) {
    const certain = unavoidable(facts, when, outcome.missing, outcome.undecided[0]);
    for (const path of outcome.missing) yield want(path, { gaps: personOf(path) ? 1 : outcome.undecided.length, certain });
  }
  yield* (outcome.filing?.missing ?? []).map((path) => want(path, { first: true }));
}

function* ofConditions(facts, outcome) {
  const version = versionOn(facts.book.procedures[outcome.procedure], facts.today);
  yield* turnOf(facts, version).missing.map((path) => want(path));
  for (const rule of Object.values(version.formWhen)) {
    if (!open(facts.ask(rule))) continue;
    const missing = openFacts(facts, rule);
    const certain = unavoidable(facts, rule, missing, "");
    yield* missing.map((path) => want(path, { certain }));
  }
}

function* ofWish(facts, outcome) {
  const version = versionOn(facts.book.procedures[outcome.procedure], facts.today);
  const { wish } = takenVersion(version, outcome.variant);
  if (wish !== undefined) yield* openFacts(facts, wish).map((path) => want(path));
}

function* ofForm(facts, form) {
  for (const filled of form.boxes) {
    if (!filled.needs.length) continue;
    const certain = ofBox(facts, filled);
    yield* filled.needs.map((path) => want(path, { certain: certain.includes(path) }));
  }
}

function ofBox(facts, { box, person, paths, needs }) {
  if (!paths.length) {
    return unavoidable(facts, box.when, needs, person || facts.person("case.applicant")) ? needs : [];
  }
  const direct = paths.filter((path) => needs.includes(path) && !mayFollow(facts, path));
  const behind = paths.filter((path) => !needs.includes(path) && !facts.by.has(path));
  const others = needs.filter((path) => !paths.includes(path));
  if (behind.length !== 1 || others.length !== 1) return direct;
  const derived = facts.book.derived[keyOf(behind[0])];
  return derived && facts.book.rules[derived.value].strict ? [...direct, ...others] : direct;
}

function mayFollow(facts, path) {
  const derived = facts.book.derived[keyOf(path)];
  return derived !== undefined && openFacts(facts, derived.value, personOf(path), true).length > 0;
}

function* ofGroups(facts, name) {
  const template = templateOf(facts, name);
  for (const group of template ? [...template.repeats.map((repeat) => repeat.group), template.copies] : []) {
    const { missing } = members(facts, group);
    if (!missing.length) continue;
    const certain = unavoidable(facts, facts.book.groups[group], missing, personOf(missing[0]) || facts.persons[0]);
    yield* missing.map((path) => want(path, { certain }));
  }
}

function* beside(facts, filled) {
  const { completes } = facts.book;
  const shown = filled.flatMap((form) => form.boxes.flatMap((box) => box.paths)).filter((path) => keyOf(path) in completes);
  for (const path of new Set(shown)) {
    if (!facts.value(path)) continue;
    for (const { key, when } of completes[keyOf(path)]) {
      const own = pathOf(personOf(path), key);
      if (facts.by.get(own)?.source === "derived") continue;
      if (when !== undefined && facts.ask(when, personOf(path)) === false) continue;
      yield* askable(facts, own).map((each) => want(each, { certain: true }));
    }
  }
}

function unavoidable(facts, rule, missing, person) {
  if (new Set(missing.map(keyOf)).size !== 1) return false;
  if (facts.book.rules[rule].strict) return true;
  const anything = openFacts(facts, rule, person, true);
  return anything.length === 1 && missing.includes(anything[0]);
}

// ---- the order ---------------------------------------------------------------------------------------------------------
function inOrder(facts, found) {
  const first = new Set(found.filter((each) => each.first).map((each) => each.path));
  const certain = new Set(found.filter((each) => each.certain).map((each) => each.path));
  const gaps = new Map();
  const slot = (path) => `${certain.has(path)} ${keyOf(path)}`;
  for (const each of found) gaps.set(slot(each.path), (gaps.get(slot(each.path)) ?? 0) + each.gaps);
  const topics = topicsOf(facts, gaps);
  const rank = (path) => {
    const item = facts.book.items[keyOf(path)];
    const topic = topicOf(facts, item);
    const person = Math.max(0, facts.persons.indexOf(personOf(path)));
    if (first.has(path)) return [0, Number(CHECKED.includes(path)), topic, item.order, person];
    const closes = gaps.get(slot(path));
    if (certain.has(path)) return [1, topic, -closes, item.order, person];
    return [2, -topics.get(topic), topic, -closes, item.order, -person];
  };
  const paths = [...new Set(found.map((each) => each.path))].map((path) => [path, rank(path)]);
  return paths.sort(([, one], [, other]) => sorted(one, other)).map(([path]) => path);
}

/** The place of an item's section; the one that the event puts first comes before all. */
function topicOf(facts, item) {
  return item.topic === facts.book.events[facts.event].firstTopic ? -1 : item.topic;
}

function topicsOf(facts, gaps) {
  const found = new Map();
  for (const [key, count] of gaps) {
    if (key.startsWith("true ")) continue;
    const topic = topicOf(facts, facts.book.items[key.slice(6)]);
    found.set(topic, Math.max(found.get(topic) ?? 0, count));
  }
  return found;
}

function sorted(one, other) {
  const at = one.findIndex((number, place) => number !== other[place]);
  return at < 0 ? 0 : one[at] - other[at];
}
