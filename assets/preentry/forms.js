// Which boxes of the forms lack a fact: a form itself is filled at the counter, here only its gaps matter.

import { open } from "./cel.js";
import { askable, heldBehind, heldFacts, openFacts } from "./asking.js";
import { filed } from "./plan.js";
import { keyOf, pathOf, personOf } from "./facts.js";

const LETTERS = { A: "case.applicant", H: "household.head", S: "household.spouse" };
const WHO = ["case.applicant", "household.head", "household.spouse", "jido.claimant", "jido.spouse"];

/** The copies of every form that a filed procedure names, each with the state of its boxes. */
export function forms(facts, outcomes) {
  const names = new Set(outcomes.filter(filed).flatMap((each) => each.forms));
  return [...names].flatMap((name) => {
    const template = templateOf(facts, name);
    if (!template) return [];
    const subjects = template.copies === "case" ? [""] : members(facts, template.copies).inside;
    return subjects.map((subject) => ({ template, subject, boxes: boxes(facts, template, subject) }));
  });
}

/** The newest version of a form that is valid today. */
export function templateOf(facts, name) {
  const valid = (facts.book.forms[name] ?? []).filter((each) => each.from <= facts.today && (!each.to || facts.today <= each.to));
  return valid.sort((one, other) => (`${one.from} ${one.version}` < `${other.from} ${other.version}` ? 1 : -1))[0];
}

/** Who is in a group, which facts are missing to be sure, and whether it is decided for everybody. */
export function members(facts, group) {
  if (!facts.groups.has(group)) {
    const rule = facts.book.groups[group];
    const found = { inside: [], missing: new Set(), sure: true };
    for (const [person, answer] of rule === undefined ? [] : facts.askAll(rule)) {
      if (answer === true) found.inside.push(person);
      if (!open(answer)) continue;
      found.sure = false;
      openFacts(facts, rule, person).forEach((path) => found.missing.add(path));
    }
    facts.groups.set(group, { ...found, missing: [...found.missing] });
  }
  return facts.groups.get(group);
}

function boxes(facts, template, subject) {
  const people = Object.fromEntries(template.repeats.map(({ id, group }) => [id, members(facts, group).inside]));
  const sheets = Math.max(1, ...template.repeats.map(({ id, rows }) => Math.ceil(people[id].length / rows)));
  return template.boxes.flatMap((box) => {
    if (box.repeat) return people[box.repeat].map((person) => judged(facts, template, box, person));
    return Array(sheets).fill(judged(facts, template, box, subject));
  });
}

function judged(facts, template, box, person) {
  const found = (state, needs = [], paths = []) => ({ box, person, state, needs, paths });
  if (box.when !== undefined) {
    const who = person || facts.person(rolePath(template, "A"));
    const answer = facts.ask(box.when, who);
    if (open(answer)) {
      const needs = openFacts(facts, box.when, who);
      return found(needs.length ? "missing" : "held", needs);
    }
    if (answer !== true) return found("not_applicable");
  }
  if (box.blank || !box.holes.length) return found("blank");
  const paths = box.holes.map((hole) => path(facts, template, hole, person));
  return found(...stateOf(facts, template, box, paths), paths);
}

function stateOf(facts, template, box, paths) {
  const said = [...new Set(paths)].map((each) => [each, facts.by.get(each)]);
  const who = [...WHO, ...Object.values(template.roles)];
  const nobody = said.some(([each, fact]) => who.includes(each) && fact?.value === "");
  if (nobody || said.some(([each]) => facts.held(each))) return ["held", []];
  if (said.every(([, fact]) => fact !== undefined)) return ["filled", []];
  if (box.optional) return ["not_applicable", []];
  const needs = [...new Set(said.filter(([, fact]) => !fact).flatMap(([each]) => askable(facts, each)))];
  return [needs.length || box.signature ? "missing" : "held", needs];
}

function path(facts, template, hole, person) {
  const letter = personOf(hole);
  if (!letter) return hole;
  const holder = letter in LETTERS ? facts.person(rolePath(template, letter)) : person;
  return holder ? pathOf(holder, keyOf(hole)) : rolePath(template, letter);
}

const rolePath = (template, letter) => template.roles[letter] ?? LETTERS[letter] ?? "";

// ---- what lacks an essential box does not leave ----------------------------------------------------------------------
/** The outcomes as they stand once the forms are filled. */
export function heldBack(facts, outcomes, filled) {
  return outcomes.map((outcome) => (outcome.forms.length ? finished(facts, outcome, filled) : outcome));
}

function finished(facts, outcome, filled) {
  const found = outcome.forms.flatMap((name) => {
    const template = templateOf(facts, name);
    return template ? gaps(facts, template, filled.filter((form) => form.template === template)) : [];
  });
  const lacks = [...new Set(found.flatMap(([, paths]) => paths))];
  if (!lacks.length) return outcome;
  return { ...outcome, need: found.some(([asked]) => asked) ? outcome.need : "held", lacks };
}

function gaps(facts, template, copies) {
  const spared = facts.book.events[facts.event]?.spared ?? [];
  const wanted = (box) => template.essential.includes(box.id) && !box.holes.some((hole) => spared.includes(hole.replace("[P]", "")));
  const essential = (filled) => ["missing", "held"].includes(filled.state) && wanted(filled.box);
  const open = copies.flatMap((copy) => copy.boxes.filter(essential)).map((filled) => {
    return [filled.needs.length > 0, filled.needs.length ? filled.needs : waiting(facts, filled)];
  });
  const rows = template.boxes.filter((box) => box.repeat && wanted(box)).map((box) => box.repeat);
  const groups = template.repeats.filter(({ id }) => rows.includes(id)).map(({ group }) => group);
  if (template.copies !== "case") groups.unshift(template.copies);
  const unsure = groups.map((group) => [group, members(facts, group)]).filter(([, found]) => !found.sure);
  return [...open, ...unsure.map(([group, { missing }]) => [missing.length > 0, missing.length ? missing : heldOf(facts, group)])];
}

function heldOf(facts, group) {
  return [...new Set(facts.persons.flatMap((person) => heldFacts(facts, facts.book.groups[group], person)))];
}

function waiting(facts, { box, person, paths }) {
  let found = [...new Set(paths.flatMap((each) => heldBehind(facts, each)))];
  if (!found.length && !paths.length) found = heldFacts(facts, box.when, person || facts.person("case.applicant"));
  const unknown = paths.filter((each) => facts.value(each) === null);
  return found.length ? found : unknown.length ? unknown : paths;
}
