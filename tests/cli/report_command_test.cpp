#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <regex>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

nlohmann::json data_of(const std::string& html) {
  const std::string mark = "id=\"parktwin-data\">";
  const auto begin = html.find(mark) + mark.size();
  return nlohmann::json::parse(html.substr(begin, html.find("</script>", begin) - begin));
}

/// What a program printed; its exit code is not zero when it failed.
std::pair<int, std::string> output_of(const std::string& command) {
  std::string printed;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4096> buffer{};
  for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) printed.append(buffer.data(), count);
  return {pclose(pipe), printed};
}

constexpr const char* hostile_names =
    "changes:\n"
    "  - modify_enterprise: {id: E-001, set: {name: \"</script><script>window.injected=1</script><img src=x "
    "onerror=window.injected=1>\"}}\n"
    "  - modify_enterprise: {id: E-002, set: {name: \"=HYPERLINK(1) \\\"quoted\\\" & 'so'\", name_zh: \"مصنع النسيج\"}}\n";

/// What page_in_browser.py finds; empty when the page is sound.
std::string faults_in_browser(const std::string& page) {
  const auto [code, printed] =
      output_of("/usr/bin/python3 '" + std::string(PARKTWIN_SOURCE_DIR) + "/tests/viz/report/page_in_browser.py' '" + page + "' 70");
  return code == 0 && printed.find("the page is sound") != std::string::npos ? "" : printed + " ends with " + std::to_string(code);
}

