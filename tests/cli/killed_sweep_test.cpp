// The program itself, killed at drawn moments while it sweeps, against one that nobody disturbed.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <set>

#include "engine/core/random.h"
#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t scenarios = 126;
constexpr std::uint32_t kills = 20;

std::string grid_of_tilts() {
  std::string tilts;
  for (int i = 0; i < 21; ++i) tilts += (i > 0 ? ", " : "") + std::to_string(i * 0.5);
  return "name: tilts\nscenario: small.yaml\nmethod: grid\nclauses: [K1-Q3]\nfactors:\n"
         "  - {name: one, fields: [modify_radio_cell.S-001-1.electrical_downtilt_deg], values: [" +
         tilts +
         "]}\n"
         "  - {name: other, fields: [modify_radio_cell.S-001-2.electrical_downtilt_deg], values: [0, 2, 4, 6, 8, 10]}\n";
}

pid_t begin(const std::string& sweep, const std::string& out) {
  std::vector<std::string> words = {PARKTWIN_PROGRAM, "sweep", sweep, "--out", out, "--quiet"};
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t child = -1;
  EXPECT_EQ(posix_spawn(&child, PARKTWIN_PROGRAM, &actions, nullptr, arguments.data(), environ), 0);
  posix_spawn_file_actions_destroy(&actions);
  return child;
}

/// Rows on the disk, each as it was written; the last one may be cut short and is left out.
std::vector<std::string> rows_of(const fs::path& file) {
  std::vector<std::string> rows;
  const std::string text = read_file(file);
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
    rows.push_back(text.substr(begin, end - begin));
  }
  if (!rows.empty()) rows.erase(rows.begin());  // which sweep it is
  return rows;
}

/// Runs the program until so many rows have come or so much time has passed, and kills it. False: it was done before.
bool live_and_die(const std::string& sweep, const std::string& out, std::size_t rows, std::size_t patience_ms) {
  const pid_t child = begin(sweep, out);
  const std::size_t before = rows_of(out + ".rows").size();
  int status = 0;
  bool alive = true;
  while (alive && patience_ms-- > 0 && (rows == 0 || rows_of(out + ".rows").size() < before + rows)) {
    static_cast<void>(::poll(nullptr, 0, 1));
    alive = ::waitpid(child, &status, WNOHANG) == 0;
  }
  if (!alive) return false;
  ::kill(child, SIGKILL);
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

TEST(KilledSweep, LosesAndRepeatsNothing) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  const auto sweep = workplace.write("sweep.yaml", grid_of_tilts());
  const auto out = workplace.path("killed.h5");
  const RandomSequence random(7, 2, 0);
  std::set<std::string> known;
  std::vector<std::string> before;
  for (std::uint32_t kill = 0; kill < kills; ++kill) {
    // After some rows, or some milliseconds after the start: before the first row, or amid the making of the file.
    const std::size_t rows = random.below(2 * kill, 6);
    EXPECT_TRUE(live_and_die(sweep, out, rows, rows > 0 ? 20000 : 1 + random.below(2 * kill + 1, 300))) << kill;
    const auto now = rows_of(out + ".rows");
    // Rows of an earlier life are there until they have become part of the HDF5 file.
    const bool kept = now.size() >= before.size() && std::equal(before.begin(), before.end(), now.begin());
    for (std::size_t i = kept ? before.size() : 0; i < now.size(); ++i)
      EXPECT_TRUE(known.insert(now[i]).second) << "made twice: " << now[i];
    before = now;
  }
  EXPECT_GT(known.size(), kills);
  const auto last = call({"sweep", sweep, "--out", out, "--json"});
  EXPECT_EQ(last.code, 0) << last.err;
  EXPECT_THAT(last.out, testing::HasSubstr("\"finished\": " + std::to_string(scenarios)));
  for (const auto& row : rows_of(out + ".rows")) EXPECT_TRUE(known.insert(row).second);
  const auto undisturbed = workplace.path("undisturbed.h5");
  ASSERT_EQ(call({"sweep", sweep, "--out", undisturbed}).code, 0);
  EXPECT_EQ(read_file(out), read_file(undisturbed));
}

}  // namespace
}  // namespace parktwin::cli
