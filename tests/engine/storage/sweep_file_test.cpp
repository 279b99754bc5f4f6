#include "engine/storage/sweep_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <limits>

#include "engine/core/errors.h"
#include "engine/core/hash.h"
#include "engine/core/random.h"
#include "engine/storage/hdf5_objects.h"
#include "tests/engine/storage/scratch_folder.h"

namespace parktwin::storage {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

constexpr std::size_t scenarios = 400;

SweepHeader header(const std::string& identity = "one") {
  SweepHeader made{"tilts", "name: tilts", identity, {"tilt", "law"}, {"K1-Q3", "clauses_met"}, {}, {}};
  for (std::size_t i = 0; i < scenarios; ++i) {
    made.samples.push_back({static_cast<double>(i), 1.0});
    made.seeds.push_back(i % 3);
  }
  return made;
}

SweepRow row(std::size_t scenario) {
  if (scenario % 7 == 3) return {scenario, {}, "no such site \"S\"\nat all"};
  const double value = std::sqrt(static_cast<double>(scenario)) / 3.0;
  return {scenario, {scenario % 5 == 0 ? std::numeric_limits<double>::quiet_NaN() : value, 12.0}, ""};
}

void expect_rows(const SweepFile& file, std::size_t count) {
  ASSERT_EQ(file.rows().size(), count);
  for (const auto& [scenario, found] : file.rows()) {
    const SweepRow expected = row(scenario);
    EXPECT_EQ(found.failure, expected.failure);
    ASSERT_EQ(found.values.size(), expected.values.size());
    for (std::size_t i = 0; i < found.values.size(); ++i) {
      EXPECT_TRUE(found.values[i] == expected.values[i] || (std::isnan(found.values[i]) && std::isnan(expected.values[i])));
    }
  }
}

TEST(SweepFile, RowsComeBackFromLinesAndFromTheFile) {
  const testing::ScratchFolder scratch("sweep-rows");
  const fs::path path = scratch.path() / "s.h5";
  {
    SweepFile file(path, header());
    for (const std::size_t scenario : {4U, 3U, 10U}) file.append(row(scenario));
  }
  EXPECT_FALSE(fs::exists(path));
  {
    SweepFile file(path, header());
    expect_rows(file, 3);
    file.finish();
  }
  EXPECT_THAT(scratch.entries(), ::testing::ElementsAre("s.h5"));
  SweepFile file(path, header());
  expect_rows(file, 3);
  file.append(row(11));
  file.finish();
  expect_rows(SweepFile(path, header()), 4);
}

TEST(SweepFile, IsOneHdf5FileForOtherPrograms) {
  const testing::ScratchFolder scratch("sweep-hdf5");
  const fs::path path = scratch.path() / "s.h5";
  SweepFile file(path, header());
  file.append(row(1));
  file.finish();
  const hdf5::Session session;
  const hdf5::Handle handle(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "file");
  EXPECT_EQ(hdf5::read_text_attribute(handle.get(), "sweep_text"), "name: tilts");
  EXPECT_EQ(hdf5::shape_of(hdf5::open_dataset(handle.get(), "values").get()), (hdf5::Shape{scenarios, 2}));
  EXPECT_EQ(hdf5::read_numbers<double>(hdf5::open_dataset(handle.get(), "values").get())[2], row(1).values[0]);
  EXPECT_EQ(hdf5::read_numbers<double>(hdf5::open_dataset(handle.get(), "samples").get())[2], 1.0);
  EXPECT_EQ(hdf5::read_texts(hdf5::open_dataset(handle.get(), "factors").get())[0], "tilt");
}

TEST(SweepFile, ALineCutAnywhereIsDroppedAndTheRestKept) {
  const testing::ScratchFolder scratch("sweep-cut");
  const fs::path path = scratch.path() / "s.h5";
  const fs::path lines = scratch.path() / "s.h5.rows";
  {
    SweepFile file(path, header());
    for (std::size_t i = 0; i < 3; ++i) file.append(row(i));
  }
  const std::string whole = testing::text_of_file(lines);
  std::size_t least = 0;
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    testing::write_file(lines, whole.substr(0, size));
    SweepFile file(path, header());
    EXPECT_GE(file.rows().size(), least);
    least = file.rows().size();
    expect_rows(file, least);
  }
  EXPECT_EQ(least, 3U);
}

TEST(SweepFile, AnotherSweepsFileIsRefused) {
  const testing::ScratchFolder scratch("sweep-other");
  const fs::path path = scratch.path() / "s.h5";
  SweepFile(path, header()).append(row(1));
  EXPECT_THROW(SweepFile(path, header("two")), InputError);
  SweepFile(path, header()).finish();
  EXPECT_THROW(SweepFile(path, header("two")), InputError);
  testing::write_file(path, "no HDF5");
  EXPECT_THROW(SweepFile(path, header()), InputError);
}

TEST(SweepFile, ALineThatIsNoRowIsRefusedWhateverItsChecksum) {
  const testing::ScratchFolder scratch("sweep-line");
  const fs::path path = scratch.path() / "s.h5";
  for (const std::string content :
       {"{}", "[1,[2.0,3.0]", "[1,[2.0,3.0]]", "[-1,[2.0,3.0],\"\"]", "[1,[\"a\",3.0],\"\"]", "[1,[2.0],\"\"]", "[400,[2.0,3.0],\"\"]"}) {
    std::string lines;
    for (const std::string& line : {std::string("parktwin sweep one"), content}) lines += content_hash(line).hex() + " " + line + "\n";
    testing::write_file(path.string() + ".rows", lines);
    EXPECT_THROW(SweepFile(path, header()), InputError) << content;
  }
}

/// A process that appends every row that is missing and writes one byte per row it begins.
pid_t begin_sweep(const fs::path& path, int told) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  SweepFile file(path, header());
  for (std::size_t i = 0; i < scenarios; ++i) {
    if (file.rows().contains(i)) continue;
    if (::write(told, "r", 1) != 1) ::_exit(2);
    file.append(row(i));
  }
  file.finish();
  ::_exit(0);
}

// Killed whenever some bytes have come through the pipe, so anywhere between two rows, within one, or while the file is made.
TEST(SweepFile, KilledTwentyTimesLosesAndRepeatsNothing) {
  const testing::ScratchFolder scratch("sweep-killed");
  const fs::path path = scratch.path() / "s.h5";
  const RandomSequence random(5, 1, 0);
  std::size_t begun = 0;
  std::size_t known = 0;
  for (std::uint32_t kill = 0; kill <= 20; ++kill) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const pid_t child = begin_sweep(path, ends[1]);
    ASSERT_GT(child, 0);
    ::close(ends[1]);
    const std::size_t patience = kill == 20 ? scenarios + 1 : 5 + random.below(kill, 14);
    std::size_t told = 0;
    char byte = 0;
    while (told < patience && ::read(ends[0], &byte, 1) == 1) ++told;
    ::kill(child, SIGKILL);
    while (::read(ends[0], &byte, 1) == 1) ++told;
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    begun += told;
    const SweepFile file(path, header());
    EXPECT_GE(file.rows().size(), known);  // nothing is lost
    EXPECT_LE(file.rows().size(), known + told);
    EXPECT_GE(file.rows().size() + 1, known + told);  // but the one under way
    known = file.rows().size();
    expect_rows(file, known);
  }
  EXPECT_EQ(known, scenarios);
  EXPECT_LE(begun, scenarios + 20);  // at most the scenario under way began again
}

}  // namespace
}  // namespace parktwin::storage
