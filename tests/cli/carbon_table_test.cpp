#include "cli/carbon_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Terminal {
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  Session session{.out = out, .err = err, .progress = progress};
};

Park park_of(std::size_t enterprises) {
  Park park;
  std::vector<Enterprise> all(enterprises);
  for (std::size_t e = 0; e < enterprises; ++e) all[e].id = "E-" + std::to_string(e + 1);
  all[0].name = "First";
  all[0].name_zh = "一号";
  park.enterprises = Part(Table(std::move(all)));
  return park;
}

energy::Result year() {
  energy::Result result;
  result.year = 2025;
  result.carbon.park.energy_tce = 900.0;
  result.carbon.park.process_t = 44.0;
  result.carbon.renewable_tce = 100.0;
  energy::MeasureOutcome pv;
  pv.name = "PV";
  pv.cny_per_t = -120.4;
  pv.saved_market_t = 500.0;
  energy::MeasureOutcome lost;
  lost.name = "lost";
  lost.reason = "it has no price";
  result.abatement_measures = {pv, lost};
  result.carbon_positions = {{{}, energy::QuotaBasis::none, 900.0, 1000.0, 100.0, 8000.0}};
  for (std::size_t e = 0; e < 7; ++e) {
    const double surplus = e == 0 ? -50.0 : 25.0;
    result.carbon_positions.push_back({Id<Enterprise>(e), energy::QuotaBasis::given, 100.0, 100.0 + surplus, surplus, 80.0 * surplus});
    result.enterprise_bills.push_back({Id<Enterprise>(e), 10.0, 7000.0 - static_cast<double>(e), 0.1});
  }
  result.enterprise_bills.push_back({{}, 1.0, 9000.0, 0.2});
  return result;
}

TEST(CarbonTable, TellsMeasuresAllowancesAndPayers) {
  Terminal terminal;
  const std::string text = carbon_table(year(), park_of(7), terminal.session);
  EXPECT_THAT(text, HasSubstr("energy used 1000 tce, of it own sun and wind 100"));
  EXPECT_THAT(text, HasSubstr("processes 44 t"));
  EXPECT_THAT(text, HasSubstr("-120        500"));
  EXPECT_THAT(text, HasSubstr("it has no price"));
  EXPECT_LT(text.find("all with a quota"), text.find("First (E-1)"));  // who has to buy comes first
  EXPECT_LT(text.find("equipment, others, losses"), text.rfind("First (E-1)"));
  EXPECT_THAT(text, HasSubstr("and 2 more"));
  EXPECT_THAT(text, HasSubstr("and 3 more"));
  EXPECT_THAT(carbon_table(year(), park_of(7), terminal.session, true), Not(HasSubstr("more\n")));
}

TEST(CarbonTable, SpeaksChinese) {
  Terminal terminal;
  terminal.session.language = viz::Language::zh;
  const std::string text = carbon_table(year(), park_of(7), terminal.session);
  EXPECT_THAT(text, HasSubstr("综合能源消费 1000 tce"));
  EXPECT_THAT(text, HasSubstr("一号 (E-1)"));
}

TEST(CarbonTable, IsEmptyWithoutAYear) {
  Terminal terminal;
  EXPECT_EQ(carbon_table({}, Park{}, terminal.session), "");
  energy::Result bare;
  bare.year = 2025;
  EXPECT_EQ(carbon_table(bare, Park{}, terminal.session), "");
}

}  // namespace
}  // namespace parktwin::cli
