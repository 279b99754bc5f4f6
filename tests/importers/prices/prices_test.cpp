#include "importers/prices/prices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/core/errors.h"
#include "engine/scenario/cost/price_faults.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string header =
    "item,name_en,name_zh,change,field,value,measure,per,unit,capital_low_cny,capital_likely_cny,capital_high_cny,operating_low_cny,"
    "operating_likely_cny,operating_high_cny,origin,source\n";

std::vector<std::string> problems_of(const std::string& text) {
  const auto file = std::filesystem::temp_directory_path() / ("parktwin_prices_test_" + std::to_string(getpid()) + ".csv");
  if (!text.empty()) std::ofstream(file) << text;
  std::vector<std::string> list;
  try {
    (void)read_prices(file);
  } catch (const InputError& error) {
    for (const auto& problem : error.problems()) {
      EXPECT_EQ(problem.file, file.string());
      list.push_back(problem.place + ": " + problem.message);
    }
  }
  std::filesystem::remove(file);
  return list;
}

TEST(Prices, TheShippedTable) {
  const auto prices = read_prices(std::filesystem::path(PARKTWIN_SOURCE_DIR) / "data/prices/assumed-2026.csv");
  EXPECT_GE(prices.size(), 25U);
  double whole_site_low = 0.0;
  double whole_site_high = 0.0;
  for (const auto& price : prices) {
    EXPECT_FALSE(price.source.empty()) << price.item;
    EXPECT_FALSE(price.name_zh.empty()) << price.item;
    EXPECT_NE(price.origin, FigureOrigin::official) << price.item;  // none is from the document that sets it
    const double count = price.item == "radio_site" ? 1.0 : price.item == "radio_cell" ? 3.0 : 0.0;
    whole_site_low += count * price.capital_low_cny;
    whole_site_high += count * price.capital_high_cny;
  }
  EXPECT_DOUBLE_EQ(whole_site_low, 200000.0);  // of the project's reference, as SOURCE.md says
  EXPECT_DOUBLE_EQ(whole_site_high, 300000.0);
}

TEST(Prices, FieldsOfARow) {
  const auto file = std::filesystem::temp_directory_path() / ("parktwin_prices_row_" + std::to_string(getpid()) + ".csv");
  std::ofstream(file) << header
                      << "sw,\"Switch, small\",交换机,add_network_node,kind,access_switch,,1,device,1,2,3,4,5,6,secondary,offer 7\n"
                      << "km,Cable,光缆,add_cable,,,length_m,1000,km,10,20,30,0,0,1,user,\n";
  const auto problems = [&] {
    try {
      (void)read_prices(file);
    } catch (const InputError& error) {
      return error.problems();
    }
    return std::vector<Problem>{};
  }();
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].place, "row 3");
  EXPECT_THAT(problems[0].message, HasSubstr("source: is missing"));
  std::ofstream(file) << header
                      << "sw,\"Switch, small\",交换机,add_network_node,kind,access_switch,,1,device,1,2,3,4,5,6,secondary,offer 7\n";
  const auto prices = read_prices(file);
  std::filesystem::remove(file);
  ASSERT_EQ(prices.size(), 1U);
  EXPECT_EQ(prices[0].name_en, "Switch, small");
  EXPECT_EQ(prices[0].name_zh, "交换机");
  EXPECT_EQ(prices[0].value, "access_switch");
  EXPECT_EQ(prices[0].capital_likely_cny, 2.0);
  EXPECT_EQ(prices[0].operating_high_cny, 6.0);
  EXPECT_EQ(prices[0].origin, FigureOrigin::secondary);
}

TEST(Prices, EveryProblemOfTheTable) {
  EXPECT_THAT(problems_of(header + "a,x,x,add_pylon,,,,1,piece,1,2,3,0,0,0,user,s\na,x,x,add_duct,,,depth,0,km,3,2,1,0,0,0,guess,s\n"
                                   "b,x,x,add_duct,,,path,1,km,-3,2,x,0,0,0,user,s\n"),
              ElementsAre(HasSubstr("row 3: per: found 0, expected"), HasSubstr("row 3: origin: found \"guess\""),
                          HasSubstr("row 4: capital_low_cny: found -3, expected 0 to"), HasSubstr("row 4: capital_high_cny: found \"x\""),
                          HasSubstr("row 2: change: found \"add_pylon\", expected a kind of change"),
                          HasSubstr("row 3: item: found \"a\" again, expected each item once"),
                          HasSubstr("row 3: measure: found \"depth\", expected a field of a duct"),
                          HasSubstr("row 3: capital_likely_cny: found 2 with the range 3 to 1"),
                          HasSubstr("row 4: capital_likely_cny: found 2 with the range -3 to 0")));
  EXPECT_THAT(problems_of("item,colour\nx,red\n"), ::testing::Contains(HasSubstr("row 1: has a column colour, which is not known")));
  EXPECT_THAT(problems_of("item,colour\nx,red\n"), ::testing::Contains(HasSubstr("row 1: has no column capital_likely_cny")));
}

TEST(Prices, AMissingFile) { EXPECT_EQ(problems_of("").size(), 1U); }

}  // namespace
}  // namespace parktwin::importers
