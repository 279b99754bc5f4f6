#include "engine/storage/storage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "engine/core/errors.h"
#include "tests/engine/storage/random_run.h"
#include "tests/engine/storage/scratch_folder.h"

namespace parktwin::storage {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> files_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

TEST(Storage, ARunComesBackWhole) {
  const testing::ScratchFolder scratch("whole");
  const SavedRun saved = testing::random_run(1);
  const fs::path folder = scratch.path() / "run";
  save(saved, folder);
  EXPECT_THAT(files_in(folder), ElementsAre("plan.json", "results.h5", "scorecard.json", "summary.json"));
  const SavedRun loaded = load(folder);
  EXPECT_EQ(content_hash_of(loaded.park), content_hash_of(saved.park));
  EXPECT_EQ(results_hash(loaded.results), results_hash(saved.results));
  EXPECT_EQ(content_hash(loaded.verdicts), content_hash(saved.verdicts));
  EXPECT_EQ(content_hash(loaded.plan), content_hash(saved.plan));
  EXPECT_EQ(content_hash(loaded.files), content_hash(saved.files));
  EXPECT_EQ(loaded.version, saved.version);
  EXPECT_EQ(loaded.scenario_name, saved.scenario_name);
  EXPECT_EQ(loaded.criteria, saved.criteria);
  EXPECT_EQ(loaded.assessed_on, saved.assessed_on);
}

TEST(Storage, PhasesAreRunsOfTheirOwnThatAppearTogetherWithTheLast) {
  const testing::ScratchFolder scratch("phases");
  const fs::path folder = scratch.path() / "run";
  save(testing::random_run(9), folder);  // replaced as a whole
  const SavedRun start = testing::random_run(6);
  const SavedRun first = testing::random_run(7);
  const SavedRun last = testing::random_run(8);
  {
    RunWriter stopped(folder);
    stopped.add_phase(start, phase_folder(0));
  }
  EXPECT_FALSE(fs::exists(folder / "phases"));
  EXPECT_THAT(scratch.entries(), ElementsAre("run"));
  RunWriter writer(folder);
  writer.add_phase(start, phase_folder(0));
  writer.add_phase(first, phase_folder(2027));
  writer.finish(last);
  EXPECT_THAT(scratch.entries(), ElementsAre("run"));
  EXPECT_EQ(results_hash(load(folder).results), results_hash(last.results));
  EXPECT_EQ(results_hash(load(folder / "phases" / "start").results), results_hash(start.results));
  EXPECT_EQ(results_hash(load(folder / "phases" / "2027").results), results_hash(first.results));
  EXPECT_THAT(files_in(folder / "phases"), ElementsAre("2027", "start"));
}

TEST(Storage, TheHashOfResultsDoesNotDependOnTimings) {
  const testing::ScratchFolder scratch("timings");
  SavedRun run = testing::random_run(2);
  const ContentHash before = results_hash(run.results);
  save(run, scratch.path() / "a");
  run.timings = {{"other", 99.0}};
  run.peak_memory_mib = 1.0;
  save(run, scratch.path() / "b");
  EXPECT_EQ(results_hash(load(scratch.path() / "a").results), before);
  EXPECT_EQ(results_hash(load(scratch.path() / "b").results), before);
  run.results.cloud.on_cloud += 1;
  EXPECT_NE(results_hash(run.results), before);
}

/// Files cannot grow beyond a limit while it lives: what a full disk does to a write.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    previous_handler_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &previous_);
    const rlimit limit{bytes, previous_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &previous_);
    std::signal(SIGXFSZ, previous_handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit previous_{};
  void (*previous_handler_)(int) = nullptr;
};

TEST(Storage, AWriteThatFailsLeavesTheOldRunWhole) {
  const testing::ScratchFolder scratch("full");
  const SavedRun old = testing::random_run(3);
  const fs::path folder = scratch.path() / "run";
  save(old, folder);
  const std::string results = testing::text_of_file(folder / "results.h5");
  for (const rlim_t bytes : {0UL, 4096UL, results.size() - 1}) {
    const FileSizeLimit limit(bytes);
    try {
      save(old, folder);
      ADD_FAILURE() << "saved within " << bytes << " bytes";
    } catch (const OutputError& error) {
      EXPECT_THAT(error.what(), HasSubstr((folder / "results.h5").string()));
      EXPECT_THAT(error.what(), HasSubstr("File too large"));
    }
  }
  EXPECT_THAT(scratch.entries(), ElementsAre("run"));
  EXPECT_EQ(testing::text_of_file(folder / "results.h5"), results);
  EXPECT_EQ(results_hash(load(folder).results), results_hash(old.results));
}

TEST(Storage, WhatCannotBeStoredLeavesTheOldRunWhole) {
  const testing::ScratchFolder scratch("unstorable");
  SavedRun run = testing::random_run(4);
  const fs::path folder = scratch.path() / "run";
  save(run, folder);
  Enterprise enterprise;
  enterprise.id = "all of  \n\x1f";
  SharedService service;
  service.id = "S";
  service.enterprises = {Id<Enterprise>(0)};
  run.park = Park{};
  run.park.enterprises = Part(Table(std::vector<Enterprise>{enterprise}));
  run.park.shared_services = Part(Table(std::vector<SharedService>{service}));
  run.results = Results{};
  EXPECT_THROW(save(run, folder), OutputError);
  EXPECT_THAT(scratch.entries(), ElementsAre("run"));
  EXPECT_EQ(load(folder).scenario_name, run.scenario_name);
}

TEST(Storage, IncompleteFoldersAreRefused) {
  const testing::ScratchFolder scratch("incomplete");
  const fs::path folder = scratch.path() / "run";
  EXPECT_THROW((void)load(folder), InputError);
  testing::write_file(folder, "a file");
  EXPECT_THROW((void)load(folder), InputError);
  fs::remove(folder);
  for (const char* file : {"results.h5", "scorecard.json", "summary.json", "plan.json"}) {
    save(testing::random_run(5), folder);
    fs::remove(folder / file);
    try {
      (void)load(folder);
      ADD_FAILURE() << "loaded without " << file;
    } catch (const InputError& error) {
      EXPECT_EQ(error.problems().at(0).file, (folder / file).string());
      EXPECT_THAT(error.problems().at(0).message, HasSubstr("missing"));
    }
    fs::remove_all(folder);
  }
}

}  // namespace
}  // namespace parktwin::storage
