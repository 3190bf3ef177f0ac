// node ajv_with_sums.cjs SCHEMA DATA: ajv with all errors, and the three sums by hand.
const fs = require('fs');
const Ajv = require(process.env.BIAO_PEERS + '/node_modules/ajv');

const validate = new Ajv({ allErrors: true }).compile(JSON.parse(fs.readFileSync(process.argv[2])));
const data = JSON.parse(fs.readFileSync(process.argv[3], 'utf8'));
const said = validate(data) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`);
const total = (list, key) => list.reduce((sum, one) => sum + one[key], 0);
for (const project of data.projects) {
  if (total(project.sources, 'fen') !== project.totalFen) said.push(`${project.code}: sources`);
  if (total(project.plan, 'fen') !== project.totalFen) said.push(`${project.code}: plan`);
  if (total(project.indicators, 'weight') !== 100) said.push(`${project.code}: weights`);
}
if (said.length) console.log(said.join('\n'));
process.exit(said.length ? 1 : 0);
