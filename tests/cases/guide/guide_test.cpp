// Every command of the planner's guide, run in the order it stands there, in a copy of the folders a reader has.
#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

struct Command {
  std::vector<std::string> arguments;
  int expected = 0;
  std::string line;
};

/// Lines that begin with "parktwin" in ```sh blocks; "# exit N" says which code is expected.
std::vector<Command> commands_of(const std::string& page) {
  std::istringstream lines(read_file(std::string(PARKTWIN_SOURCE_DIR) + "/docs/guide/" + page));
  std::vector<Command> commands;
  bool in_block = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) in_block = line == "```sh";
    if (!in_block || !line.starts_with("parktwin ")) continue;
    Command command;
    command.line = line;
    std::smatch exit;
    if (std::regex_search(line, exit, std::regex("# exit ([0-9])"))) command.expected = std::stoi(exit[1]);
    std::istringstream words(line.substr(0, line.find('#')));
    for (std::string word; words >> word;) command.arguments.push_back(word);
    command.arguments.erase(command.arguments.begin());
    commands.push_back(std::move(command));
  }
  return commands;
}

int failing_commands(const std::string& page) {
  const Workplace workplace;
  for (const char* folder : {"scenarios", "data"}) {
    std::filesystem::create_directory_symlink(std::string(PARKTWIN_SOURCE_DIR) + "/" + folder, workplace.path(folder));
  }
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(workplace.folder());
  const auto commands = commands_of(page);
  EXPECT_FALSE(commands.empty()) << page;
  int failing = 0;
  for (const auto& command : commands) {
    const auto outcome = call(command.arguments);
    EXPECT_EQ(outcome.code, command.expected) << command.line << '\n' << outcome.err;
    EXPECT_FALSE(outcome.out.empty()) << command.line;
    failing += outcome.code != command.expected || outcome.out.empty() ? 1 : 0;
  }
  std::filesystem::current_path(before);
  return failing;
}

TEST(Guide, JudgeABuild) { EXPECT_EQ(failing_commands("judge-a-build.md"), 0); }
TEST(Guide, ImportMyPark) { EXPECT_EQ(failing_commands("import-my-park.md"), 0); }
TEST(Guide, PlanANetwork) { EXPECT_EQ(failing_commands("plan-a-network.md"), 0); }
TEST(Guide, PresentAPlan) { EXPECT_EQ(failing_commands("present-a-plan.md"), 0); }

// The scenario a reader is told to write is one the program accepts.
TEST(Guide, TheExampleScenarioIsValid) {
  const auto page = read_file(std::string(PARKTWIN_SOURCE_DIR) + "/docs/guide/judge-a-build.md");
  const auto begin = page.find("```yaml\n") + 8;
  const Workplace workplace;
  std::filesystem::create_directories(workplace.path("scenarios"));
  std::filesystem::create_directory_symlink(std::string(PARKTWIN_SOURCE_DIR) + "/data", workplace.path("data"));
  const auto file = workplace.write("scenarios/my-plan.yaml", page.substr(begin, page.find("```", begin) - begin));
  const auto outcome = call({"validate", file});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
}

}  // namespace
}  // namespace parktwin::cli
