#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "engine/core/errors.h"
#include "engine/storage/hdf5_objects.h"
#include "engine/storage/results_file.h"
#include "tests/engine/storage/random_run.h"
#include "tests/engine/storage/scratch_folder.h"

namespace parktwin::storage {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string bytes_of(const SavedRun& run) {
  const auto bytes = results_file(run);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::vector<Problem> problems_of(const fs::path& file) {
  try {
    (void)read_results_file(file);
  } catch (const InputError& error) {
    return error.problems();
  }
  return {};
}

void expect_problem(const fs::path& file, const std::string& place, const std::string& message) {
  const auto problems = problems_of(file);
  ASSERT_EQ(problems.size(), 1U) << message;
  EXPECT_EQ(problems[0].file, file.string());
  EXPECT_EQ(problems[0].place, place);
  EXPECT_THAT(problems[0].message, HasSubstr(message));
}

/// Opens a good file, lets `change` spoil it, and returns its path.
fs::path spoiled(const testing::ScratchFolder& scratch, const std::function<void(hid_t)>& change) {
  const fs::path file = scratch.path() / "spoiled.h5";
  testing::write_file(file, bytes_of(testing::random_run(7)));
  const hdf5::Session session;
  const hdf5::Handle handle(H5Fopen(file.c_str(), H5F_ACC_RDWR, H5P_DEFAULT), "file");
  change(handle.get());
  return file;
}

TEST(ResultsReader, RandomRunsComeBack) {
  const testing::ScratchFolder scratch("reader");
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    const SavedRun saved = testing::random_run(seed);
    const fs::path file = scratch.path() / "results.h5";
    testing::write_file(file, bytes_of(saved));
    const SavedRun loaded = read_results_file(file);
    EXPECT_EQ(content_hash_of(loaded.park), content_hash_of(saved.park)) << "seed " << seed;
    EXPECT_EQ(results_hash(loaded.results), results_hash(saved.results)) << "seed " << seed;
    EXPECT_EQ(loaded.scenario_text, saved.scenario_text);
    EXPECT_EQ(loaded.seed, saved.seed);
    EXPECT_EQ(loaded.peak_memory_mib, saved.peak_memory_mib);
    ASSERT_EQ(loaded.timings.size(), 2U);
    EXPECT_EQ(loaded.timings[1].stage, saved.timings[1].stage);
    EXPECT_EQ(loaded.timings[1].seconds, saved.timings[1].seconds);
  }
}

TEST(ResultsReader, APartOfARunIsThatOfTheWhole) {
  const testing::ScratchFolder scratch("selected");
  const SavedRun saved = testing::random_run(5);
  const fs::path file = scratch.path() / "results.h5";
  testing::write_file(file, bytes_of(saved));
  const SavedRun loaded = read_results_file(file, {{"/park/trees", "/results/radio/rsrp_dbm", "/results/wired/topology"}, {}});
  EXPECT_EQ(loaded.results_hash, results_hash(saved.results).hex());
  EXPECT_EQ(content_hash(loaded.park.trees), content_hash(saved.park.trees));
  EXPECT_EQ(content_hash(loaded.results.radio.rsrp_dbm), content_hash(saved.results.radio.rsrp_dbm));
  EXPECT_EQ(content_hash(loaded.results.wired.topology), content_hash(saved.results.wired.topology));
  EXPECT_TRUE(loaded.park.buildings->records().empty());
  EXPECT_TRUE(loaded.results.radio.sinr_db.empty());
  const SavedRun mapless = read_results_file(file, Selection::with_maps({}));
  EXPECT_EQ(content_hash_of(mapless.park), content_hash_of(saved.park));
  EXPECT_EQ(content_hash(mapless.results.cloud), content_hash(saved.results.cloud));
  EXPECT_TRUE(mapless.results.radio.wifi.level_dbm.empty());
}

TEST(ResultsReader, WhatIsReadInPartIsHeldAgainstItsHash) {
  const testing::ScratchFolder scratch("part-hash");
  const fs::path file = spoiled(scratch, [](hid_t handle) {
    const hdf5::Handle dataset(H5Dopen2(handle, "/results/cloud/employees", H5P_DEFAULT), "dataset");
    const std::int64_t other = 7777;
    H5Dwrite(dataset.get(), H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, &other);
  });
  EXPECT_NO_THROW((void)read_results_file(file, {{"/results/services"}, {}}));
  try {
    (void)read_results_file(file, {{"/results/cloud"}, {}});
    ADD_FAILURE() << "changed content was taken";
  } catch (const InputError& error) {
    ASSERT_EQ(error.problems().size(), 1U);
    EXPECT_EQ(error.problems()[0].place, "/results/cloud/employees");
  }
}

TEST(ResultsReader, ARunWithoutHashesOfPartsIsReadWhole) {
  const testing::ScratchFolder scratch("no-part-hashes");
  const fs::path file = spoiled(scratch, [](hid_t handle) { H5Ldelete(handle, "/part_hashes", H5P_DEFAULT); });
  const SavedRun loaded = read_results_file(file, {{"/park/trees"}, {}});
  EXPECT_EQ(results_hash(loaded.results).hex(), loaded.results_hash);
}

TEST(ResultsReader, ViewsComeBackAndARunWithoutThemIsRead) {
  const testing::ScratchFolder scratch("views");
  SavedRun run;
  SavedView gate;
  gate.name = "Gate";
  gate.caption_zh = "大门。";
  gate.layer = MapLayer::sinr;
  gate.camera = ViewCamera{{120.5, 40.0}, Metres(300.0), Degrees(20.0), Degrees(50.0)};
  gate.seconds = 4.5;
  SavedView plan;
  plan.name = "Plan";
  plan.view = StandardView::plan;
  plan.underground = true;
  run.views = {gate, plan};
  const fs::path file = scratch.path() / "views.h5";
  testing::write_file(file, bytes_of(run));
  EXPECT_EQ(content_hash(read_results_file(file).views), content_hash(run.views));
  {
    const hdf5::Session session;
    const hdf5::Handle handle(H5Fopen(file.c_str(), H5F_ACC_RDWR, H5P_DEFAULT), "file");
    H5Ldelete(handle.get(), "/views", H5P_DEFAULT);
  }
  EXPECT_TRUE(read_results_file(file).views.empty()) << "as an older parktwin saved it";
}

TEST(ResultsReader, AnEmptyRunComesBack) {
  const testing::ScratchFolder scratch("empty");
  const fs::path file = scratch.path() / "results.h5";
  testing::write_file(file, bytes_of(SavedRun{}));
  EXPECT_EQ(results_hash(read_results_file(file).results), results_hash(Results{}));
}

TEST(ResultsReader, ForeignFilesAreNamedAsSuch) {
  const testing::ScratchFolder scratch("foreign");
  expect_problem(scratch.path() / "absent.h5", "", "missing");
  expect_problem(scratch.path(), "", "no regular file");
  const fs::path text = scratch.path() / "text.h5";
  testing::write_file(text, "not HDF5 at all");
  expect_problem(text, "", "no HDF5 file");
  testing::write_file(text, "");
  expect_problem(text, "", "no HDF5 file");
  expect_problem(spoiled(scratch, [](hid_t file) { H5Adelete(file, "format"); }), "attribute format", "not written by parktwin");
}

TEST(ResultsReader, TruncatedAtAnyLengthIsAnError) {
  const testing::ScratchFolder scratch("truncated");
  const std::string whole = bytes_of(testing::random_run(8));
  const fs::path file = scratch.path() / "results.h5";
  for (std::size_t part = 0; part < 20; ++part) {
    testing::write_file(file, whole.substr(0, whole.size() * part / 20));
    EXPECT_FALSE(problems_of(file).empty()) << part << "/20";
  }
  testing::write_file(file, whole.substr(0, whole.size() - 1));
  EXPECT_THAT(problems_of(file).at(0).message, HasSubstr("truncated"));
}

TEST(ResultsReader, AnotherFormatVersionIsRefused) {
  const testing::ScratchFolder scratch("version");
  expect_problem(spoiled(scratch,
                         [](hid_t file) {
                           H5Adelete(file, "format_version");
                           hdf5::write_attribute(file, "format_version", format_version + 1);
                         }),
                 "attribute format_version", "found format version 2, this parktwin reads version 1");
}

TEST(ResultsReader, AllMissingPartsAreReportedAtOnce) {
  const testing::ScratchFolder scratch("parts");
  const auto problems = problems_of(spoiled(scratch, [](hid_t file) {
    H5Ldelete(file, "/results/radio/rsrp_dbm", H5P_DEFAULT);
    H5Ldelete(file, "/results/cloud", H5P_DEFAULT);
    H5Ldelete(file, "/park/buildings/height_m", H5P_DEFAULT);
    H5Adelete(file, "seed");
  }));
  std::vector<std::string> places;
  for (const Problem& problem : problems) places.push_back(problem.place);
  EXPECT_THAT(places, ::testing::ElementsAre("/", "/park/buildings/height_m", "/results/radio/rsrp_dbm", "/results/cloud"));
}

TEST(ResultsReader, DuplicateIdsAndChangedContentAreFound) {
  const testing::ScratchFolder scratch("content");
  expect_problem(spoiled(scratch,
                         [](hid_t file) {
                           H5Ldelete(file, "/park/trees/id", H5P_DEFAULT);
                           hdf5::write_texts(file, "/park/trees/id", std::vector<std::string>(testing::records_per_table, "T"),
                                             {testing::records_per_table});
                         }),
                 "/park/trees", "id T occurs twice");
  expect_problem(spoiled(scratch,
                         [](hid_t file) {
                           const hdf5::Handle dataset(H5Dopen2(file, "/results/cloud/employees", H5P_DEFAULT), "dataset");
                           const std::int64_t other = 7777;
                           H5Dwrite(dataset.get(), H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, &other);
                         }),
                 "/results", "does not have the hash");
}

}  // namespace
}  // namespace parktwin::storage
