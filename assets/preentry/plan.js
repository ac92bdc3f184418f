// Which procedures a visit needs, for whom, or which facts would decide it (手続き判定).

import { open } from "./cel.js";
import { heldFacts, openFacts } from "./asking.js";
import { filing } from "./filing.js";

const once = (...lists) => [...new Set(lists.flat())];
const WAITS = ["held", "undecided"];

/** The version of a procedure that is in force on a day; undefined where none is. */
export function versionOn(procedure, day) {
  return procedure?.versions.find((version) => version.from <= day && (!version.to || day <= version.to));
}

/** One outcome for each procedure of the event that is in force, in the order of the event. */
export function plan(facts) {
  const { book, event, today } = facts;
  return book.events[event].procedures.flatMap((name) => {
    const procedure = book.procedures[name];
    const version = versionOn(procedure, today);
    return version && !procedure.staffOnly && version.when !== undefined ? [outcome(facts, name, procedure, version)] : [];
  });
}

/** Which variant of a version is taken; null: none, or not known yet while facts are `missing` or it is `held`. */
export function turnOf(facts, version) {
  for (const [variant, each] of version.variants.entries()) {
    const answer = facts.ask(each.when);
    if (open(answer)) {
      const missing = openFacts(facts, each.when);
      return { variant: null, missing, held: !missing.length };
    }
    if (answer === true) return { variant, missing: [], held: false };
  }
  return PLAIN;
}

const PLAIN = { variant: null, missing: [], held: false };

/** The version as a variant of it makes it. */
export function takenVersion(version, variant) {
  return variant === null ? version : { ...version, ...version.variants[variant].version };
}

function outcome(facts, name, procedure, version) {
  const votes = voted(facts, procedure, version);
  const turn = votes.need === "not_needed" ? PLAIN : turnOf(facts, version);
  const taken = takenVersion(version, turn.variant);
  const wished = wishOf(facts, taken);
  const unwanted = wished === false && WAITS.includes(votes.need);
  const need = unwanted ? "not_needed" : votes.need;
  const may = need === "needed" && wished !== false ? filing(facts, taken, name) : null;
  const waits = need === "needed" && (turn.held || (may !== null && !["", "notice"].includes(may.wait)));
  const held = waits || need === "held";
  const given = need === "needed" && !turn.missing.length && !turn.held && !waits && wished === true;
  return {
    procedure: name,
    need: held ? "held" : need === "needed" ? needOf(taken, may) : need,
    variant: turn.variant,
    persons: votes.yes,
    undecided: unwanted ? [] : votes.open,
    missing: unwanted ? [] : votes.missing,
    lacks: held ? lacking(facts, version, votes, may) : [],
    bring: need === "not_needed" ? [] : bring(facts, taken, may),
    forms: given ? formsOf(facts, taken) : [],
    filing: may,
    wished: wished === true,
  };
}

export const applies = (each) => ["needed", "optional", "not_by_this_person"].includes(each.need);
export const filed = (each) => each.wished && ["needed", "optional"].includes(each.need);
export const offered = (each) => each.need === "optional" && !each.wished;

function needOf(taken, may) {
  if (may?.may === false) return "not_by_this_person";
  return taken.optional ? "optional" : "needed";
}

function wishOf(facts, taken) {
  if (taken.wish === undefined) return true;
  const answer = facts.ask(taken.wish);
  return open(answer) ? null : answer === true;
}

function lacking(facts, version, votes, may) {
  const own = votes.open.flatMap((person) => heldFacts(facts, version.when, person));
  const turned = votes.yes.length || votes.need === "needed" ? version.variants : [];
  return once(own, turned.flatMap((variant) => heldFacts(facts, variant.when)), may?.lacks ?? []);
}

function voted(facts, procedure, version) {
  const answers = procedure.scope === "person" ? facts.askAll(version.when) : new Map([["", facts.ask(version.when)]]);
  const all = [...answers];
  const undecided = all.filter(([, answer]) => open(answer)).map(([person]) => person);
  const missing = once(undecided.map((person) => openFacts(facts, version.when, person)).flat());
  const yes = all.some(([, answer]) => answer === true);
  return {
    yes: all.filter(([person, answer]) => person && answer === true).map(([person]) => person),
    open: undecided,
    missing,
    need: yes ? "needed" : !undecided.length ? "not_needed" : missing.length ? "undecided" : "held",
  };
}

function formsOf(facts, version) {
  return version.forms.filter((form) => !(form in version.formWhen) || facts.ask(version.formWhen[form]) === true);
}

function bring(facts, version, may) {
  const papers = version.bring.filter((paper) => paper.when === undefined || facts.ask(paper.when) !== false);
  return once(papers.map((paper) => paper.what), may?.may === true ? may.papers : []);
}
