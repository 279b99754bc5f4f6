#include "engine/storage/metered_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <limits>

#include "engine/core/errors.h"
#include "engine/storage/hdf5_objects.h"
#include "tests/engine/storage/scratch_folder.h"

namespace parktwin::storage {
namespace {

using ::testing::ElementsAre;

struct Meters {
  testing::ScratchFolder folder{"meters"};
  std::filesystem::path file = folder.path() / "meters.h5";

  void write(const std::function<void(hid_t)>& fill) const {
    const hdf5::Session session;
    const hdf5::Handle made(H5Fcreate(file.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT), "file");
    const hdf5::Handle root(H5Gopen2(made.get(), "/", H5P_DEFAULT), "root");
    fill(root.get());
  }
  [[nodiscard]] std::vector<std::string> problems() const {
    std::vector<std::string> texts;
    try {
      static_cast<void>(read_metered_file(file));
    } catch (const InputError& error) {
      for (const auto& problem : error.problems()) texts.push_back(problem.place + ": " + problem.message);
    }
    return texts;
  }
};

void add(hid_t root, const std::string& name, const std::vector<double>& kw, const std::string& first, std::int32_t step_min) {
  const auto dataset = hdf5::write_numbers(root, name, kw, {kw.size()});
  hdf5::write_attribute(dataset.get(), "first", first);
  hdf5::write_attribute(dataset.get(), "step_min", step_min);
}

TEST(MeteredFile, ReadsWholeYearsAndParts) {
  const Meters meters;
  meters.write([](hid_t root) {
    add(root, "E-2", std::vector<double>(35040, 2.5), "2025-01-01 00:00", 15);
    add(root, "E-1", {1.0, 2.0, 3.0}, "2024-02-29 23:00", 60);
    add(root, "LEAP", std::vector<double>(8784, 1.0), "2024-01-01 00:00", 60);
  });
  const auto all = read_metered_file(meters.file);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].meter, "E-1");
  EXPECT_THAT(all[0].kw, ElementsAre(1.0, 2.0, 3.0));
  EXPECT_EQ(all[0].year, 2024);
  EXPECT_FALSE(all[0].whole_year);
  EXPECT_TRUE(all[1].whole_year);
  EXPECT_EQ(all[1].step_min, 15);
  EXPECT_TRUE(all[2].whole_year) << "8,784 hours of a leap year";
}

TEST(MeteredFile, NamesEveryProblemAtOnce) {
  const Meters meters;
  meters.write([](hid_t root) {
    add(root, "gap", {1.0, std::numeric_limits<double>::quiet_NaN()}, "2025-01-01 00:00", 15);
    add(root, "step", {1.0, 2.0}, "2025-01-01 00:00", 7);
    add(root, "time", {1.0, 2.0}, "2025-02-29 00:00", 15);
    add(root, "single", {1.0}, "2025-01-01 00:00", 15);
    hdf5::write_numbers(root, "bare", std::vector<double>{1.0, 2.0}, {2});
  });
  EXPECT_THAT(meters.problems(),
              ElementsAre("dataset bare: attribute first is missing", "dataset gap: reading 1 is no number, expected a series without gaps",
                          "dataset single: has fewer than two readings, expected a series",
                          "dataset step: attribute step_min: found 7, expected minutes that divide a day",
                          "dataset time: attribute first: found \"2025-02-29 00:00\", expected a time such as 2025-01-01 00:00"));
}

TEST(MeteredFile, RefusesWhatIsNoHdf5) {
  const Meters meters;
  EXPECT_THAT(meters.problems(), ElementsAre(": cannot be read, expected an HDF5 file of meters"));
  std::ofstream(meters.file) << "time,A_kw\n";
  EXPECT_THAT(meters.problems(), ElementsAre(": found no HDF5 file, expected one of meters"));
  meters.write([](hid_t) {});
  EXPECT_THAT(meters.problems(), ElementsAre(": has no datasets, expected one per meter"));
  EXPECT_TRUE(names_hdf5("a/b.h5"));
  EXPECT_FALSE(names_hdf5("a/b.csv"));
}

}  // namespace
}  // namespace parktwin::storage
