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

void run_page(const std::string& page) {
  const Workplace workplace;
  for (const char* folder : {"scenarios", "data"}) {
    std::filesystem::create_directory_symlink(std::string(PARKTWIN_SOURCE_DIR) + "/" + folder, workplace.path(folder));
  }
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(workplace.folder());
  const auto commands = commands_of(page);
  EXPECT_FALSE(commands.empty()) << page;
  for (const auto& command : commands) {
    const auto outcome = call(command.arguments);
    EXPECT_EQ(outcome.code, command.expected) << command.line << '\n' << outcome.err;
    EXPECT_FALSE(outcome.out.empty()) << command.line;
  }
  std::filesystem::current_path(before);
}

TEST(Guide, JudgeABuild) { run_page("judge-a-build.md"); }
TEST(Guide, ImportMyPark) { run_page("import-my-park.md"); }
TEST(Guide, PresentAPlan) { run_page("present-a-plan.md"); }

}  // namespace
}  // namespace parktwin::cli