TEST(ReportCommand, WritesOnePageThatAsksNothingOfTheNetworkAndWorksInABrowser) {
  const Workplace workplace;
  ASSERT_EQ(call({"run", workplace.small_scenario(hostile_names), "--out", workplace.path("run")}).code, 0);
  const auto outcome = call({"report", workplace.path("run"), "--out", workplace.path("page.html"), "--lang", "en"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, workplace.path("page.html") + "\n");
  EXPECT_EQ(outcome.err, "");
  const std::string html = read_file(workplace.path("page.html"));
  EXPECT_LT(html.size(), 6'000'000U);
  EXPECT_EQ(data_of(html)["clauses"].size(), 70U);
  EXPECT_EQ(data_of(html)["pictures"].size(), 1U);
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
  EXPECT_THAT(html, Not(HasSubstr("<img src=x")));
  EXPECT_FALSE(std::regex_search(html, std::regex("(src|href|action)=[\"']?(https?:)?//|url\\([\"']?(https?:)?//|@import")));
  EXPECT_EQ(faults_in_browser(workplace.path("page.html")), "");
}

TEST(ReportCommand, OpensInTheLanguageAskedForAndSaysItAsJson) {
  const Workplace workplace;
  ASSERT_EQ(call({"run", workplace.small_scenario(), "--out", workplace.path("run")}).code, 0);
  const auto outcome = call({"report", workplace.path("run"), "--out", workplace.path("page.html"), "--lang", "zh", "--json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto said = nlohmann::json::parse(outcome.out);
  const std::string html = read_file(workplace.path("page.html"));
  EXPECT_EQ(said["report"], workplace.path("page.html"));
  EXPECT_EQ(said["bytes"], html.size());
  EXPECT_THAT(html, HasSubstr("<html lang=\"zh-CN\">"));
}

TEST(ReportCommand, ARunThatIsNotWholeIsInvalidInput) {
  const Workplace workplace;
  EXPECT_EQ(call({"report", workplace.path("nowhere"), "--out", workplace.path("a.html")}).code, 3);
  ASSERT_EQ(call({"run", workplace.small_scenario(), "--out", workplace.path("run")}).code, 0);
  std::filesystem::copy(workplace.path("run"), workplace.path("half"));
  std::filesystem::resize_file(workplace.path("half/results.h5"), 5000);
  EXPECT_EQ(call({"report", workplace.path("half"), "--out", workplace.path("a.html")}).code, 3);
  std::filesystem::remove(workplace.path("run/scorecard.json"));
  const auto outcome = call({"report", workplace.path("run"), "--out", workplace.path("a.html")});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("scorecard.json"));
  EXPECT_FALSE(std::filesystem::exists(workplace.path("a.html")));
}

TEST(ReportCommand, AFolderThatCannotBeWrittenIsAFailureInsideAndLeavesTheOldPage) {
  const Workplace workplace;
  ASSERT_EQ(call({"run", workplace.small_scenario(), "--out", workplace.path("run")}).code, 0);
  workplace.write("file", "x");
  const auto outcome = call({"report", workplace.path("run"), "--out", workplace.path("file/page.html")});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("page.html"));
  EXPECT_EQ(read_file(workplace.path("file")), "x");
}

TEST(ReportCommand, TwoRunsStandSideBySideAndEverythingOnTheirPageWorks) {
  const Workplace workplace;
  const auto base = workplace.small_scenario(hostile_names);
  const auto dark = workplace.write(
      "dark.yaml", "name: dark\nbased_on: [small.yaml]\nchanges:\n  - modify_radio_site: {id: S-001, set: {operational: false}}\n");
  ASSERT_EQ(call({"run", base, "--out", workplace.path("base")}).code, 0);
  ASSERT_EQ(call({"run", dark, "--out", workplace.path("dark")}).code, 0);
  const auto outcome =
      call({"report", workplace.path("base"), workplace.path("dark"), "--out", workplace.path("page.html"), "--lang", "en"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto data = data_of(read_file(workplace.path("page.html")));
  EXPECT_EQ(data["comparison"]["runs"][1], workplace.path("dark"));
  EXPECT_EQ(data["comparison"]["tables"][1]["rows"].size(), 70U);
  ASSERT_EQ(data["twin"]["states"].size(), 2U);
  EXPECT_NE(data["twin"]["states"][0]["maps"]["rsrp"], data["twin"]["states"][1]["maps"]["rsrp"]);
  EXPECT_EQ(faults_in_browser(workplace.path("page.html")), "");
}

TEST(ReportCommand, ThePhasesOfARunAreStatesOfItsTwin) {
  const Workplace workplace;
  const auto phased = workplace.small_scenario(
      "phases:\n  - year: 2027\n    name: Dark\n    name_zh: 停用\n    changes:\n"
      "      - modify_radio_site: {id: S-001, set: {operational: false}}\n");
  const auto done = call({"run", phased, "--out", workplace.path("run")});
  ASSERT_EQ(done.code, 0) << done.err;
  ASSERT_EQ(call({"report", workplace.path("run"), "--out", workplace.path("page.html")}).code, 0);
  const auto states = data_of(read_file(workplace.path("page.html")))["twin"]["states"];
  ASSERT_EQ(states.size(), 2U);
  EXPECT_EQ(states[0]["title"]["en"], "Before the first phase");
  EXPECT_EQ(states[1]["title"]["zh"], "2027: 停用");
}

TEST(ReportCommand, AnApplicationBookHoldsOneDirectionAndPrints) {
  const Workplace workplace;
  ASSERT_EQ(call({"run", workplace.small_scenario(hostile_names), "--out", workplace.path("run")}).code, 0);
  const auto outcome = call({"report", workplace.path("run"), "--direction", "K1", "--out", workplace.path("book.html")});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(data_of(read_file(workplace.path("book.html")))["book"], "K1");
  EXPECT_TRUE(data_of(read_file(workplace.path("book.html")))["twin"].is_null());
  const auto printed = call({"report", workplace.path("run"), "--direction", "K1", "--out", workplace.path("book.pdf"), "--lang", "zh"});
  ASSERT_EQ(printed.code, 0) << printed.err;
  EXPECT_TRUE(read_file(workplace.path("book.pdf")).starts_with("%PDF-"));
  const auto unknown = call({"report", workplace.path("run"), "--direction", "Q9", "--out", workplace.path("other.html")});
  EXPECT_EQ(unknown.code, 3);
  EXPECT_THAT(unknown.err, HasSubstr("found Q9, expected one of"));
  EXPECT_FALSE(std::filesystem::exists(workplace.path("other.html")));
}

TEST(ReportCommand, RefusesOtherEndings) { EXPECT_EQ(call({"report", "x", "--out", "y.txt"}).code, 2); }

// A pack that is gone costs the names of directions, nothing else.
TEST(ReportCommand, DoesWithoutThePackOfTheRun) {
  const Workplace workplace;
  auto scenario = read_file(workplace.small_scenario());
  const auto pack = workplace.write("own.yaml", read_file(std::string(PARKTWIN_SOURCE_DIR) + "/data/criteria/miit-2021.yaml"));
  scenario.replace(scenario.find("criteria: miit-2021"), 19, "criteria: " + pack);
  ASSERT_EQ(call({"run", workplace.write("own-pack.yaml", scenario), "--out", workplace.path("run")}).code, 0);
  std::filesystem::remove(pack);
  const auto outcome = call({"report", workplace.path("run"), "--out", workplace.path("page.html")});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("own.yaml"));
  const auto data = data_of(read_file(workplace.path("page.html")));
  EXPECT_EQ(data["clauses"].size(), 70U);
  EXPECT_EQ(data["directions"][0]["name"]["en"], data["directions"][0]["id"]);
}

}  // namespace
}  // namespace parktwin::cli
