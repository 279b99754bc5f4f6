#include "cli/energy_table.h"

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

energy::Result year() {
  energy::Result result;
  result.year = 2025;
  result.balance.consumption_mwh = 1000.0;
  result.balance.loss_mwh = 20.0;
  result.balance.import_mwh = 900.0;
  result.balance.pv_mwh = 120.0;
  result.balance.self_sufficiency = 0.1176;
  result.balance.peak_import_kw = 431.0;
  result.balance.peak_at = "07-14 13:45";
  result.peak_causes = {{"machinery", 400.0}, {"losses", 31.0}};
  result.grid.buses = {{Id<Bus>(0), true, 0.9512, "07-14 13:45", 1.021, "01-01 03:00", 0, 0, 0.0, 0.0}};
  result.grid.violations = {{energy::LimitKind::transformer_overload, "TR-7", 1.25, "07-14 13:45", 40}};
  result.bill.tariff = "day and night";
  result.bill.total_cny = 1.5e6;
  result.bill.saving_cny = 2e4;
  result.carbon.park.fuel_t = 12.0;
  return result;
}

TEST(EnergyTable, TellsTheYear) {
  Terminal terminal;
  const std::string text = energy_table(year(), Park{}, terminal.session);
  EXPECT_THAT(text, HasSubstr("energy in 2025: 1000 MWh used, 20 lost in the grid (2.00 %), 900 drawn, 0 fed in"));
  EXPECT_THAT(text, HasSubstr("covers 11.8 % of its needs"));
  EXPECT_THAT(text, HasSubstr("peak 431 kW drawn on 07-14 13:45: machinery 400, losses 31"));
  EXPECT_THAT(text, HasSubstr("voltage 0.951 to 1.021 of nominal; 1 places left their limits"));
  EXPECT_THAT(text, HasSubstr("TR-7"));
  EXPECT_THAT(text, HasSubstr("1.250 on 07-14 13:45, 10 h a year"));
  EXPECT_THAT(text, HasSubstr("bill by tariff day and night: 1.50 million CNY"));
  EXPECT_THAT(text, HasSubstr("scope 1 12 t"));
  EXPECT_THAT(text, Not(HasSubstr("without supply")));
}

TEST(EnergyTable, SaysWhatIsMissing) {
  Terminal terminal;
  energy::Result result = year();
  result.bill.reason = "no tariff is given";
  result.carbon_reason = "no emission factors are given";
  result.grid.reason = "the inventory has no buses";
  result.balance.unserved_mwh = 7.0;
  const std::string text = energy_table(result, Park{}, terminal.session);
  EXPECT_THAT(text, HasSubstr("no bill: no tariff is given"));
  EXPECT_THAT(text, HasSubstr("no carbon account: no emission factors are given"));
  EXPECT_THAT(text, HasSubstr("no power flow: the inventory has no buses"));
  EXPECT_THAT(text, HasSubstr("7 MWh wanted at buses without supply"));
  result.reason = "nothing to simulate";
  EXPECT_EQ(energy_table(result, Park{}, terminal.session), "  no year of energy: nothing to simulate\n");
  EXPECT_EQ(energy_table({}, Park{}, terminal.session), "");
}

TEST(EnergyTable, SpeaksChinese) {
  Terminal terminal;
  terminal.session.language = viz::Language::zh;
  const std::string text = energy_table(year(), Park{}, terminal.session);
  EXPECT_THAT(text, HasSubstr("2025年能源：用电 1000 MWh"));
  EXPECT_THAT(text, HasSubstr("变压器过载"));
  EXPECT_THAT(text, HasSubstr("机械 400，损耗 31"));
}

}  // namespace
}  // namespace parktwin::cli
