// What pages promise, looked at in a browser: no serious or critical finding of axe-core on wide and narrow screens, light and
// dark; nothing asked of the network; readable without script; tables that sort; a brief of two A4 pages.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// NODE_PATH is read by require, not by import.
const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
// All rules once; then those that another look can change.
const looks = [
  { name: "wide", viewport: { width: 1280, height: 900 }, colorScheme: "light", options: {} },
  { name: "dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark", options: { runOnly: ["color-contrast"] } },
  { name: "narrow", viewport: { width: 400, height: 800 }, colorScheme: "light", options: { runOnly: ["scrollable-region-focusable", "target-size", "meta-viewport"] } },
];
let wrong = 0;
const check = (holds, words) => {
  if (!holds) {
    wrong++;
    console.log(`WRONG: ${words}`);
  }
};

const browser = await chromium.launch({ executablePath: process.env.BROWSER, headless: true, args: flags });
try {
  for (const file of process.argv.slice(2)) {
    await checkPage(file);
  }
} finally {
  await browser.close();
}
process.exit(wrong === 0 ? 0 : 1);

async function checkPage(file) {
  const name = basename(file);
  const url = pathToFileURL(resolve(file)).href;
  const page = await browser.newPage();
  const asked = [];
  const said = [];
  page.on("request", request => asked.push(request.url()));
  page.on("console", message => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", error => said.push(error.message));
  for (const look of looks) {
    await page.setViewportSize(look.viewport);
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.goto(url);
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(options => globalThis.axe.run(document, { ...options, resultTypes: ["violations"] }), look.options);
    const grave = violations.filter(v => v.impact === "serious" || v.impact === "critical");
    check(passes.length + violations.length > (look.options.runOnly ? 0 : 10), `${name} (${look.name}): axe-core looked at nothing`);
    for (const v of violations) {
      console.log(`${name} (${look.name}): ${v.impact}: ${v.help} (${v.id}), ${v.nodes.length} times, first ${v.nodes[0].html.slice(0, 200)} ${v.nodes[0].failureSummary}`);
    }
    check(grave.length === 0, `${name} (${look.name}): ${grave.length} serious or critical findings of axe-core`);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(wider <= 0, `${name} (${look.name}): the page scrolls sideways by ${wider} pixels`);
  }
  check(asked.every(a => a === url), `${name}: asks for ${asked.filter(a => a !== url)}`);
  check(said.length === 0, `${name}: the browser complains: ${said.slice(0, 3).join("; ")}`);
  await checkSorting(page, name, url);
  await checkWithoutScript(name, url);
  if (name === "brief.html") {
    // Page objects stand in the clear in what Chromium writes.
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;
    check(pages === 2, `${name}: prints on ${pages} pages in place of two`);
  }
  await page.close();
  console.log(`${name}: looked at`);
}

async function checkSorting(page, name, url) {
  await page.setViewportSize(looks[0].viewport);
  await page.goto(url);
  const table = page.locator("table.sortable").first();
  if ((await table.count()) === 0) {
    return;
  }
  const column = async () => (await table.locator("tbody tr td:nth-child(2)").allInnerTexts()).map(t => parseFloat(t.replaceAll(",", "")));
  const heading = table.locator("thead th").nth(1);
  await heading.locator("button").click();
  const down = await column();
  check(await heading.getAttribute("aria-sort") === "descending" && down.every((v, i) => i === 0 || v <= down[i - 1]), `${name}: the first click does not sort downwards: ${down}`);
  await heading.locator("button").click();
  const up = await column();
  check(await heading.getAttribute("aria-sort") === "ascending" && up.every((v, i) => i === 0 || v >= up[i - 1]), `${name}: the second click does not sort upwards: ${up}`);
}

// Everything stands in the file itself: as many words are shown without script as with it.
async function checkWithoutScript(name, url) {
  const words = async javaScriptEnabled => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(url);
    const text = await page.innerText("body");
    await context.close();
    return text.split(/\s+/).length;
  };
  const [without, withScript] = [await words(false), await words(true)];
  check(without > 500 && without === withScript, `${name}: ${without} words without script and ${withScript} with it`);
}
