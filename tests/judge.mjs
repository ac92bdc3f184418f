// Puts moments of visits to the rules of the page: module, then moments as JSON lines in, what follows as JSON out.
import { readFileSync } from "node:fs";

const [folder, rules] = process.argv.slice(2);
const { judge } = await import(`${folder}/interview.js`);
const { overtaken } = await import(`${folder}/asking.js`);
const { HELD } = await import(`${folder}/facts.js`);
const { book } = await import(rules);
const moments = JSON.parse(readFileSync(0, "utf8"));
const results = moments.map((moment) => {
  const said = moment.said.map(([path, value]) => [path, value?.held ? HELD : value]);
  const { plan, open, facts } = judge(book, { ...moment, said });
  const after = moment.then && judge(book, { ...moment, said: [...said, moment.then] }).facts;
  return {
    overtaken: after ? overtaken(facts, after, said.map(([path]) => path).filter((path) => path !== moment.then[0])) : [],
    open,
    plan: plan.map(({ filing, ...outcome }) => ({ ...outcome, may: filing?.may ?? null })),
    derived: moment.derived ? Object.fromEntries([...facts.by].map(([path, fact]) => [path, fact.value])) : null,
  };
});
process.stdout.write(JSON.stringify(results));
