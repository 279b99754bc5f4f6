"""Opens a page of a very large park: many_in_browser.py FILE.html. The twin must appear, turn, pick and stay within 2 GiB.

Prints one line per thing that is wrong and ends with 1 then; prints "the page is sound" otherwise.
"""
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from browser import Browser  # noqa: E402

STAGE = "document.querySelector('#twin canvas').stage"
READY = """new Promise((done) => { const begin = performance.now(); const body = document.querySelector('.twin'); body.scrollIntoView();
  const wait = () => ['true', 'failed'].includes(body.dataset.ready) || performance.now() - begin > 300000 ? done(body.dataset.ready) : setTimeout(wait, 20); wait(); })"""
SETTLED = f"new Promise((done) => {{ const wait = () => {STAGE}.moving || {STAGE}.waiting ? setTimeout(wait, 20) : done(); requestAnimationFrame(() => setTimeout(wait, 60)); }})"
wrong = []


def expect(holds, what):
    if not holds:
        wrong.append(what)


browser = Browser()
try:
    begin = time.monotonic()
    browser.open(sys.argv[1])
    expect(browser.value(READY) == "true", "the twin is not ready")
    browser.value(SETTLED)
    print(f"twin drawn after {time.monotonic() - begin:.1f} s")
    expect("not drawn" in browser.value("document.querySelector('#twin .left-out').textContent"), "the page does not say what it leaves out")
    before = browser.value(f"{STAGE}.frames")
    begin = time.monotonic()
    browser.value(f"""(async () => {{ const stage = {STAGE}; for (let i = 0; i < 10; ++i) {{
      stage.look({{ at: [2000 + 50 * i, 3000, 0], distance: 3000, azimuth: 10 * i, pitch: 35 }}); await new Promise((done) => setTimeout(done)); stage.draw(); }} }})()""")
    print(f"{10 / (time.monotonic() - begin):.1f} frames/s while turning")
    expect(browser.value(f"{STAGE}.frames") - before >= 10, "the twin does not turn")
    browser.value(SETTLED)
    colours = browser.value(f"""(() => {{ const stage = {STAGE}; stage.draw(); const gl = stage.renderer.getContext();
      const found = new Uint8Array(4 * 200 * 200); gl.readPixels(300, 100, 200, 200, gl.RGBA, gl.UNSIGNED_BYTE, found);
      const seen = new Set(); for (let i = 0; i < found.length; i += 4) seen.add(found[i] * 65536 + found[i + 1] * 256 + found[i + 2]); return seen.size; }})()""")
    expect(colours > 8, f"{colours} colours where buildings should be")
    peak = browser.memory_mib()
    print(f"{peak:.0f} MiB at most in one process of the browser")
    expect(peak < 2048, f"{peak:.0f} MiB")
    expect(not browser.failed, f"errors: {browser.failed[:3]}")
finally:
    browser.close()
print("\n".join(wrong) if wrong else "the page is sound")
sys.exit(1 if wrong else 0)
