#include "engine/storage/run_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string_view>

#include "engine/core/errors.h"
#include "tests/engine/storage/scratch_folder.h"

namespace parktwin::storage {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::span<const std::byte> bytes(std::string_view text) { return std::as_bytes(std::span(text.data(), text.size())); }

void write_run(const fs::path& target, std::string_view content) {
  RunFolder folder(target);
  folder.write("results.h5", bytes(content));
  folder.commit();
}

TEST(RunFolder, AppearsOnlyWhenCommitted) {
  const testing::ScratchFolder scratch("appears");
  const fs::path target = scratch.path() / "deep" / "run";
  {
    RunFolder folder(target);
    folder.write("results.h5", bytes("new"));
    EXPECT_FALSE(fs::exists(target));
    folder.commit();
  }
  EXPECT_EQ(testing::text_of_file(target / "results.h5"), "new");
  EXPECT_EQ(std::distance(fs::directory_iterator(target.parent_path()), fs::directory_iterator()), 1);
}

TEST(RunFolder, ReplacesAnOldRunAsAWhole) {
  const testing::ScratchFolder scratch("replaces");
  const fs::path target = scratch.path() / "run";
  write_run(target, "old");
  testing::write_file(target / "report.html", "old report");
  write_run(scratch.path() / "run/", "new");
  EXPECT_EQ(testing::text_of_file(target / "results.h5"), "new");
  EXPECT_FALSE(fs::exists(target / "report.html"));
  EXPECT_THAT(scratch.entries(), ElementsAre("run"));
}

TEST(RunFolder, AnExceptionMidwayLeavesTheOldRunAndNothingElse) {
  const testing::ScratchFolder scratch("midway");
  const fs::path target = scratch.path() / "run";
  write_run(target, "old");
  try {
    RunFolder folder(target);
    folder.write("results.h5", bytes("new"));
    throw Interrupted();
  } catch (const Interrupted&) {}
  EXPECT_EQ(testing::text_of_file(target / "results.h5"), "old");
  EXPECT_THAT(scratch.entries(), ElementsAre("run"));
}

TEST(RunFolder, AKilledRunLeavesTheOldOneAndItsRemainsGoWithTheNext) {
  const testing::ScratchFolder scratch("killed");
  const fs::path target = scratch.path() / "run";
  write_run(target, "old");
  const pid_t child = ::fork();
  if (child == 0) {
    RunFolder folder(target);
    folder.write("results.h5", bytes("half"));
    ::_exit(0);  // no destructor runs
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(scratch.entries().size(), 2U);
  EXPECT_EQ(testing::text_of_file(target / "results.h5"), "old");
  const std::string living = "run.partial-" + std::to_string(::getppid());
  fs::create_directory(scratch.path() / living);
  fs::create_directory(scratch.path() / "run.partial-backup");
  write_run(target, "new");
  EXPECT_EQ(testing::text_of_file(target / "results.h5"), "new");
  EXPECT_THAT(scratch.entries(), ElementsAre("run", living, "run.partial-backup"));
}

TEST(RunFolder, RefusesToReplaceWhatIsNoRun) {
  const testing::ScratchFolder scratch("foreign");
  testing::write_file(scratch.path() / "file", "precious");
  fs::create_directory(scratch.path() / "photos");
  testing::write_file(scratch.path() / "photos" / "one.png", "precious");
  EXPECT_THROW(RunFolder(scratch.path() / "file"), OutputError);
  EXPECT_THROW(RunFolder(scratch.path() / "photos"), OutputError);
  EXPECT_THAT(scratch.entries(), ElementsAre("file", "photos"));
  fs::create_directory(scratch.path() / "empty");
  write_run(scratch.path() / "empty", "new");
  EXPECT_TRUE(fs::exists(scratch.path() / "empty" / "results.h5"));
}

TEST(RunFolder, FollowsALinkToTheFolderMeant) {
  const testing::ScratchFolder scratch("link");
  write_run(scratch.path() / "real", "old");
  fs::create_directory_symlink(scratch.path() / "real", scratch.path() / "latest");
  write_run(scratch.path() / "latest", "new");
  EXPECT_TRUE(fs::is_symlink(scratch.path() / "latest"));
  EXPECT_EQ(testing::text_of_file(scratch.path() / "real" / "results.h5"), "new");
}

TEST(RunFolder, NamesPathAndReason) {
  const testing::ScratchFolder scratch("reason");
  testing::write_file(scratch.path() / "file", "");
  try {
    RunFolder folder(scratch.path() / "file" / "run");
    FAIL() << "a folder below a file";
  } catch (const OutputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("file"));
    EXPECT_THAT(error.what(), HasSubstr("Not a directory"));
  }
  EXPECT_THROW(RunFolder("/proc/no-folder-can-be-made-here/run"), OutputError);
}

}  // namespace
}  // namespace parktwin::storage
