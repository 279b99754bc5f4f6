// Builds data/report/page.html: one page with style and script inside, to which `parktwin report` adds the data. Also the licences of what
// is bundled. Run `npm ci && npm run build` after a change below source/; both results are committed.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const here = new URL(".", import.meta.url);
const target = new URL("../../data/report/", here);
const bundle = async (entry) =>
  (await build({ entryPoints: [new URL(entry, here).pathname], bundle: true, minify: true, write: false, format: "iife",
    target: "es2020", charset: "utf8", legalComments: "none" })).outputFiles[0].text;

const script = (await bundle("source/main.js")).replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const style = await bundle("source/style.css");
// A test compares this with the sources, so that the committed page cannot fall behind them.
const sources = createHash("sha256");
for (const name of readdirSync(new URL("source/", here)).sort()) sources.update(readFileSync(new URL(`source/${name}`, here)));
sources.update(readFileSync(new URL("package-lock.json", here)));
const page = readFileSync(new URL("source/page.html", here), "utf8")
  .replace("/*STYLE*/", () => style.trim()).replace("/*SCRIPT*/", () => script.trim())
  .replace("SOURCES", sources.digest("hex"));
for (const mark of ["@@LANGUAGE@@", "@@TITLE@@", "@@DATA@@"]) {
  if (page.split(mark).length !== 2) throw new Error(`${mark} stands in the page ${page.split(mark).length - 1} times`);
}
mkdirSync(target, { recursive: true });
writeFileSync(new URL("page.html", target), page);

const licences = [["echarts", "LICENSE"], ["echarts", "NOTICE"], ["zrender", "LICENSE"], ["tslib", "LICENSE.txt"], ["three", "LICENSE"]];
const texts = licences.map(([name, file]) => {
  const { version } = JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, here), "utf8"));
  return `==== ${name} ${version}: ${file}\n\n` + readFileSync(new URL(`node_modules/${name}/${file}`, here), "utf8").trim() + "\n";
});
writeFileSync(new URL("LICENSES.txt", target), texts.join("\n"));
console.log(`page.html: ${Math.round(page.length / 1024)} KiB`);
