// Holds .glb files against the glTF 2.0 specification with Khronos' validator: node validate.mjs FILE.glb … Prints every message of each
// file, of whatever severity, and ends with 1 when there is an error or a warning; "valid: N files" otherwise.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { validateBytes } = createRequire(new URL("../../../viz/web/package.json", import.meta.url))("gltf-validator");
const files = process.argv.slice(2);
let bad = 0;
for (const file of files) {
  const report = await validateBytes(new Uint8Array(readFileSync(file)), { uri: file, maxIssues: 20 });
  const { numErrors, numWarnings, messages } = report.issues;
  bad += numErrors + numWarnings;
  for (const { severity, code, message, pointer } of messages) console.log(`${file}: severity ${severity}: ${code}: ${message} (${pointer ?? ""})`);
}
console.log(bad === 0 ? `valid: ${files.length} files` : `${bad} errors and warnings`);
process.exit(bad === 0 ? 0 : 1);
