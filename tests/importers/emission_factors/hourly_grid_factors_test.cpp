#include "importers/emission_factors/hourly_grid_factors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/core/errors.h"

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;

class HourlyGridFactors : public ::testing::Test {
 protected:
  void SetUp() override { file_ = std::filesystem::temp_directory_path() / ("parktwin_hourly_" + std::to_string(getpid()) + ".csv"); }
  void TearDown() override { std::filesystem::remove(file_); }
  /// All hours of a region, 0.001 kg apart by the hour of the day.
  static std::string year(const std::string& region) {
    std::string rows;
    for (int hour = 1; hour <= 8760; ++hour)
      rows += "2024," + region + "," + std::to_string(hour) + "," + std::to_string(0.4 + 0.001 * (hour % 24)) + "\n";
    return rows;
  }
  std::string problems_of(const std::string& rows) {
    std::ofstream(file_) << "data_year,region,hour,kg_per_kwh\n" << rows;
    try {
      (void)read_hourly_grid_factors(file_);
    } catch (const InputError& error) {
      return error.what();
    }
    return {};
  }
  std::filesystem::path file_;
};

TEST_F(HourlyGridFactors, AreReadByYearAndRegion) {
  std::ofstream(file_) << "data_year,region,hour,kg_per_kwh\n" << year("Jiangsu") << year("Hubei");
  const auto all = read_hourly_grid_factors(file_);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1].region, "Hubei");
  EXPECT_EQ(all[0].data_year, 2024);
  ASSERT_EQ(all[0].kg_per_kwh.size(), 8760U);
  EXPECT_NEAR(all[0].kg_per_kwh[0], 0.401, 1e-12);
  EXPECT_NEAR(all[0].kg_per_kwh[8758], 0.423, 1e-12);
}

TEST_F(HourlyGridFactors, GapsDoublesAndValuesAreNamed) {
  EXPECT_THAT(problems_of("2024,Jiangsu,1,0.4\n2024,Jiangsu,1,0.4\n"), HasSubstr("found 1 of 2024 Jiangsu twice"));
  EXPECT_THAT(problems_of("2024,Jiangsu,1,0.4\n"), HasSubstr("found no 2 of 2024 Jiangsu, expected all from 1 to 8760"));
  EXPECT_THAT(problems_of("2024,Jiangsu,8761,0.4\n"), HasSubstr("hour"));
  EXPECT_THAT(problems_of("2024,Jiangsu,1,-0.4\n"), HasSubstr("kg_per_kwh"));
  EXPECT_THAT(problems_of(""), HasSubstr("found no row"));
  std::filesystem::remove(file_);
  EXPECT_THROW((void)read_hourly_grid_factors(file_), InputError);
}

}  // namespace
}  // namespace parktwin::importers
