"""Opens a report in headless Chromium as an evaluator would: python3 page_in_browser.py FILE.html [CLAUSES] [FOLDER_FOR_PICTURES].

Prints one line per thing that is wrong and ends with 1 then; prints "the page is sound" otherwise.
"""
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from browser import Browser  # noqa: E402

file = sys.argv[1]
clauses = int(sys.argv[2]) if len(sys.argv) > 2 else 70
pictures = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
wrong = []


def expect(holds, what):
    if not holds:
        wrong.append(what)


def visible(browser):
    return browser.value("[...document.querySelectorAll('.clause')].filter((one) => one.offsetParent !== null).length")


def nothing_sticks_out(browser, what):
    """Only tables scroll sideways, inside their frames; no text of a clause or tile is wider than its place."""
    out = browser.value("""[...document.querySelectorAll('body *')].filter((one) => !one.closest('.scroll') && !one.closest('svg')
      && one.offsetParent !== null && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 3).map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 40)}`)""")
    expect(not out, f"{what}: sticks out on the right: {out}")
    # Texts of charts stay inside their drawings.
    cut = browser.value("""[...document.querySelectorAll('.canvas')].flatMap((canvas) => { const frame = canvas.getBoundingClientRect();
      return [...canvas.querySelectorAll('text')].filter((one) => { const box = one.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1; })
        .map((one) => `${canvas.getAttribute('aria-label')}: ${one.textContent}`); }).slice(0, 5)""")
    expect(not cut, f"{what}: texts of charts are cut: {cut}")


def scorecard(browser):
    expect(visible(browser) == clauses, f"{visible(browser)} clauses are shown, expected {clauses}")
    for status in ("met", "missed", "declared", "not_assessed"):
        inside = browser.value(f"document.querySelectorAll('.clause.{status}').length")
        browser.click(f"button[data-filter='{status}']")
        expect(visible(browser) == inside, f"filter {status} shows {visible(browser)} of {inside} clauses")
    browser.click("button[data-filter='all']")
    target = browser.value("document.querySelector('.clause').id")
    browser.type("#scorecard input[type=search]", target.lower())
    expect(1 <= visible(browser) < max(clauses, 2), f"search for {target} shows {visible(browser)} clauses")
    browser.value("(() => { const field = document.querySelector('#scorecard input[type=search]'); field.value = ''; field.dispatchEvent(new Event('input')); })()")
    browser.click(f"[id='{target}'] > summary")
    expect(browser.value(f"document.getElementById('{target}').querySelectorAll('dd').length") >= 1, f"{target} opens empty")


def tables(browser):
    count = browser.value("document.querySelectorAll('#tables .table').length")
    expect(count >= 10, f"{count} tables")
    browser.click("#table-enterprises > summary")
    column = "[...document.querySelectorAll('#table-enterprises tbody tr')].map((row) => row.children[3].textContent.replace(/\\D/g, '')).map(Number)"
    browser.click("#table-enterprises th:nth-child(4) button")
    found = browser.value(column)
    expect(len(found) > 1 and found == sorted(found, reverse=True), f"employees do not fall: {found[:8]}")
    browser.click("#table-enterprises th:nth-child(4) button")
    expect(browser.value(column) == sorted(browser.value(column)), "employees do not rise")
    browser.value("window.saved = null; URL.createObjectURL = (blob) => { window.saved = blob; return 'data:text/csv,'; }; "
                  "HTMLAnchorElement.prototype.click = function () { window.name_of_file = this.download; }")
    browser.click("#table-enterprises .csv")
    text = browser.value("window.saved.arrayBuffer().then((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))")
    rows = browser.value("JSON.parse(document.getElementById('parktwin-data').textContent).tables.find((one) => one.id === 'enterprises').rows.length")
    expect(text.startswith("\ufeff") and text.count("\r\n") == rows + 1, "the CSV has other rows than the table")
    expect(browser.value("window.name_of_file") == "enterprises.csv", "the CSV has another name")


def language(browser):
    browser.click("button[data-language='zh']")
    expect("评分卡" in browser.value("document.getElementById('scorecard').textContent"), "no Chinese scorecard")
    expect(browser.value("document.documentElement.lang") == "zh-CN", "the page does not say that it is Chinese")
    nothing_sticks_out(browser, "Chinese")
    browser.click("button[data-language='en']")
    expect("Scorecard" in browser.value("document.getElementById('scorecard').textContent"), "no English scorecard")


def look(browser, name, whole=True):
    if pictures:
        browser.picture(pictures / f"{name}.png", whole)


def visit(browser):
    begin = time.monotonic()
    browser.open(file)
    expect(browser.value("document.getElementById('report').dataset.ready") == "true", "the page is not ready")
    print(f"ready after {time.monotonic() - begin:.2f} s")
    look(browser, "wide")
    nothing_sticks_out(browser, "1280 pixels")
    scorecard(browser)
    look(browser, "clause", whole=False)
    tables(browser)
    language(browser)
    browser.open(file, 390, 844)
    nothing_sticks_out(browser, "390 pixels")
    look(browser, "narrow")
    browser.click("button[data-language='zh']")
    look(browser, "narrow-zh")
    browser.value("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    nothing_sticks_out(browser, "390 pixels, all open")
    look(browser, "narrow-open", whole=False)
    browser.open(file)
    if pictures:
        browser.pdf(pictures / "page.pdf")
        browser.click("button[data-language='zh']")
        look(browser, "wide-zh")
    expect(browser.value("window.injected === undefined"), "a text of the park was run as a script")
    expect(not browser.said, f"the console says {browser.said[:3]}")
    expect(not browser.failed, f"errors: {browser.failed[:3]}")
    outside = [url for url in browser.requests if not url.startswith(("file:", "data:", "about:"))]
    expect(not outside, f"requests: {outside[:3]}")


browser = Browser()
try:
    visit(browser)
finally:
    browser.close()
print("\n".join(wrong) if wrong else "the page is sound")
sys.exit(1 if wrong else 0)
