#include "cli/execute.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

using testing::HasSubstr;

TEST(Execute, HelpOfEverySubcommandHasAnExample) {
  for (const char* command :
       {"run", "check", "import", "generate", "validate", "schema", "info", "render", "export", "report", "compare"}) {
    const auto help = call({command, "--help"});
    EXPECT_EQ(help.code, 0) << command;
    EXPECT_THAT(help.out, HasSubstr(std::string("Example: parktwin ") + command)) << command;
  }
}

TEST(Execute, HelpNamesExitCodesAndVersionIsPrinted) {
  EXPECT_THAT(call({"--help"}).out, HasSubstr("3 invalid input"));
  const auto version = call({"--version"});
  EXPECT_EQ(version.code, 0);
  EXPECT_THAT(version.out, HasSubstr("parktwin 0."));
}

TEST(Execute, WrongUsageIsTwo) {
  EXPECT_EQ(call({}).code, 2);
  EXPECT_EQ(call({"fly"}).code, 2);
  EXPECT_EQ(call({"run"}).code, 2);
  EXPECT_EQ(call({"run", "a.yaml", "--speed", "9"}).code, 2);
  EXPECT_EQ(call({"info", "somewhere", "--lang", "fr"}).code, 2);
  EXPECT_THAT(call({"run"}).err, HasSubstr("SCENARIO"));
}

TEST(Execute, InvalidInputIsThreeAndNamesTheFile) {
  const auto outcome = call({"run", "no-such-scenario.yaml"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("no-such-scenario.yaml"));
  EXPECT_TRUE(outcome.out.empty());
}

TEST(Execute, AStopRequestEndsARunAndWritesNothing) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  progress.request_stop();
  EXPECT_EQ(execute({"run", scenario, "--out", workplace.path("run")}, out, err, progress, false), 1);
  EXPECT_THAT(err.str(), HasSubstr("stopped"));
  EXPECT_FALSE(std::filesystem::exists(workplace.path("run")));
}

int run_and_stop_at(const std::string& stage, const std::string& scenario, const std::string& folder) {
  std::ostringstream out;
  std::ostringstream err;
  Progress* self = nullptr;
  Progress progress([&](std::string_view now, double) {
    if (now == stage) self->request_stop();
  });
  self = &progress;
  return execute({"run", scenario, "--out", folder}, out, err, progress, false);
}

TEST(Execute, AStopInTheMiddleLeavesAnEarlierRunWhole) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
  const auto before = read_file(workplace.path("run/results.h5"));
  for (const char* stage : {"importing the park", "radio coverage", "cloud", "services", "judging"}) {
    EXPECT_EQ(run_and_stop_at(stage, scenario, workplace.path("run")), 1) << stage;
    EXPECT_EQ(read_file(workplace.path("run/results.h5")), before) << stage;
  }
  // Once saving has begun it is carried through.
  EXPECT_EQ(run_and_stop_at("saving", scenario, workplace.path("run")), 0);
  EXPECT_EQ(call({"validate", workplace.path("run")}).code, 0);
  for (const auto& entry : std::filesystem::directory_iterator(workplace.folder())) {
    EXPECT_EQ(entry.path().string().find("partial"), std::string::npos) << entry.path();
  }
}

}  // namespace
}  // namespace parktwin::cli
