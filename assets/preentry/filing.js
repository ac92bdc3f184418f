// Who may file a procedure, and whether we know well enough who has come (届出人と本人確認).

import { checked, open } from "./cel.js";
import { calendarDay } from "./dates.js";
import { askable, heldBehind, heldFacts, openFacts } from "./asking.js";
import { keyOf } from "./facts.js";

export const ROLE = "case.applicant_role";
export const CHECKED = ["case.id_papers", "case.id_expiry", "case.id_check"];
const [PAPERS, EXPIRY, CHECK] = CHECKED;
const once = (...lists) => [...new Set(lists.flat())];
const told = (more) => ({ may: null, papers: [], identity: "usual", missing: [], lacks: [], wait: "", ...more });

/** Whether the person who comes may file it: `may` true, false or null, and what is still to be asked. */
export function filing(facts, version, procedure) {
  const found = authority(facts, version);
  if (found.may === false) return found;
  const shown = identified(facts, found.identity, procedure);
  return {
    ...found,
    missing: once(found.missing, shown.missing),
    lacks: once(found.lacks, shown.lacks),
    wait: found.wait || shown.wait,
  };
}

function authority(facts, version) {
  const [identity, missing] = identityOf(facts, version);
  const role = facts.value(ROLE);
  if (!version.filers.length) return told({ identity, missing });
  if (role === null) {
    const lacks = heldBehind(facts, ROLE);
    return told({ identity, missing: [...missing, ...askable(facts, ROLE)], lacks, wait: lacks.length ? "unknown" : "" });
  }
  const found = first(facts, version.filers.filter((filer) => filer.role === role));
  return { ...found, identity, missing: [...(found.may === false ? [] : missing), ...found.missing] };
}

function first(facts, filers) {
  const tried = filers.map((filer) => attempt(facts, filer));
  for (const may of [true, null]) {
    const found = tried.find((each) => each.may === may);
    if (found) return found;
  }
  return told({ may: false, papers: once(...tried.map((each) => each.papers)) });
}

function attempt(facts, filer) {
  if (filer.when !== undefined) {
    const answer = facts.ask(filer.when);
    if (open(answer)) return undecided(filer, openFacts(facts, filer.when), heldFacts(facts, filer.when));
    if (answer !== true) return told({ may: false });
  }
  if (filer.proof && facts.value(filer.proof) === null) {
    return undecided(filer, askable(facts, filer.proof), heldBehind(facts, filer.proof));
  }
  const may = !filer.proof || facts.value(filer.proof) === inOrder(facts, filer.proof);
  return told({ may, papers: filer.papers });
}

function undecided(filer, missing, held) {
  return told({ papers: filer.papers, missing, lacks: missing.length ? [] : held, wait: missing.length ? "" : "unknown" });
}

function inOrder(facts, proof) {
  return facts.book.codes[facts.book.items[keyOf(proof)]?.codes]?.[0] ?? "";
}

function identityOf(facts, version) {
  if (version.photoWhen === undefined) return [version.identity, []];
  const answer = facts.ask(version.photoWhen);
  if (open(answer)) return ["photo", openFacts(facts, version.photoWhen)];
  return [answer === true ? "photo" : version.identity, []];
}

function identified(facts, identity, procedure) {
  if (identity === "none" || !facts.book.items[CHECK]) return told({});
  const missing = once(askable(facts, CHECK), askable(facts, EXPIRY));
  const check = reached(facts);
  if (check === null) {
    const lacks = missing.length ? [] : once(heldBehind(facts, CHECK), heldBehind(facts, EXPIRY));
    return told({ missing, lacks, wait: missing.length ? "" : "unknown" });
  }
  if (check === "不足") return told({ missing, wait: unproven(facts, procedure) ? "notice" : "short" });
  return told({ missing, wait: identity === "photo" && check !== "1点" ? "photo" : "" });
}

function reached(facts) {
  const [said, shown] = [facts.value(CHECK), facts.value(PAPERS)];
  if (typeof said !== "string") return null;
  if (said !== "不足" || !Array.isArray(shown)) return said;
  const { papers } = facts.book;
  const accepted = papers.accept.filter((rule) => facts.ask(rule.when) === true);
  const until = facts.value(EXPIRY);
  const day = until !== null && typeof until === "object" ? calendarDay(until) : null;
  return checked(papers, shown, day !== null && day < facts.today, accepted);
}

function unproven(facts, procedure) {
  const rules = facts.book.papers.notice.filter((rule) => rule.procedures.includes(procedure));
  return rules.some((rule) => rule.when === undefined || facts.ask(rule.when) === true);
}
